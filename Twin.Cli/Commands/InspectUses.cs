using Twin.Cli.Input;
using Twin.Cli.Input.Formats;
using Twin.Core.Units;

namespace Twin.Cli.Commands;

/// <summary>How a scenario would take a file.</summary>
internal static class InspectUses
{
    private static readonly Measurand[] OfWeather =
        [Measurand.AirTemperature, Measurand.Humidity, Measurand.GlobalIrradiance, Measurand.Wind];

    /// <summary>Lines for a scenario; none where it has no use for the file. Three dots stand for what only the reader knows.</summary>
    public static IReadOnlyList<string> Of(FileInspection found)
    {
        FileTable table = found.Table;
        string file = Path.GetFileName(table.Source.File);
        if (!table.HasOrigin)
        {
            return [];
        }

        ColumnInspection[] filled = [.. found.Columns.Where(static column => column.Count > 0)];
        string calendar = table.IsTypical ? ", calendar: repeat" : string.Empty;
        if (table.Format is not CsvFormat && OfWeather.All(wanted => filled.Any(column => column.Column.Measures == wanted)))
        {
            string fill = Fill(found, [.. filled.Where(static column => OfWeather.Contains(column.Column.Measures))]);
            return [$"weather: {{ file: {file}{calendar}{fill} }}"];
        }

        // Of lowest, mean and highest value of a day, a scenario wants the mean.
        return
        [
            .. filled.Where(column => KeyOf(column.Column.Measures) is { } key && HasUnitOf(key.Dimension, column.Column))
                .GroupBy(static column => column.Column.Measures)
                .Select(static group =>
                    group.FirstOrDefault(static c => c.Column.Name.Contains("mean", StringComparison.OrdinalIgnoreCase)) ?? group.First())
                .Select(column => $"{KeyOf(column.Column.Measures)!.Value.Key}: "
                    + $"{{ file: {file}{Words(found, column.Column)}{calendar}{Fill(found, [column])} }}"),
        ];
    }

    private static (string Key, Dimension Dimension)? KeyOf(Measurand measurand) => measurand switch
    {
        Measurand.AirTemperature => ("weather.air_temperature", Dimension.Temperature),
        Measurand.GlobalIrradiance => ("weather.ghi", Dimension.Irradiance),
        Measurand.Wind => ("weather.wind", Dimension.Speed),
        Measurand.WaterTemperature => ("river.temperature", Dimension.Temperature),
        Measurand.Discharge => ("river.discharge", Dimension.VolumeFlow),
        Measurand.Price => ("grid.price", Dimension.PricePerEnergy),
        Measurand.Carbon => ("grid.carbon", Dimension.CarbonPerEnergy),
        Measurand.Utilisation => ("halls.NAME.workload.utilisation", Dimension.Fraction),
        _ => null,
    };

    private static bool HasUnitOf(Dimension dimension, FileColumn column) =>
        column.Unit is null || UnitTable.Find(column.Unit)?.Dimension == dimension;

    private static string Words(FileInspection found, FileColumn column)
    {
        if (found.Table.Format is not CsvFormat)
        {
            return string.Empty;
        }

        string unit = column.Unit is null ? $", unit: {column.LikelyUnit ?? "..."}" : string.Empty;
        string zone = found.ZoneIsOpen ? ", zone: ..." : string.Empty;
        return $", column: {column.Name}{unit}{zone}{(found.HasDecimalCommas ? ", decimal: comma" : string.Empty)}";
    }

    private static string Fill(FileInspection found, ColumnInspection[] columns)
    {
        long longestS = found.Gaps.Concat(columns.SelectMany(static c => c.Gaps)).Select(static gap => gap.LengthS).DefaultIfEmpty().Max();
        string rule = columns is [{ Column.Measures: Measurand.Price }] ? "hold" : "linear";
        return longestS == 0 ? string.Empty : $", fill: {{ {rule}: {InspectText.Length(longestS)} }}";
    }
}
