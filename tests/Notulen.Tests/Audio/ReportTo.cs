namespace Notulen.Tests.Audio;

/// <summary>Reports at once on the same thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class ReportTo(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
