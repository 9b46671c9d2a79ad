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
/// <param name="CablingLossFraction">Cabling loss at rated load as share of the rating [1]; 0 to 0.1; it grows with the square of the
/// load.</param>
/// <remarks>They stand outside the cooled rooms. Loss = n (P0 + Pk (S / (n Sr))^2). Source: Regulation (EU) 548/2014, Annex I; its Tier
/// 2 limits are in the catalogue.</remarks>
public sealed record TransformerParameters(
    UnitBank Bank, double NoLoadLossW, double LoadLossW, double CablingLossFraction)
{
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
