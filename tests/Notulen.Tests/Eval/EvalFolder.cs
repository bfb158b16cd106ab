using Notulen.App.Eval.Formats;
using Notulen.Core.Problems;

namespace Notulen.Tests.Eval;

/// <summary>A small evaluation folder, made by hand: one council meeting, three statements, two possible commitments, one conversation.</summary>
internal sealed class EvalFolder : IDisposable
{
    public EvalFolder()
    {
        Write("raad/2026-03-12/agenda.json", """[{"number": 1, "title": "Opening"}, {"number": "2", "title": "Aanleg fietsbrug"}, {"number": "3", "title": "Sluiting"}]""");
        Write("raad/2026-03-12/turns.jsonl", """
            {"index": 0, "speaker": "De voorzitter", "party": null, "role": "voorzitter", "text": "Ik open de vergadering."}
            {"index": 1, "speaker": "De voorzitter", "party": null, "role": "voorzitter", "text": "Dan agendapunt 2, de aanleg van de fietsbrug."}
            {"index": 2, "speaker": "Jan Bos", "party": "Dorp Eerst", "role": "raadslid", "text": "De brug kost te veel. Ik heb een motie."}
            {"index": 3, "speaker": "De voorzitter", "party": null, "role": "voorzitter", "text": "In stemming komt motie B.1."}
            {"index": 4, "speaker": "De voorzitter", "party": null, "role": "voorzitter", "text": "De motie wordt verworpen met 7 tegen 12 stemmen."}
            {"index": 5, "speaker": "De voorzitter", "party": null, "role": "voorzitter", "text": "Het voorstel wordt aangenomen met 12 tegen 7 stemmen."}
            {"index": 6, "speaker": "De voorzitter", "party": null, "role": "voorzitter", "text": "Dan agendapunt 3, de sluiting. Ik sluit de vergadering."}
            """);
        Write("raad/2026-03-12/gold.json", """
            {"meeting": {"presentCount": 2},
             "items": [{"number": "1", "decision": {"outcome": "none"}},
                       {"number": "2", "decision": {"outcome": "adopted", "votesFor": 12, "votesAgainst": 7, "voteTurn": 5},
                        "motions": [{"number": "B.1", "outcome": "rejected", "votesFor": 7, "votesAgainst": 12, "voteTurn": 4}]},
                       {"number": "3", "decision": {"outcome": "none"}}],
             "itemBoundaries": [1, 6], "voteBlocks": [], "turnItem": ["1", "2", "2", "2", "2", "2", "3"]}
            """);
        Write("faithfulness.nl.jsonl", """
            {"id": "a", "pair": "p", "lang": "nl", "statement": "De brug kost 3 miljoen euro.", "evidenceTurns": [{"speaker": "Jan Bos", "text": "De brug kost 3 miljoen euro."}], "label": "supported", "errorType": null}
            {"id": "b", "pair": "p", "lang": "nl", "statement": "De brug kost 4 miljoen euro.", "evidenceTurns": [{"speaker": "Jan Bos", "text": "De brug kost 3 miljoen euro."}], "label": "unsupported", "errorType": "number"}

            """);
        Write("commitments.nl.jsonl", """
            {"id": "c", "speaker": "Wethouder Bos", "text": "Ik zeg toe dat de raad voor de zomer een brief krijgt.", "label": "new"}
            {"id": "d", "speaker": "Wethouder Bos", "text": "De brug is mooi.", "label": "none"}
            """);
        Write("gesprek/g1.json", """
            {"id": "g1", "lang": "nl", "turns": [{"index": 0, "speaker": "A", "text": "We spreken af dat Jan voor vrijdag de planning van de brug maakt."}], "summary": "Jan maakt de planning.", "topicBoundaries": [0]}
            """);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("notulen-eval-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    /// <summary>What is wrong with it, or with the inputs that go with it.</summary>
    public async Task<Problem> ProblemAsync(string? inputs = null) => (await Xunit.Assert.ThrowsAsync<NotulenException>(
        () => new EvalSetReader(inputs).ReadAsync(Path, Xunit.TestContext.Current.CancellationToken))).Problem;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
