namespace Twin.Core.Components.Compute;

/// <summary>The shape of one class of work over day and week; all shapes are assumptions on published patterns.</summary>
/// <param name="Name">Name in the catalogue.</param>
/// <param name="MeanBusyFraction">Mean busy share over the week [1]; 0 to 1.</param>
/// <param name="HourShape">Busy share on working days at 0, 1 .. 23 h local time, in any scale.</param>
/// <param name="WeekendFactor">Busy share on Saturday and Sunday over that of working days [1]; above zero.</param>
/// <param name="IdleRackFraction">Share of racks without work at a time [1]; 0 to below 1.</param>
/// <param name="RackSpreadFraction">Half width of the spread between racks [1]; 0 to 1.</param>
/// <param name="DaySpreadFraction">Half width of the spread of the whole hall from day to day, as jobs and customers come and go [1]; 0
/// to 1.</param>
/// <param name="HourSpreadFraction">Half width of the spread of the whole hall from hour to hour [1]; 0 to 1.</param>
public sealed record WorkloadProfile(
    string Name,
    double MeanBusyFraction,
    IReadOnlyList<double> HourShape,
    double WeekendFactor,
    double IdleRackFraction,
    double RackSpreadFraction,
    double DaySpreadFraction,
    double HourSpreadFraction)
{
    private static readonly double[] Flat = [.. Enumerable.Repeat(1.0, 24)];

    // Working-day peak to trough 2 to 4, least at 04:00, ramp 07-10, plateau 10-17, evening shoulder (facts on inference traffic, from
    // memory).
    private static readonly double[] OfficeDay =
    [
        0.62, 0.54, 0.49, 0.46, 0.45, 0.47, 0.55, 0.72, 0.95, 1.18, 1.34, 1.40,
        1.38, 1.40, 1.42, 1.41, 1.38, 1.30, 1.20, 1.14, 1.10, 1.02, 0.88, 0.74,
    ];

    // Batch work fills what the day leaves: a little more by night.
    private static readonly double[] NightFill =
    [
        1.15, 1.18, 1.20, 1.20, 1.18, 1.14, 1.08, 1.00, 0.93, 0.88, 0.85, 0.84,
        0.85, 0.86, 0.87, 0.88, 0.90, 0.92, 0.95, 0.98, 1.00, 1.04, 1.08, 1.12,
    ];

    /// <summary>Training of large models: busy day and night, some racks between jobs.</summary>
    public static WorkloadProfile LlmTraining { get; } = new("llm-training", 0.74, Flat, 1.0, 0.12, 0.05, 0.25, 0.05);

    /// <summary>Batch inference: fills the nights.</summary>
    public static WorkloadProfile BatchInference { get; } = new("batch-inference", 0.48, NightFill, 1.05, 0.08, 0.25, 0.30, 0.06);

    /// <summary>Interactive inference: follows the working day.</summary>
    public static WorkloadProfile InteractiveInference { get; } =
        new("interactive-inference", 0.29, OfficeDay, 0.62, 0.0, 0.30, 0.10, 0.06);

    /// <summary>All profiles, by ordinal name.</summary>
    public static IReadOnlyList<WorkloadProfile> All { get; } = [BatchInference, InteractiveInference, LlmTraining];
}
