using System.Globalization;
using Twin.Core.Physics;

namespace Twin.Cli.Input.Formats;

/// <summary>A guess at the instant whose sun made the radiation of a row.</summary>
/// <param name="Text">The guess in words.</param>
/// <param name="OffsetS">From the stamp to the instant [s].</param>
internal sealed record SunGuess(string Text, double OffsetS)
{
    /// <summary>Part of the offset that mends a wrong zone [s].</summary>
    public double CorrectionS { get; init; }
}

/// <summary>Where the sun stood when the radiation of a row was measured or computed.</summary>
/// <param name="Guess">The best guess.</param>
/// <param name="Test">Which test chose it; null if none could be made and the definition of the format holds.</param>
/// <param name="Tried">All guesses with what they leave unexplained, root mean square [W/m²].</param>
internal sealed record SunVerdict(SunGuess Guess, string? Test, IReadOnlyList<(SunGuess Guess, double RmsWPerM2)> Tried)
{
    /// <summary>Why the guess is not to be relied on; null where it is.</summary>
    public string? Doubt { get; init; }

    /// <summary>One line for people.</summary>
    public string Text => Test is null
        ? $"{Guess.Text}, as the format says; there is too little sun in the file to test it"
        : $"{Guess.Text} ({Test} leaves {Told(Tried.First(t => t.Guess == Guess))}; {string.Join("; ", Others)})";

    private IEnumerable<string> Others =>
        Tried.Where(t => t.Guess != Guess).OrderBy(static t => t.RmsWPerM2).Take(2).Select(static t => $"{Told(t)} {t.Guess.Text}");

    private static string Told((SunGuess Guess, double RmsWPerM2) tried) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(tried.RmsWPerM2, tried.RmsWPerM2 < 10.0 ? 1 : 0)} W/m2");
}

/// <summary>Finds out from the numbers themselves which instant radiation belongs to: headers are wrong about it too often.</summary>
internal static class SunTiming
{
    private const int MostRows = 1500; // of a year's 4400 hours of day: enough to tell half a degree, and quick
    private const int FewestRows = 24;
    private const double LeastBeamWPerM2 = 50.0;
    private const double Decisive = 1.5; // another guess than that of the format must be so much better
    private const double MostOfClosureWPerM2 = 15.0; // assumed: made files leave some W/m², a wrong hour some tens
    private const int MostClearDays = 40;
    private const int FewestClearDays = 5;
    private const double ClearShare = 0.75;

    /// <summary>Closure: at the right instant, global is diffuse plus beam times the cosine of the zenith.</summary>
    /// <param name="guesses">Guesses; the first is the definition of the format.</param>
    /// <param name="stampsUnixS">Stamps of the rows.</param>
    /// <param name="global">Global irradiance [W/m²].</param>
    /// <param name="beam">Beam normal [W/m²].</param>
    /// <param name="diffuse">Diffuse irradiance [W/m²].</param>
    /// <param name="position">Where it was measured.</param>
    public static SunVerdict ByClosure(
        IReadOnlyList<SunGuess> guesses, long[] stampsUnixS, double[] global, double[] beam, double[] diffuse, FilePosition position)
    {
        int[] sunny =
        [
            .. Enumerable.Range(0, beam.Length)
                .Where(i => beam[i] >= LeastBeamWPerM2 && double.IsFinite(global[i] + diffuse[i])),
        ];
        if (sunny.Length < FewestRows)
        {
            return new(guesses[0], null, []);
        }

        int step = 1 + sunny.Length / MostRows;
        return Choose("closure", guesses, MostOfClosureWPerM2, guess =>
        {
            double sum = 0.0;
            int count = 0;
            for (int k = 0; k < sunny.Length; k += step, count++)
            {
                int i = sunny[k];
                double cosine = Math.Max(0.0, CosineAt(stampsUnixS[i] + guess.OffsetS, position));
                double off = global[i] - diffuse[i] - beam[i] * cosine;
                sum += off * off;
            }

            return Math.Sqrt(sum / count);
        });
    }

