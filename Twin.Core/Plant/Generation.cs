using Twin.Core.Components.Power;
using Twin.Core.Physics;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Plant;

/// <summary>Weather of a run of steps as generators see it, means over the steps.</summary>
/// <param name="startUnixS">Begin of the first step, seconds since 1970-01-01T00:00Z.</param>
/// <param name="stepS">Length of a step [s].</param>
/// <param name="airC">Outdoor air [degC].</param>
/// <param name="windMPerS">Wind at 10 m [m/s].</param>
/// <param name="ghiWPerM2">Global irradiance on the horizontal [W/m2].</param>
internal readonly ref struct GenerationWeather(
    long startUnixS, int stepS, ReadOnlySpan<double> airC, ReadOnlySpan<double> windMPerS, ReadOnlySpan<double> ghiWPerM2)
{
    public long StartUnixS { get; } = startUnixS;

    public int StepS { get; } = stepS;

    public ReadOnlySpan<double> AirC { get; } = airC;

    public ReadOnlySpan<double> WindMPerS { get; } = windMPerS;

    public ReadOnlySpan<double> GhiWPerM2 { get; } = ghiWPerM2;

    public int Count => AirC.Length;

    public double MiddleUnixS(int step) => StartUnixS + (step + 0.5) * StepS;
}

/// <summary>What sun and wind make of the weather, on the site and in the parks under contract.</summary>
internal sealed class Generation
{
    // Parks under contract stand where wind and land are better than in a town: assumed, so that a year gives about 23 % of the rating.
    private const double ParkWindFactor = 1.4;
    private static readonly WindParameters WindPark = new("park", new(1, 1.0, 0), 140.0, 0.1, 0.12, TurbineCurve.LowWind);
    private static readonly PhotovoltaicsParameters SolarPark = new("park", 1.2, 1.05, 25.0, 180.0, 0.14, -0.0035);
    private static readonly double ParkHubFactor = ParkWindFactor * WindProduction.HubFactor(WindPark);

    private readonly PhotovoltaicsParameters[] arrays; // the park behind those of the site, if a contract asks for it
    private readonly WindParameters[] turbines;
    private readonly double[] hubFactor;
    private readonly ContractParameters[] contracts;
    private readonly SurroundingSeries series;
    private readonly SiteLocation site;
    private readonly double airPressurePa;
    private readonly Clock clock;
    private readonly ColumnShelf? shelf;
    private readonly double[]?[] solarColumns;
    private readonly double[]?[] windColumns;
    private double[] solarPark = [];
    private double[] windPark = [];
    private SunPosition[] sun = [];

    /// <summary>Prepares the generators.</summary>
    /// <param name="design">The plant.</param>
    /// <param name="series">The weather.</param>
    /// <param name="site">Where the site stands.</param>
    /// <param name="clock">Steps of the run.</param>
    /// <param name="shelf">Columns shared with other runs; null for none.</param>
    public Generation(PlantDesign design, SurroundingSeries series, SiteLocation site, Clock clock, ColumnShelf? shelf)
    {
        this.series = series;
        this.site = site;
        this.clock = clock;
        this.shelf = shelf is not null && shelf.Takes(SharedSeries.Bytes(clock)) ? shelf : null;
        contracts = [.. design.Contracts];
        arrays = contracts.Any(c => c.Kind == ContractKind.Solar) ? [.. design.Photovoltaics, SolarPark] : [.. design.Photovoltaics];
        turbines = contracts.Any(c => c.Kind == ContractKind.Wind) ? [.. design.Wind, WindPark] : [.. design.Wind];
        hubFactor = [.. turbines.Select(t => ReferenceEquals(t, WindPark) ? ParkHubFactor : WindProduction.HubFactor(t))];
        airPressurePa = MoistAir.PressureAtElevationPa(site.ElevationM);
        solarColumns = new double[]?[arrays.Length];
        windColumns = new double[]?[turbines.Length];
    }

    /// <summary>Makes room for blocks.</summary>
    /// <param name="steps">Steps in a block.</param>
    public void MakeRoom(int steps)
    {
        solarPark = new double[steps];
        windPark = new double[steps];
        sun = new SunPosition[steps];
    }

    /// <summary>Fills the power of a block.</summary>
    /// <param name="startUnixS">Begin of the block, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="stepS">Length of a step [s].</param>
    /// <param name="steps">Steps to fill; no more than there is room for.</param>
    /// <param name="b">Holds the weather of the block and receives the power.</param>
    public void Fill(long startUnixS, int stepS, int steps, Boundary b)
    {
        var weather = new GenerationWeather(
            startUnixS, stepS, b.AirC.AsSpan(0, steps), b.WindMPerS.AsSpan(0, steps), b.GhiWPerM2.AsSpan(0, steps));
        bool isShared = shelf is not null && stepS == clock.StepS;
        if (!isShared && arrays.Length > 0)
        {
            FillSun(weather, sun);
        }

        for (int i = 0; i < arrays.Length; i++)
        {
            Span<double> power = (i < b.SolarW.Length ? b.SolarW[i] : solarPark).AsSpan(0, steps);
            if (isShared)
            {
                (solarColumns[i] ??= SolarColumn(arrays[i])).AsSpan(At(startUnixS), steps).CopyTo(power);
            }
            else
            {
                FillSolar(arrays[i], weather, sun, power);
            }
        }

        for (int i = 0; i < turbines.Length; i++)
        {
            Span<double> power = (i < b.WindW.Length ? b.WindW[i] : windPark).AsSpan(0, steps);
            if (isShared)
            {
                (windColumns[i] ??= WindColumn(i)).AsSpan(At(startUnixS), steps).CopyTo(power);
            }
            else
            {
                FillWind(turbines[i], hubFactor[i], weather.WindMPerS, power);
            }
        }

        for (int i = 0; i < contracts.Length; i++)
        {
            FillContract(contracts[i], weather, b.ContractW[i].AsSpan(0, steps));
        }
    }

