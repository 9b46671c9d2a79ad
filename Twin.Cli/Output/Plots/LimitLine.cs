namespace Twin.Cli.Output.Plots;

/// <summary>A limit over a run: one value, or others from the days of phases on.</summary>
/// <param name="Steps">Values in the order of time, the first from the begin of the run on; null where there is no limit.</param>
internal sealed record LimitLine(IReadOnlyList<LimitFrom> Steps)
{
    /// <summary>Whether one value holds all the time.</summary>
    public bool IsConstant => Steps.Count == 1;

    /// <summary>The last value that is one, beside which the label stands.</summary>
    public double Last => Steps.Last(step => step.Value is not null).Value!.Value;

    /// <summary>The lowest value.</summary>
    public double Lowest => Steps.Min(step => step.Value ?? double.PositiveInfinity);

    /// <summary>The value at an instant; not a number where there is none.</summary>
    public double At(long unixS) => Steps.LastOrDefault(step => step.FromUnixS <= unixS).Value ?? double.NaN;

    /// <summary>The same in another unit.</summary>
    public LimitLine In(double divisor) => new([.. Steps.Select(step => step with { Value = step.Value / divisor })]);

    /// <summary>Its values in words, in the order in which they come: "20 → 21.5", with "none" where there is no limit.</summary>
    /// <param name="say">Words of one value.</param>
    public string Say(Func<double, string> say) =>
        string.Join(" → ", Steps.Select(step => step.Value is { } value ? say(value) : "none"));
}
