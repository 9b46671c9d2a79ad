namespace Twin.Core.Components.Compute;

/// <summary>A bank of UPS modules that share their load equally.</summary>
/// <param name="Name">Name that halls refer to.</param>
/// <param name="Curve">Efficiency over load.</param>
/// <param name="Bank">Modules, their rated output [W] and how many are out.</param>
/// <param name="HeatTo">Where its loss goes.</param>
public sealed record UpsParameters(string Name, EfficiencyCurve Curve, UnitBank Bank, HeatPlace HeatTo)
{
    /// <summary>Loss at an output [W], zero or more.</summary>
    /// <param name="outputW">Power handed on [W]; zero or more.</param>
    public double LossW(double outputW) => Curve.LossW(outputW, Bank.AvailableW);
}

/// <summary>The transformers of the site with the cabling behind them.</summary>
/// <param name="Bank">Transformers, their rating [VA] and how many are out.</param>
/// <param name="NoLoadLossW">P0 of one transformer [W]; zero or more.</param>
/// <param name="LoadLossW">Pk of one transformer at its rating [W]; zero or more.</param>
/// <param name="CablingLossFraction">Cabling loss at rated load as share of the rating [1]; 0 to 0.1; it grows with the square of the load.</param>
/// <remarks>They stand outside the cooled rooms. Loss = n (P0 + Pk (S / (n Sr))^2). Source: Regulation (EU) 548/2014, Annex I (Tier 2 limits for the defaults).</remarks>
public sealed record TransformerParameters(
    UnitBank Bank, double NoLoadLossW, double LoadLossW, double CablingLossFraction)
{
    /// <summary>Ratings with a Tier 2 limit [VA].</summary>
    public static IReadOnlyList<double> RatingsVa { get; } = [1_000e3, 1_600e3, 2_000e3, 2_500e3, 3_150e3];

    /// <summary>Tier 2 limits of one transformer: no-load and load loss [W].</summary>
    /// <param name="ratingVa">One of <see cref="RatingsVa"/>.</param>
    /// <param name="dry">Dry type (Table I.2) or liquid-immersed (Table I.1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such rating.</exception>
    public static (double NoLoadLossW, double LoadLossW) Tier2(double ratingVa, bool dry) => (ratingVa, dry) switch
    {
        (1_000e3, false) => (693, 7_600),
        (1_600e3, false) => (1_080, 12_000),
        (2_000e3, false) => (1_305, 15_000),
        (2_500e3, false) => (1_575, 18_500),
        (3_150e3, false) => (1_980, 23_000),
        (1_000e3, true) => (1_395, 9_000),
        (1_600e3, true) => (1_980, 13_000),
        (2_000e3, true) => (2_340, 16_000),
        (2_500e3, true) => (2_790, 19_000),
        (3_150e3, true) => (3_420, 22_000),
        _ => throw new ArgumentOutOfRangeException(nameof(ratingVa), ratingVa, "Table I of Regulation (EU) 548/2014 has no such rating."),
    };

    /// <summary>Loss of transformers and cabling [W] for what the site draws behind them.</summary>
    /// <param name="outputW">Power handed on [W]; zero or more.</param>
    /// <param name="powerFactor">Active over apparent power [1]; 0.5 to 1.</param>
    public double LossW(double outputW, double powerFactor)
    {
        double loading = outputW / powerFactor / Bank.AvailableW;
        double squared = loading * loading;
        return Bank.InService * (NoLoadLossW + LoadLossW * squared) + CablingLossFraction * Bank.AvailableW * squared;
    }
}
