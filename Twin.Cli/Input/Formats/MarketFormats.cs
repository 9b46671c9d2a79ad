using System.Text.RegularExpressions;
using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>What files of prices and carbon have in common: a header, a stamp that names the begin of what its values hold for.</summary>
internal abstract class MarketFormat : IFormat
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <summary>Zone of naive stamps.</summary>
    protected virtual string UsualZone(IReadOnlyList<string> headers) => "UTC";

    /// <summary>What the zone is taken from.</summary>
    protected abstract string WhyZone { get; }

    /// <inheritdoc/>
    public abstract bool Recognises(IReadOnlyList<string> head);

    /// <summary>How to read a column, or null to leave it.</summary>
    protected abstract ColumnPlan? Plan(string header, int field);

    /// <summary>Reads the stamp of a row: that of the first field, unless the format says otherwise.</summary>
    protected virtual bool TryStamp(TableRows rows, IRows row, NamedTime time, out long unixS) => time.TryField(rows, row, 0, out unixS);

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        using var cells = new SeparatedRows(source, 1, hasHeader: true);
        if (NamedTime.Of(wishes, UsualZone(cells.Headers), WhyZone, faults) is not { } time)
        {
            return null;
        }

        var rows = new TableRows(source, cells, faults);
        ColumnPlan[] plans = [.. cells.Headers.Select((header, field) => Plan(header.Trim(), field)).OfType<ColumnPlan>()];
        if (plans.Length == 0)
        {
            faults.AtLine("IT0309", $"not a file of {Name}", 1, 1, source.Head[0], $"the header of a {Title}");
            return null;
        }

        IReadOnlyList<FileColumn> columns = rows.Read(
            cells.Headers.Count, mayHaveMore: false, (IRows row, out long unixS) => TryStamp(rows, row, time, out unixS), plans);
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = [.. columns.Where(IsWorthKeeping)],
            ZoneText = time.Text,
            StampText = "the begin of its interval",
            IntervalS = FileTable.IntervalOf(rows.StampsUnixS),
        };
    }

    private static bool IsWorthKeeping(FileColumn column) =>
        column.Measures != Measurand.Other || (!column.IsText && column.Values.Any(double.IsFinite));
}

/// <summary>Carbon intensity of Electricity Maps, stamps in UTC without saying so.</summary>
/// <remarks>Source: the header of the yearly files of www.electricitymaps.com.</remarks>
internal sealed partial class ElectricityMapsFormat : MarketFormat
{
    /// <inheritdoc/>
    public override string Name => "electricity-maps";

    /// <inheritdoc/>
    public override string Title => "carbon intensity of Electricity Maps";

