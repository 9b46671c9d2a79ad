namespace Twin.Core.Physics;

/// <summary>Which glycol is in the water.</summary>
public enum Glycol
{
    /// <summary>Propylene glycol, 1,2-propanediol: what cold plates run on.</summary>
    Propylene,

    /// <summary>Ethylene glycol, 1,2-ethanediol: better at carrying heat, and poisonous.</summary>
    Ethylene,
}

/// <summary>Water with a share of glycol, liquid from its freezing point to 100 degC.</summary>
/// <remarks>
/// Each property is a polynomial in (T − T_base) and (x − x_base), the viscosity the exponential of one; made once for a mixture,
/// it is a cubic in temperature. Pressure is left out: up to 10 bar it moves the density by less than 0.05 %.
/// Source: Å. Melinder, Properties of Secondary Working Fluids for Indirect Systems, IIR, 2010, with the coefficients that
/// CoolProp publishes as INCOMP::MPG and INCOMP::MEG. The measurements behind them end near 40 degC for strong mixtures: above,
/// the curves are extrapolations, smooth but unchecked. At x = 0 they lie up to 0.04 % (density) and 0.14 % (heat capacity)
/// off <see cref="Water"/>.
/// </remarks>
public sealed class GlycolWater
{
    /// <summary>Strongest mixture that the polynomials cover [kg glycol/kg].</summary>
    public const double HighestMassFraction = 0.6;

    /// <summary>Highest temperature of the polynomials [degC].</summary>
    public const double HighestTemperatureC = 100.0;

    /// <summary>Glycol in the coolant sold as PG25, 25 % by volume [kg/kg].</summary>
    /// <remarks>Converted with the densities of pure glycol and water at 20 degC, 1036 and 998 kg/m³.</remarks>
    public const double Pg25MassFraction = 0.257;

    private const double KelvinOffset = 273.15;
    private const int PowersOfT = 4;
    private const int PowersOfX = 6;

    private readonly double baseC;
    private readonly double[] density;
    private readonly double[] specificHeat;
    private readonly double[] logViscosity;
    private readonly double[] conductivity;

    /// <summary>Prepares the properties of one mixture.</summary>
    /// <param name="glycol">Kind of glycol.</param>
    /// <param name="massFraction">Glycol in the mixture [kg/kg]; 0 to 0.6.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is NaN or outside its range.</exception>
    public GlycolWater(Glycol glycol, double massFraction)
    {
        Require.InRange(massFraction, 0.0, HighestMassFraction);
        var table = glycol == Glycol.Propylene ? GlycolTable.Propylene : GlycolTable.Ethylene;
        double x = massFraction - table.BaseMassFraction;
        Kind = glycol;
        MassFraction = massFraction;
        FreezingPointC = Numerics.Polynomial(table.FreezingK, x) - KelvinOffset;
        baseC = table.BaseK - KelvinOffset;
        density = AtShare(table.Density, x);
        specificHeat = AtShare(table.SpecificHeat, x);
        logViscosity = AtShare(table.LogViscosity, x);
        conductivity = AtShare(table.Conductivity, x);
    }

    /// <summary>The usual coolant of cold plates: 25 % propylene glycol by volume.</summary>
    public static GlycolWater Pg25 { get; } = new(Glycol.Propylene, Pg25MassFraction);

    /// <summary>Kind of glycol.</summary>
    public Glycol Kind { get; }

    /// <summary>Glycol in the mixture [kg/kg].</summary>
    public double MassFraction { get; }

    /// <summary>Temperature at which the first ice forms [degC]; −10.2 for PG25.</summary>
    public double FreezingPointC { get; }

    /// <summary>Whether the mixture is liquid and inside the polynomials.</summary>
    /// <param name="temperatureC">Temperature [degC]; any finite number.</param>
    /// <returns>True from the freezing point to 100 degC.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not finite.</exception>
    public bool IsLiquid(double temperatureC)
    {
        Require.Finite(temperatureC);
        return temperatureC >= FreezingPointC && temperatureC <= HighestTemperatureC;
    }

    /// <summary>Density.</summary>
    /// <param name="temperatureC">Temperature [degC]; freezing point to 100.</param>
    /// <returns>Density [kg/m³].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN, or the mixture would freeze or boil.</exception>
    public double DensityKgPerM3(double temperatureC) => Numerics.Polynomial(density, Above(temperatureC));

    /// <summary>Heat capacity at constant pressure.</summary>
    /// <param name="temperatureC">Temperature [degC]; freezing point to 100.</param>
    /// <returns>Specific heat [J/(kg K)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN, or the mixture would freeze or boil.</exception>
    public double SpecificHeatJPerKgK(double temperatureC) => Numerics.Polynomial(specificHeat, Above(temperatureC));

    /// <summary>Enthalpy, so that flow times difference and stored heat agree to rounding.</summary>
    /// <param name="temperatureC">Temperature [degC]; freezing point to 100.</param>
    /// <returns>Enthalpy [J/kg] above the same mixture at the base temperature of its table, about 32 degC.</returns>
    /// <remarks>The exact integral of the cubic behind <see cref="SpecificHeatJPerKgK"/>; only differences have a meaning.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN, or the mixture would freeze or boil.</exception>
    public double EnthalpyJPerKg(double temperatureC) => Numerics.PolynomialIntegral(specificHeat, Above(temperatureC));

    /// <summary>Dynamic viscosity.</summary>
    /// <param name="temperatureC">Temperature [degC]; freezing point to 100.</param>
    /// <returns>Dynamic viscosity [Pa s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN, or the mixture would freeze or boil.</exception>
    public double ViscosityPaS(double temperatureC) => Math.Exp(Numerics.Polynomial(logViscosity, Above(temperatureC)));

    /// <summary>Thermal conductivity.</summary>
    /// <param name="temperatureC">Temperature [degC]; freezing point to 100.</param>
    /// <returns>Thermal conductivity [W/(m K)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN, or the mixture would freeze or boil.</exception>
    public double ConductivityWPerMK(double temperatureC) => Numerics.Polynomial(conductivity, Above(temperatureC));

    private static double[] AtShare(double[] coefficients, double x)
    {
        double[] cubic = new double[PowersOfT];
        for (int i = 0; i < PowersOfT; i++)
        {
            cubic[i] = Numerics.Polynomial(coefficients.AsSpan(i * PowersOfX, PowersOfX), x);
        }

        return cubic;
    }

    private double Above(double temperatureC)
    {
        Require.InRange(temperatureC, FreezingPointC, HighestTemperatureC);
        return temperatureC - baseC;
    }
}