    /// <summary>Symmetry: on clear days, global is a share of clear sky that stays the same from morning to evening.</summary>
    /// <param name="guesses">Guesses; the first is the definition of the format.</param>
    /// <param name="stampsUnixS">Stamps of the rows.</param>
    /// <param name="global">Global irradiance [W/m²].</param>
    /// <param name="position">Where it was measured.</param>
    public static SunVerdict BySymmetry(IReadOnlyList<SunGuess> guesses, long[] stampsUnixS, double[] global, FilePosition position)
    {
        // Days of local solar time, so that none is cut in two.
        double solarS = position.LongitudeDeg * 240.0;
        (int[] Rows, double Share)[] clear =
        [
            .. Enumerable.Range(0, global.Length).GroupBy(i => (long)Math.Floor((stampsUnixS[i] + solarS) / 86_400.0))
                .Select(day => (Rows: day.ToArray(), Share: ClearnessOf([.. day], stampsUnixS, global, position)))
                .Where(day => day.Share >= ClearShare)
                .OrderByDescending(day => day.Share)
                .Take(MostClearDays),
        ];
        return clear.Length < FewestClearDays
            ? new(guesses[0], null, [])
            : Choose($"symmetry of {clear.Length} clear days", guesses, double.PositiveInfinity, guess =>
                Math.Sqrt(clear.Average(day => MeanSquareOff(day.Rows, stampsUnixS, global, position, guess.OffsetS))));
    }

    /// <summary>Cosine of the true zenith at an instant; below zero by night.</summary>
    public static double CosineAt(double unixS, FilePosition position) => Math.Cos(
        Sun.Position(unixS, position.LatitudeDeg, position.LongitudeDeg, 0.0, 10.0).ZenithDeg * Math.PI / 180.0);

    /// <summary>Global irradiance under a cloudless sky, after Haurwitz.</summary>
    public static double ClearWPerM2(double unixS, FilePosition position) => ClearSky.HaurwitzWPerM2(
        Sun.Position(unixS, position.LatitudeDeg, position.LongitudeDeg, 101_325.0, 10.0).ApparentZenithDeg);

    private static SunVerdict Choose(string test, IReadOnlyList<SunGuess> guesses, double mostWPerM2, Func<SunGuess, double> rms)
    {
        (SunGuess Guess, double RmsWPerM2)[] tried = [.. guesses.Select(guess => (guess, rms(guess)))];
        (SunGuess Guess, double RmsWPerM2) best = tried.MinBy(t => t.RmsWPerM2);
        if (best.RmsWPerM2 > mostWPerM2)
        {
            string left = string.Create(CultureInfo.InvariantCulture, $"the best leaves {best.RmsWPerM2:F0} W/m2");
            string most = string.Create(CultureInfo.InvariantCulture, $"more than {mostWPerM2:F0} (assumed)");
            return new(guesses[0], test, tried) { Doubt = $"no guess at the sun fits, {left}, {most}: check place and zone" };
        }

        bool isBetter = tried[0].RmsWPerM2 > Decisive * best.RmsWPerM2;
        SunGuess chosen = isBetter ? best.Guess : guesses[0];
        SunGuess? rival = tried.FirstOrDefault(t => t.Guess.OffsetS == chosen.OffsetS && t.Guess.CorrectionS != chosen.CorrectionS).Guess;
        string? doubt = rival is null ? null : $"{chosen.Text}, or as well {rival.Text}: the sun cannot tell which, check the zone";
        return new(chosen, test, tried) { Doubt = doubt };
    }

    private static double ClearnessOf(int[] day, long[] stampsUnixS, double[] global, FilePosition position)
    {
        double possible = day.Sum(i => ClearWPerM2(stampsUnixS[i], position));
        double found = day.Sum(i => global[i]);
        return day.Length >= 8 && possible > 0.0 && double.IsFinite(found) ? found / possible : 0.0;
    }

    private static double MeanSquareOff(int[] day, long[] stampsUnixS, double[] global, FilePosition position, double offsetS)
    {
        double[] possible = [.. day.Select(i => ClearWPerM2(stampsUnixS[i] + offsetS, position))];
        double share = day.Select((i, k) => global[i] * possible[k]).Sum() / Math.Max(possible.Sum(p => p * p), 1e-9);
        double[] off = [.. day.Select((i, k) => global[i] - share * possible[k]).Where((_, k) => possible[k] > 0.0)];
        return off.Length == 0 ? 0.0 : off.Average(o => o * o);
    }
}
