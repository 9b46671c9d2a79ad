namespace Twin.Core.Studies;

/// <summary>Which way an outcome is better.</summary>
public enum OutcomeDirection
{
    /// <summary>Less is better: cost, PUE.</summary>
    Min,

    /// <summary>More is better: GPU-hours, heat to the town.</summary>
    Max,
}
