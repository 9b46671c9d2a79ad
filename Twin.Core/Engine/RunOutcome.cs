using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>A span in which one limit bound without a break.</summary>
/// <param name="Limit">Name of the limit, e.g. river.permit.river_temperature.</param>
/// <param name="StartUnixS">Begin, seconds since 1970-01-01T00:00Z.</param>
/// <param name="EndUnixS">End, seconds since 1970-01-01T00:00Z.</param>
/// <param name="Worst">Value of the quantity at its worst in the span, in its unit.</param>
/// <param name="Threshold">Value of the limit in the same unit.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record Violation(string Limit, long StartUnixS, long EndUnixS, double Worst, double Threshold, string Unit)
{
    /// <summary>Length of the span [h].</summary>
    public double LengthH => (EndUnixS - StartUnixS) / 3_600.0;

    /// <summary>What was left to the limit at the worst, in its unit: about zero when the plant held it, negative when it was
    /// passed.</summary>
    public double Margin => Threshold - Worst;
}

/// <summary>What a finished run leaves beside its rows.</summary>
/// <param name="KeyFigures">The figures of the summary, in their order.</param>
/// <param name="Violations">Episodes in which a limit bound, in the order of their begin.</param>
/// <param name="Steps">Steps computed.</param>
public sealed record RunOutcome(IReadOnlyList<KeyFigure> KeyFigures, IReadOnlyList<Violation> Violations, long Steps);

/// <summary>How far a run has come.</summary>
/// <param name="AtUnixS">Simulated time reached, seconds since 1970-01-01T00:00Z.</param>
/// <param name="DoneFraction">Share of the steps done [1]; 0 to 1.</param>
public readonly record struct RunProgress(long AtUnixS, double DoneFraction);

/// <summary>Books that do not close: the run has no result.</summary>
public sealed class BooksOpenException : Exception
{
    /// <summary>States which books stand open, when, and by how much.</summary>
    /// <param name="message">Name of the books, time, residual and what was allowed.</param>
    public BooksOpenException(string message)
        : base(message)
    {
    }
}
