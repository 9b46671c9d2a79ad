namespace Twin.Core.Time;

/// <summary>The steps of a run: whole seconds of UTC, all of one length, so that no clock change can bend them.</summary>
/// <remarks>A class and not a struct: the default of a struct would be a clock with steps of no length that nobody checked.</remarks>
public sealed record Clock
{
    /// <summary>Sets the clock and checks it.</summary>
    /// <param name="startUnixS">Begin of the first step, seconds since 1970-01-01T00:00Z; from 1900 to 2200.</param>
    /// <param name="stepS">Length of a step [s]; 1 to 86400.</param>
    /// <param name="count">Number of steps [1]; above zero, and the last one ends before 2200.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Clock(long startUnixS, int stepS, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startUnixS, SiteCalendar.FirstUnixS);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(startUnixS, SiteCalendar.EndUnixS);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepS, UtcDay.LengthS);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, (SiteCalendar.EndUnixS - startUnixS) / stepS);
        StartUnixS = startUnixS;
        StepS = stepS;
        Count = count;
    }

    /// <summary>Begin of the first step, seconds since 1970-01-01T00:00Z.</summary>
    public long StartUnixS { get; }

    /// <summary>Length of a step [s].</summary>
    public int StepS { get; }

    /// <summary>Number of steps [1].</summary>
    public long Count { get; }

    /// <summary>End of the last step, seconds since 1970-01-01T00:00Z; not part of the run.</summary>
    public long EndUnixS => StartUnixS + (Count * StepS);

    /// <summary>Makes the clock that runs from one instant to another.</summary>
    /// <param name="startUnixS">Begin of the first step, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="endUnixS">End of the last step, seconds since 1970-01-01T00:00Z; a whole number of steps after the begin.</param>
    /// <param name="stepS">Length of a step [s]; 1 to 86400.</param>
    /// <returns>The clock.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the steps do not fill the time.</exception>
    public static Clock Between(long startUnixS, long endUnixS, int stepS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        long lengthS = endUnixS - startUnixS;
        if (lengthS % stepS != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(stepS), stepS, $"{lengthS} s are not a whole number of steps.");
        }

        return new Clock(startUnixS, stepS, lengthS / stepS);
    }

    /// <summary>Begin of a step.</summary>
    /// <param name="step">Index of the step, from zero; the number of steps gives the end of the run.</param>
    /// <returns>Seconds since 1970-01-01T00:00Z.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The run has no such step.</exception>
    public long BeginUnixS(long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, Count);
        return StartUnixS + (step * StepS);
    }
}
