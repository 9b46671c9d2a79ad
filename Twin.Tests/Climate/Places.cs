using Twin.Cli.Input;
using Twin.Core.Climate;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Tests.Climate;

/// <summary>The climates of the catalogue, and sums over synthetic years, for tests.</summary>
internal static class Places
{
    /// <summary>Every climate of the catalogue.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Entries().Select(static entry => entry.Name)];

    /// <summary>Normals of a climate of the catalogue.</summary>
    public static ClimateNormals Normals(string name) => ClimateBinder.Bind(Entries().Single(entry => entry.Name == name));

    public static double[] Means(ISeries series, long startUnixS, int stepS, int count)
    {
        double[] means = new double[count];
        series.FillMeans(startUnixS, stepS, means);
        return means;
    }

    public static double Mean(ISeries series, long beginUnixS, int hours) => Means(series, beginUnixS, hours * 3600, 1)[0];

    public static (long BeginUnixS, int Hours) Month(int year, int month) =>
        (UtcDay.BeginUnixS(new DateOnly(year, month, 1)), DateTime.DaysInMonth(year, month) * 24);

    /// <summary>Days less the mean course of the year: two harmonics.</summary>
    public static double[] Deseasonalised(double[] days)
    {
        double[] rest = [.. days];
        for (int k = 1; k <= 2; k++)
        {
            double[] cosine = [.. days.Select((_, d) => Math.Cos(2.0 * Math.PI * k * d / days.Length))];
            double[] sine = [.. days.Select((_, d) => Math.Sin(2.0 * Math.PI * k * d / days.Length))];
            double a = 2.0 * days.Zip(cosine, static (x, c) => x * c).Average();
            double b = 2.0 * days.Zip(sine, static (x, s) => x * s).Average();
            rest = [.. rest.Select((x, d) => x - (a * cosine[d]) - (b * sine[d]))];
        }

        return rest;
    }

    /// <summary>Standard deviation, and correlation from day to day.</summary>
    public static double[] Spread(double[] days)
    {
        double mean = days.Average();
        double variance = days.Average(x => (x - mean) * (x - mean));
        double lagged = days.Zip(days.Skip(1), (x, y) => (x - mean) * (y - mean)).Sum() / days.Length;
        return [Math.Sqrt(variance), lagged / variance];
    }

    private static IReadOnlyList<View> Entries() => View.Of(Catalogue.Tree).Items("climates");
}
