using System.Globalization;

namespace Twin.Cli.Output.Reports;

/// <summary>Cells of a table that people open in a spreadsheet: numbers for programs, words that stay words.</summary>
internal static class CsvText
{
    private const string Formula = "=+-@\t\r";

    /// <summary>Free text: one that a spreadsheet would compute gets an apostrophe in front.</summary>
    public static string Words(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>A number with all its digits.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The same; an empty cell where none is compared.</summary>
    public static string NumberOrNone(double? number) => number is { } value ? Number(value) : string.Empty;

    /// <summary>A whole number.</summary>
    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day after ISO 8601.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The year of a subject.</summary>
    public static string Year(ReportSubject subject) => Whole(subject.Year.Year);
}
