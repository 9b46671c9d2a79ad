namespace Twin.Core.Physics;

/// <summary>A liquid-to-liquid plate exchanger, as in a coolant distribution unit, whose conductance follows both flows.</summary>
/// <remarks>
/// 1/UA = 1/(hA_h·(m_h/m_h0)^0.8) + 1/(hA_c·(m_c/m_c0)^0.8), the two films of the design point in the ratio of their
/// k·(m/μ)^0.8·Pr^(1/3), since both sides of a plate have the same area and gap. Fouling and the wall are left in the films.
/// Source: Modelica Buildings library, liquid-to-liquid coolant distribution units; F. P. Incropera et al., Fundamentals of Heat
/// and Mass Transfer, ch. 8 and 11.
/// </remarks>
public sealed class PlateExchanger
{
    /// <summary>Exponent of the flow in the film conductance [1].</summary>
    public const double FlowExponent = 0.8;

    private readonly double hotFilmWPerK;
    private readonly double coldFilmWPerK;

    /// <summary>Splits the conductance of a design point into its two films.</summary>
    /// <param name="designConductanceWPerK">UA at the design point [W/K]; above zero.</param>
    /// <param name="designHotFlowKgPerS">Hot flow there [kg/s]; above zero.</param>
    /// <param name="designColdFlowKgPerS">Cold flow there [kg/s]; above zero.</param>
    /// <param name="hotOverColdFilm">Film conductance of the hot side over that of the cold side at design [1]; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public PlateExchanger(
        double designConductanceWPerK, double designHotFlowKgPerS, double designColdFlowKgPerS, double hotOverColdFilm = 1.0)
    {
        Require.AboveZero(designConductanceWPerK);
        Require.AboveZero(designHotFlowKgPerS);
        Require.AboveZero(designColdFlowKgPerS);
        Require.AboveZero(hotOverColdFilm);
        DesignConductanceWPerK = designConductanceWPerK;
        DesignHotFlowKgPerS = designHotFlowKgPerS;
        DesignColdFlowKgPerS = designColdFlowKgPerS;
        hotFilmWPerK = designConductanceWPerK * (1.0 + hotOverColdFilm);
        coldFilmWPerK = designConductanceWPerK * (1.0 + 1.0 / hotOverColdFilm);
    }

    /// <summary>UA at the design point [W/K].</summary>
    public double DesignConductanceWPerK { get; }

    /// <summary>Hot flow at the design point [kg/s].</summary>
    public double DesignHotFlowKgPerS { get; }

    /// <summary>Cold flow at the design point [kg/s].</summary>
    public double DesignColdFlowKgPerS { get; }

    /// <summary>Exchanger that moves a heat with a stated approach: cold side in, hot side out.</summary>
    /// <param name="heatW">Heat at the design point [W]; above zero.</param>
    /// <param name="approachK">Hot outlet above cold inlet [K]; above zero.</param>
    /// <param name="hotFlowKgPerS">Hot flow [kg/s]; above zero.</param>
    /// <param name="hotSpecificHeatJPerKgK">Heat capacity of the hot stream [J/(kg K)]; above zero.</param>
    /// <param name="coldFlowKgPerS">Cold flow [kg/s]; above zero.</param>
    /// <param name="coldSpecificHeatJPerKgK">Heat capacity of the cold stream [J/(kg K)]; above zero.</param>
    /// <param name="hotOverColdFilm">Film conductance of the hot side over that of the cold side at design [1]; above zero.</param>
    /// <returns>The exchanger.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or the streams would have to cross.</exception>
    public static PlateExchanger FromApproach(
        double heatW,
        double approachK,
        double hotFlowKgPerS,
        double hotSpecificHeatJPerKgK,
        double coldFlowKgPerS,
        double coldSpecificHeatJPerKgK,
        double hotOverColdFilm = 1.0)
    {
        Require.AboveZero(heatW);
        Require.AboveZero(approachK);
        Require.AboveZero(hotFlowKgPerS);
        Require.AboveZero(hotSpecificHeatJPerKgK);
        Require.AboveZero(coldFlowKgPerS);
        Require.AboveZero(coldSpecificHeatJPerKgK);
        double hotOutC = approachK;
        double hotInC = hotOutC + heatW / (hotFlowKgPerS * hotSpecificHeatJPerKgK);
        double coldOutC = heatW / (coldFlowKgPerS * coldSpecificHeatJPerKgK);
        double conductanceWPerK = HeatExchange.ConductanceFromDesignWPerK(heatW, hotInC, hotOutC, 0.0, coldOutC);
        return new(conductanceWPerK, hotFlowKgPerS, coldFlowKgPerS, hotOverColdFilm);
    }

    /// <summary>What a stream brings to its film at a flow: only the ratio of two streams has a meaning.</summary>
    /// <param name="flowKgPerS">Mass flow [kg/s]; above zero.</param>
    /// <param name="specificHeatJPerKgK">Heat capacity [J/(kg K)]; above zero.</param>
    /// <param name="viscosityPaS">Dynamic viscosity [Pa s]; above zero.</param>
    /// <param name="conductivityWPerMK">Thermal conductivity [W/(m K)]; above zero.</param>
    /// <returns>k·(m/μ)^0.8·Pr^(1/3), Pr = cp·μ/k.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double FilmWeight(
        double flowKgPerS, double specificHeatJPerKgK, double viscosityPaS, double conductivityWPerMK)
    {
        Require.AboveZero(flowKgPerS);
        Require.AboveZero(specificHeatJPerKgK);
        Require.AboveZero(viscosityPaS);
        Require.AboveZero(conductivityWPerMK);
        double prandtl = specificHeatJPerKgK * viscosityPaS / conductivityWPerMK;
        return conductivityWPerMK * Math.Pow(flowKgPerS / viscosityPaS, FlowExponent) * Math.Cbrt(prandtl);
    }

    /// <summary>Conductance at two flows.</summary>
    /// <param name="hotFlowKgPerS">Hot flow [kg/s]; zero or more.</param>
    /// <param name="coldFlowKgPerS">Cold flow [kg/s]; zero or more.</param>
    /// <returns>UA [W/K]; zero when a flow is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A flow is NaN, infinite or negative.</exception>
    public double ConductanceWPerK(double hotFlowKgPerS, double coldFlowKgPerS) => HeatExchange.OffDesignConductanceWPerK(
        hotFilmWPerK,
        hotFlowKgPerS / DesignHotFlowKgPerS,
        coldFilmWPerK,
        coldFlowKgPerS / DesignColdFlowKgPerS,
        foulingKPerW: 0.0,
        FlowExponent);

    /// <summary>Heat and outlets at two flows and inlets, counterflow.</summary>
    /// <param name="hotFlowKgPerS">Hot flow [kg/s]; zero or more.</param>
    /// <param name="hotSpecificHeatJPerKgK">Heat capacity of the hot stream [J/(kg K)]; above zero.</param>
    /// <param name="hotInC">Hot inlet [degC].</param>
    /// <param name="coldFlowKgPerS">Cold flow [kg/s]; zero or more.</param>
    /// <param name="coldSpecificHeatJPerKgK">Heat capacity of the cold stream [J/(kg K)]; above zero.</param>
    /// <param name="coldInC">Cold inlet [degC].</param>
    /// <returns>Heat and outlets; no heat and the inlets when a flow is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public ExchangeResult Exchange(
        double hotFlowKgPerS,
        double hotSpecificHeatJPerKgK,
        double hotInC,
        double coldFlowKgPerS,
        double coldSpecificHeatJPerKgK,
        double coldInC) => HeatExchange.Exchange(
            hotFlowKgPerS,
            hotSpecificHeatJPerKgK,
            hotInC,
            coldFlowKgPerS,
            coldSpecificHeatJPerKgK,
            coldInC,
            ConductanceWPerK(hotFlowKgPerS, coldFlowKgPerS));
}
