using System.Globalization;
using CsvHelper;

namespace Twin.Cli.Output;

/// <summary>Reads the rows of a finished run as they stream by, from CSV if the run has it, else from Parquet.</summary>
internal static class SeriesRows
{
    /// <summary>Reads them.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="isWanted">Which columns.</param>
    /// <param name="begin">Told their names, once, in the order of a row.</param>
    /// <param name="take">Given each row: begin of its interval, and a number for each column; NaN where none is defined.</param>
    /// <exception cref="FormatException">A field is no number, or a stamp no instant.</exception>
    public static void Read(
        string folder, Func<string, bool> isWanted, Action<IReadOnlyList<string>> begin, Action<long, ReadOnlySpan<double>> take)
    {
        string path = Path.Combine(folder, RunFiles.TimeSeries);
        if (!File.Exists(path))
        {
            ParquetSeriesFile.Read(Path.Combine(folder, RunFiles.TimeSeriesParquet), isWanted, begin, take);
            return;
        }

        using CsvReader csv = CsvReader.FromFile(path);
        int[] places = [.. Enumerable.Range(1, Math.Max(0, csv.Headers.Count - 1)).Where(i => isWanted(csv.Headers[i]))];
        begin([.. places.Select(i => csv.Headers[i])]);
        double[] values = new double[places.Length];
        while (csv.Read())
        {
            for (int i = 0; i < places.Length; i++)
            {
                values[i] = csv.GetSpan(places[i]).IsEmpty
                    ? double.NaN
                    : csv.Parse<double>(places[i], CultureInfo.InvariantCulture);
            }

            take(UtcText.Parse(csv.GetSpan(0)), values);
        }
    }
}
