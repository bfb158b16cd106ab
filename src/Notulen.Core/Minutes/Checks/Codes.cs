using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>Names made of capitals and a number: "motie H.1", "Q4", "A12", "RIS320293". Only the whole name counts as heard.</summary>
internal static class Codes
{
    private const int MostLetters = 4;

    public static Finding? Check(IReadOnlyList<Token> statement, IReadOnlyList<Token> evidence)
    {
        // Recognition without capitals writes "motie f 2" for F.2.
        var heard = In(evidence, anyCase: true).Select(code => code.Code).ToHashSet();
        var missing = In(statement, anyCase: false).FirstOrDefault(code => !heard.Contains(code.Code));
        return missing.Text is null ? null : new Finding("check.number", missing.Text);
    }

    private static IEnumerable<(string Code, string Text)> In(IReadOnlyList<Token> tokens, bool anyCase)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var letters = tokens[i];
            if (letters.Text.Length > MostLetters || !(anyCase ? letters.Text.All(char.IsLetter) : letters.Text.All(char.IsUpper)))
                continue;
            // "K punt 1" is how a chair says "K.1".
            var number = tokens[i + 1].Norm is "punt" or "point" && i + 2 < tokens.Count ? tokens[i + 2] : tokens[i + 1];
            if (number.IsDigits && (number.Start - letters.End <= 1 || number != tokens[i + 1]))
                yield return (letters.Norm + number.Norm, $"{letters.Text}{number.Text}");
        }
    }
}
