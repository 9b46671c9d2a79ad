namespace Twin.Core.Units;

/// <summary>Every unit that a scenario or a column may use, declared once.</summary>
/// <remarks>Factors are exact by definition (SI Brochure, 9th ed., 2019, tables 2 to 5 and 8).</remarks>
public static class UnitTable
{
    private const double SecondsPerHour = 3600.0;

    private static readonly Unit[] Units =
    [
        new("W", Dimension.Power, 1.0, IsEveryday: true),
        new("kW", Dimension.Power, 1e3, IsEveryday: true),
        new("MW", Dimension.Power, 1e6, IsEveryday: true),
        new("GW", Dimension.Power, 1e9),
        new("VA", Dimension.ApparentPower, 1.0, IsEveryday: true),
        new("kVA", Dimension.ApparentPower, 1e3, IsEveryday: true),
        new("MVA", Dimension.ApparentPower, 1e6),
        new("J", Dimension.Energy, 1.0, IsEveryday: true),
        new("kJ", Dimension.Energy, 1e3),
        new("MJ", Dimension.Energy, 1e6),
        new("GJ", Dimension.Energy, 1e9),
        new("Wh", Dimension.Energy, SecondsPerHour),
        new("kWh", Dimension.Energy, 3.6e6, IsEveryday: true),
        new("MWh", Dimension.Energy, 3.6e9, IsEveryday: true),
        new("GWh", Dimension.Energy, 3.6e12, IsEveryday: true),
        new("degC", Dimension.Temperature, 1.0, IsEveryday: true) { Synonyms = ["°C", "℃"] },
        new("degF", Dimension.Temperature, 5.0, 9.0, Offset: -160.0 / 9.0) { Synonyms = ["°F"] },
        new("K", Dimension.TemperatureDifference, 1.0, IsEveryday: true),
        new("kg/s", Dimension.MassFlow, 1.0, IsEveryday: true),
        new("kg/h", Dimension.MassFlow, 1.0, SecondsPerHour),
        new("t/h", Dimension.MassFlow, 1e3, SecondsPerHour),
        new("m3/s", Dimension.VolumeFlow, 1.0, IsEveryday: true) { Synonyms = ["m³/s"] },
        new("m3/h", Dimension.VolumeFlow, 1.0, SecondsPerHour) { Synonyms = ["m³/h"] },
        new("l/s", Dimension.VolumeFlow, 1.0, 1e3, IsEveryday: true) { Synonyms = ["L/s"] },
        new("l/min", Dimension.VolumeFlow, 1.0, 6e4) { Synonyms = ["L/min"] },
        new("m3", Dimension.Volume, 1.0, IsEveryday: true) { Synonyms = ["m³"] },
        new("l", Dimension.Volume, 1.0, 1e3, IsEveryday: true) { Synonyms = ["L"] },
        new("m", Dimension.Length, 1.0, IsEveryday: true),
        new("km", Dimension.Length, 1e3),
        new("cm", Dimension.Length, 1.0, 1e2),
        new("mm", Dimension.Length, 1.0, 1e3),
        new("Pa", Dimension.Pressure, 1.0, IsEveryday: true),
        new("hPa", Dimension.Pressure, 1e2) { Synonyms = ["mbar"] },
        new("kPa", Dimension.Pressure, 1e3, IsEveryday: true),
        new("MPa", Dimension.Pressure, 1e6),
        new("bar", Dimension.Pressure, 1e5),
        new("s", Dimension.Duration, 1.0, IsEveryday: true),
        new("min", Dimension.Duration, 60.0, IsEveryday: true),
        new("h", Dimension.Duration, SecondsPerHour, IsEveryday: true),
        new("d", Dimension.Duration, 86400.0, IsEveryday: true),
        new("deg", Dimension.Angle, 1.0, IsEveryday: true) { Synonyms = ["°"] },
        new("W/m2", Dimension.Irradiance, 1.0, IsEveryday: true) { Synonyms = ["W/m²"] },
        new("kW/m2", Dimension.Irradiance, 1e3) { Synonyms = ["kW/m²"] },
        new("kWh/m2", Dimension.Irradiation, 1.0, IsEveryday: true) { Synonyms = ["kWh/m²"] },
        new("MJ/m2", Dimension.Irradiation, 1.0, 3.6) { Synonyms = ["MJ/m²"] },
        new("m/s", Dimension.Speed, 1.0, IsEveryday: true),
        new("km/h", Dimension.Speed, 1.0, 3.6),
        new("EUR/MWh", Dimension.PricePerEnergy, 1.0, IsEveryday: true) { Synonyms = ["€/MWh"] },
        new("EUR/kWh", Dimension.PricePerEnergy, 1e3) { Synonyms = ["€/kWh"] },
        new("ct/kWh", Dimension.PricePerEnergy, 10.0),
        new("g/kWh", Dimension.CarbonPerEnergy, 1.0, IsEveryday: true) { Synonyms = ["gCO2/kWh", "kg/MWh"] },
        new("kg/kWh", Dimension.CarbonPerEnergy, 1e3) { Synonyms = ["t/MWh"] },
        new("W/K", Dimension.HeatTransfer, 1.0, IsEveryday: true),
        new("kW/K", Dimension.HeatTransfer, 1e3, IsEveryday: true),
        new("%", Dimension.Fraction, 1.0, 1e2, IsEveryday: true),
        new("1", Dimension.Fraction, 1.0),
        new("%/K", Dimension.PerKelvin, 1.0, 1e2, IsEveryday: true),
        new("1/K", Dimension.PerKelvin, 1.0),
        new("m2", Dimension.Area, 1.0, IsEveryday: true) { Synonyms = ["m²"] },
        new("g", Dimension.Mass, 1.0, 1e3),
        new("kg", Dimension.Mass, 1.0, IsEveryday: true),
        new("t", Dimension.Mass, 1e3, IsEveryday: true),
        new("B", Dimension.Data, 1.0, IsEveryday: true),
        new("kB", Dimension.Data, 1e3),
        new("MB", Dimension.Data, 1e6),
        new("GB", Dimension.Data, 1e9, IsEveryday: true),
        new("TB", Dimension.Data, 1e12, IsEveryday: true),
        new("PB", Dimension.Data, 1e15, IsEveryday: true),
        new("EB", Dimension.Data, 1e18, IsEveryday: true),
        new("B/s", Dimension.DataRate, 1.0, IsEveryday: true),
        new("kB/s", Dimension.DataRate, 1e3),
        new("MB/s", Dimension.DataRate, 1e6, IsEveryday: true),
        new("GB/s", Dimension.DataRate, 1e9, IsEveryday: true),
        new("TB/s", Dimension.DataRate, 1e12),
        new("kbit/s", Dimension.DataRate, 1e3, 8.0),
        new("Mbit/s", Dimension.DataRate, 1e6, 8.0),
        new("Gbit/s", Dimension.DataRate, 1e9, 8.0),
        new("Tbit/s", Dimension.DataRate, 1e12, 8.0),
    ];

