namespace Notulen.App.Eval.Formats;

/// <summary>A council meeting to evaluate with.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Input">What the pipeline gets to see.</param>
/// <param name="Gold">What it is held against.</param>
internal sealed record CouncilMeeting(string Id, MeetingInput Input, GoldMeeting Gold);