    private void FillContract(ContractParameters contract, in GenerationWeather weather, Span<double> power)
    {
        contract.Profile?.FillMeans(weather.StartUnixS, weather.StepS, power);
        for (int k = 0; k < power.Length; k++)
        {
            double share = contract.Kind switch
            {
                ContractKind.Solar => Math.Min(1.0, solarPark[k]),
                ContractKind.Wind => windPark[k],
                ContractKind.Profile => power[k],
                _ => 1.0,
            };
            power[k] = share * contract.SizeW;
        }
    }

    private int At(long startUnixS) => (int)((startUnixS - clock.StartUnixS) / clock.StepS);

    private double[] SolarColumn(PhotovoltaicsParameters array) => shelf!.Of(
        (array, site, (series.AirTemperatureC.Identity, series.WindMPerS.Identity, series.GhiWPerM2.Identity), clock),
        SharedSeries.Bytes(clock),
        () =>
        {
            (double[] airC, double[] windMPerS, double[] ghiWPerM2) =
                (Whole(series.AirTemperatureC), Whole(series.WindMPerS), Whole(series.GhiWPerM2));
            var weather = new GenerationWeather(clock.StartUnixS, clock.StepS, airC, windMPerS, ghiWPerM2);
            (SunPosition[] seen, double[] power) = (new SunPosition[clock.Count], new double[clock.Count]);
            FillSun(weather, seen);
            FillSolar(array, weather, seen, power);
            return power;
        });

    private double[] WindColumn(int turbine) => shelf!.Of(
        (turbines[turbine], hubFactor[turbine], series.WindMPerS.Identity, clock),
        SharedSeries.Bytes(clock),
        () =>
        {
            double[] power = new double[clock.Count];
            FillWind(turbines[turbine], hubFactor[turbine], Whole(series.WindMPerS), power);
            return power;
        });

    private double[] Whole(ISeries one)
    {
        double[] whole = new double[clock.Count];
        one.FillMeans(clock.StartUnixS, clock.StepS, whole);
        return whole;
    }

    // The sun's place is the dearest number of a step's surroundings: taken once for all arrays, and not by night.
    private void FillSun(in GenerationWeather weather, Span<SunPosition> places)
    {
        SunPosition[]? known = TruePlaces(weather.StartUnixS, weather.Count);
        for (int k = 0; k < weather.Count; k++)
        {
            places[k] = weather.GhiWPerM2[k] > 0.0
                ? (known?[k] ?? Sun.TruePosition(weather.MiddleUnixS(k), site.LatitudeDeg, site.LongitudeDeg))
                    .SeenThrough(airPressurePa, weather.AirC[k])
                : default;
        }
    }

    // Years that differ by their seed have one sun.
    private SunPosition[]? TruePlaces(long startUnixS, int count)
    {
        long bytes = count * 7L * sizeof(double);
        return shelf is null || startUnixS != clock.StartUnixS || count != clock.Count || !shelf.Takes(bytes) ? null : shelf.Of(
            ("sun", site.LatitudeDeg, site.LongitudeDeg, clock), bytes, () =>
            {
                SunPosition[] places = new SunPosition[clock.Count];
                for (int k = 0; k < places.Length; k++)
                {
                    double middleUnixS = clock.StartUnixS + (k + 0.5) * clock.StepS;
                    places[k] = Sun.TruePosition(middleUnixS, site.LatitudeDeg, site.LongitudeDeg);
                }

                return places;
            });
    }

    private static void FillSolar(
        PhotovoltaicsParameters array, in GenerationWeather weather, ReadOnlySpan<SunPosition> sun, Span<double> power)
    {
        (int day, int dayOfYear, double above) = (int.MinValue, 0, 0.0);
        for (int k = 0; k < power.Length; k++)
        {
            double middleUnixS = weather.MiddleUnixS(k);
            int today = (int)Math.Floor(middleUnixS / UtcDay.LengthS);
            if (today != day)
            {
                day = today;
                dayOfYear = UtcDay.Date(day).DayOfYear;
                above = Sun.ExtraterrestrialWPerM2(dayOfYear);
            }

            var now = new GeneratorWeather(middleUnixS, dayOfYear, weather.AirC[k], weather.WindMPerS[k], weather.GhiWPerM2[k]);
            power[k] = SolarProduction.PowerW(array, now, sun[k], above);
        }
    }

    private static void FillWind(WindParameters turbines, double hubFactor, ReadOnlySpan<double> windMPerS, Span<double> power)
    {
        for (int k = 0; k < power.Length; k++)
        {
            power[k] = WindProduction.AtHubW(turbines, hubFactor * windMPerS[k]);
        }
    }
}
