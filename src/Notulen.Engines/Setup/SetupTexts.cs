using Notulen.Core;

namespace Notulen.Engines.Setup;

/// <summary>What set-up says, in <c>SetupTexts.resx</c> (Dutch) and <c>SetupTexts.en.resx</c>.</summary>
public static class SetupTexts
{
    public static ResourceTexts Texts { get; } = new("Notulen.Engines.Setup.SetupTexts", typeof(SetupTexts).Assembly);
}