    private static readonly Dictionary<string, Unit> BySymbol = Index();

    /// <summary>All units, dimension by dimension.</summary>
    public static IReadOnlyList<Unit> All => Units;

    /// <summary>Finds the unit of a symbol or synonym; case counts (mW is not MW).</summary>
    /// <param name="symbol">Symbol as written, without blanks around it.</param>
    /// <returns>The unit, or null if there is none of that name.</returns>
    public static Unit? Find(string symbol) => BySymbol.GetValueOrDefault(symbol);

    /// <summary>Lists the units in which a dimension can be given.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>Units in the order of the table; never empty.</returns>
    public static IEnumerable<Unit> Of(Dimension dimension) => Units.Where(unit => unit.Dimension == dimension);

    /// <summary>Chooses the everyday unit in which a value is shortest to read: 12000 W in kW, 0.2 in %.</summary>
    /// <param name="inside">Value in the inside unit of the dimension.</param>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The largest everyday unit in which the value is 1 or more, else the smallest; for zero the first of the table.</returns>
    public static Unit Everyday(double inside, Dimension dimension)
    {
        if (inside == 0.0)
        {
            return Of(dimension).First(unit => unit.IsEveryday);
        }

        Unit[] fromLarge =
            [.. Of(dimension).Where(unit => unit.IsEveryday).OrderByDescending(unit => unit.Factor / unit.Divisor)];
        return fromLarge.FirstOrDefault(unit => Math.Abs(unit.FromInside(inside)) >= 1.0) ?? fromLarge[^1];
    }

    private static Dictionary<string, Unit> Index()
    {
        var index = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (Unit unit in Units)
        {
            index.Add(unit.Symbol, unit);
            foreach (string synonym in unit.Synonyms)
            {
                index.Add(synonym, unit);
            }
        }

        return index;
    }
}