    /// <inheritdoc/>
    protected override string WhyZone => "as the header says";

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> head) =>
        head[0].StartsWith("Datetime (UTC),", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override ColumnPlan? Plan(string header, int field)
    {
        Match carbon = CarbonHeader().Match(header);
        return carbon.Success
            ? new(field, $"carbon intensity ({carbon.Groups[1].Value})", Measurand.Carbon, "g/kWh") { Between = Between.Mean }
            : header.Contains("ercentage", StringComparison.Ordinal)
                ? new ColumnPlan(field, header, Measurand.Other, "%") { Between = Between.Mean }
                : null;
    }

    [GeneratedRegex(@"^Carbon intensity gCO.*\((.+)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex CarbonHeader();
}

/// <summary>Prices of Open Power System Data and files cut out of it.</summary>
/// <remarks>Source: Open Power System Data, data package "Time series", 2020-10-06.</remarks>
internal sealed partial class OpsdFormat : MarketFormat
{
    /// <inheritdoc/>
    public override string Name => "opsd";

    /// <inheritdoc/>
    public override string Title => "time series of Open Power System Data";

    /// <inheritdoc/>
    protected override string WhyZone => "as the stamps say";

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> head) =>
        head[0].StartsWith("utc_timestamp,", StringComparison.Ordinal)
        || (head[0].StartsWith("time,", StringComparison.Ordinal) && head[0].Split(',').Skip(1).Any(static h => PriceHeader().IsMatch(h)));

    /// <inheritdoc/>
    protected override ColumnPlan? Plan(string header, int field) =>
        PriceHeader().IsMatch(header) ? new(field, header, Measurand.Price, "EUR/MWh") { Between = Between.Hold }
        : field == 0 || header == "cet_cest_timestamp" ? null
        : new ColumnPlan(field, header, Measurand.Other, null) { Between = Between.Mean };

    [GeneratedRegex(@"price_day_ahead|price_eur_mwh$", RegexOptions.IgnoreCase)]
    private static partial Regex PriceHeader();
}

/// <summary>
/// Day-ahead prices of the transparency platform of ENTSO-E: a span such as 31.01.2020 00:00 - 31.01.2020 01:00 in the first column.
/// </summary>
/// <remarks>Source: the CSV exports of transparency.entsoe.eu, older and newer layout.</remarks>
internal sealed partial class EntsoeFormat : MarketFormat
{
    /// <inheritdoc/>
    public override string Name => "entsoe";

    /// <inheritdoc/>
    public override string Title => "prices of ENTSO-E";

    /// <inheritdoc/>
    protected override string WhyZone => "as the header says";

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> head) =>
        head[0].StartsWith("\"MTU (", StringComparison.Ordinal) || head[0].StartsWith("MTU (", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string UsualZone(IReadOnlyList<string> headers) =>
        headers[0].Contains("UTC", StringComparison.Ordinal) ? "UTC" : "Europe/Brussels";

    /// <inheritdoc/>
    protected override ColumnPlan? Plan(string header, int field)
    {
        Match price = PriceHeader().Match(header);
        return price.Success
            ? new(field, price.Groups[1].Value.Trim(), Measurand.Price, "EUR/MWh") { Between = Between.Hold, MissingWord = "n/e" }
            : null;
    }

    /// <inheritdoc/>
    protected override bool TryStamp(TableRows rows, IRows row, NamedTime time, out long unixS)
    {
        unixS = 0;
        ReadOnlySpan<byte> span = row[0];
        int dash = span.IndexOf(" - "u8);
        int bracket = span.IndexOf((byte)'(');
        ReadOnlySpan<byte> begin = dash < 0 ? span : span[..(bracket > 0 && bracket < dash ? bracket : dash)];
        if (ForeignTime.TryDayMonthYear(begin, out long localS))
        {
            return time.TryInstant(rows, 0, localS, out unixS);
        }

        rows.BadStamp(0, "a span such as 31.01.2020 00:00 - 31.01.2020 01:00");
        return false;
    }

    [GeneratedRegex(@"^(Day-ahead Price.*?)[\[(]EUR ?/ ?MWh[\])]", RegexOptions.IgnoreCase)]
    private static partial Regex PriceHeader();
}

/// <summary>Market data of SMARD: semicolons, German numbers, the clock of Germany with its summer time.</summary>
/// <remarks>Source: the CSV downloads of www.smard.de, older layout (Datum;Anfang;Ende) and newer one (Datum von;Datum bis), and
/// the English one (Start date;End date), with points, groups behind commas and a clock of twelve hours.</remarks>
internal sealed partial class SmardFormat : MarketFormat
{
    private static readonly string[] GermanZones = ["Deutschland/", "Germany/"];

    /// <inheritdoc/>
    public override string Name => "smard";

    /// <inheritdoc/>
    public override string Title => "market data of SMARD";

    /// <inheritdoc/>
    protected override string WhyZone => "the clock of SMARD";

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> head) =>
        head[0].StartsWith("Datum;Anfang;Ende;", StringComparison.Ordinal)
        || head[0].StartsWith("Datum von;Datum bis;", StringComparison.Ordinal)
        || head[0].StartsWith("Start date;End date;", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string UsualZone(IReadOnlyList<string> headers) => "Europe/Berlin";

    /// <inheritdoc/>
    protected override ColumnPlan? Plan(string header, int field)
    {
        Match match = NameAndUnit().Match(header);
        if (!match.Success)
        {
            return null;
        }

        bool isPrice = match.Groups[2].Value == "€/MWh";
        bool isEnglish = header.EndsWith(" resolutions", StringComparison.Ordinal); // else Auflösungen
        return new(field, match.Groups[1].Value, Priority(match.Groups[1].Value, isPrice), isPrice ? "EUR/MWh" : match.Groups[2].Value)
        {
            Mark = isEnglish ? (byte)'.' : (byte)',',
            HasCommaGroups = isEnglish,
            MissingWord = "-",
            Between = isPrice ? Between.Hold : Between.Mean,
        };
    }

    /// <inheritdoc/>
    protected override bool TryStamp(TableRows rows, IRows row, NamedTime time, out long unixS)
    {
        unixS = 0;
        if (ForeignTime.TryEnglish(row[0], out long localS))
        {
            return time.TryInstant(rows, 0, localS, out unixS);
        }

        if (!ForeignTime.TryDayMonthYear(row[0], out localS))
        {
            rows.BadStamp(0, "a date such as 31.01.2020, 31.01.2020 13:45 or Jan 31, 2020 1:45 PM");
            return false;
        }

        if (row[0].Trim((byte)' ').Length == 10)
        {
            if (!ForeignTime.TryClock(row[1], out int secondOfDay))
            {
                rows.BadStamp(1, "a time such as 13:45");
                return false;
            }

            localS += secondOfDay;
        }

        return time.TryInstant(rows, 0, localS, out unixS);
    }

    // Of the many bidding zones in one file it is the German one that a site in Germany pays.
    private static Measurand Priority(string name, bool isPrice) =>
        isPrice && GermanZones.Any(zone => name.StartsWith(zone, StringComparison.Ordinal)) ? Measurand.Price : Measurand.Other;

    [GeneratedRegex(@"^(.*\S)\s*\[(.+?)\]")]
    private static partial Regex NameAndUnit();
}
