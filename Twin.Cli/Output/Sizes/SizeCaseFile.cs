using System.Globalization;
using Twin.Cli.Input.Sizes;

namespace Twin.Cli.Output.Sizes;

/// <summary>cases.csv: every run that the searches made.</summary>
internal static class SizeCaseFile
{
    /// <summary>Writes the table.</summary>
    public static void Write(string path, SizeAnswer answer)
    {
        IReadOnlyList<SizeHall> halls = answer.Question.Halls;
        SizeFutures? futures = answer.Question.Futures;
        string[] header =
        [
            "search", "case", .. futures is null ? [] : FutureHeader(futures), "multiple_of_base",
            .. halls.Select(hall => $"racks_{hall.Name}"), "peak_it_w", "peak_firm_it_w",
            "firm_lost_gpu_h", "firm_lost_fraction", "interruptible_lost_gpu_h", "interruptible_lost_fraction", "to_its_end", "holds",
            "limits", "beside",
        ];
        SizeSearch?[] searches = [answer.Firm, answer.Next, answer.Interruptible];
        CsvFormat.WriteTable(path, header, searches.OfType<SizeSearch>().SelectMany(search => search.Probes.Select(probe => (string[])
        [
            search.Search,
            probe.Case.Name,
            .. futures is null ? [] : (string[])[Whole(probe.Future + 1), .. futures.Texts(probe.Future)],
            Number(answer.Question.MultipleOf(probe.Racks)),
            .. probe.Racks.Select(racks => Whole(racks)),
            Number(probe.PeakItW),
            Number(probe.PeakFirmItW),
            Number(probe.FirmLost),
            Number(probe.FirmLostFraction),
            Number(probe.OtherLost),
            Number(probe.OtherLostFraction),
            probe.IsWhole ? "true" : "false",
            probe.Holds ? "true" : "false",
            string.Join(' ', probe.Limits.Select(limit => limit.Name)),
            string.Join(' ', probe.Limits.SelectMany(limit => limit.Beside).Distinct()),
        ])));
    }

    private static string[] FutureHeader(SizeFutures futures) => ["future", .. futures.Inputs.Select(input => input.Unit is "" or "1"
        ? input.Name
        : $"{input.Name} [{input.Unit}]")];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A number that is not defined is an empty field, as in all tables of the program.
    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty;
}
