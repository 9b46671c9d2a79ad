using Twin.Cli.Output.Pages;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>All key figures with formula, sources and how they came to be.</summary>
internal static class FigurePart
{
    private static readonly (string Key, string[] Names)[] Groups =
    [
        ("efficiency",
        [
            FigureNames.Pue, FigureNames.PuePdu, FigureNames.PueInput, FigureNames.PueWithoutHeatPump, FigureNames.PpueCooling,
            FigureNames.PpuePower, FigureNames.Ref, FigureNames.Erf, FigureNames.ErfInside, FigureNames.ErfOutside, FigureNames.Ere,
            FigureNames.Cer, FigureNames.CerWithoutHeatPump, FigureNames.Cue, FigureNames.CueMarket, FigureNames.Itue, FigureNames.Tue,
            FigureNames.CfeScore, FigureNames.CpuUtilisation, FigureNames.GpuBusy,
        ]),
        ("energy",
        [
            FigureNames.CentreEnergy, FigureNames.CentreEnergyWithoutHeatPump, FigureNames.BackupEnergy, FigureNames.ItEnergy,
            FigureNames.ItEnergyPdu, FigureNames.ItEnergyInput, FigureNames.HeatPumpEnergy, FigureNames.CoolingEnergy,
            FigureNames.PowerLoss,
            FigureNames.Purchase, FigureNames.FeedBack, FigureNames.OwnGeneration, FigureNames.OwnUsed, FigureNames.Unserved,
            FigureNames.RenewableGuarantees,
            FigureNames.RenewableContracts, FigureNames.RenewableOwn, FigureNames.Renewable,
        ]),
        ("heat",
        [
            FigureNames.HeatReused, FigureNames.HeatDelivered, FigureNames.HeatSource, FigureNames.HeatRemoved, FigureNames.HeatRooms,
            FigureNames.HeatRoomsPeak,
            FigureNames.HeatToWater,
            FigureNames.HeatToAir, FigureNames.HeatPeak, FigureNames.WasteHeat, FigureNames.WasteHeatAir, FigureNames.WasteHeatAirByEnergy,
            FigureNames.WasteHeatWater, FigureNames.WasteHeatWaterByEnergy, FigureNames.DeliveredTemperature,
            FigureNames.DeliveredTemperatureByEnergy, FigureNames.RejectedToWaterTemperature, FigureNames.RejectedToAirTemperature,
            FigureNames.IntakeAir, FigureNames.CoolingDegreeDays,
        ]),
        ("water",
        [
            FigureNames.WaterWithdrawn, FigureNames.WaterReturned, FigureNames.WaterConsumed, FigureNames.WaterPotable,
            FigureNames.WaterInput, FigureNames.WueWithdrawn, FigureNames.WueReturned, FigureNames.WueConsumed, FigureNames.WuePotable,
            FigureNames.WueInput, FigureNames.RiverAboveHours, FigureNames.RiverLargestSummer, FigureNames.RiverLargestWinter,
            FigureNames.RiverLargestRiseSummer, FigureNames.RiverLargestRiseWinter, FigureNames.RiverLargestMixedSummer,
            FigureNames.RiverLargestMixedWinter, FigureNames.RiverHoursAboveSummer, FigureNames.RiverHoursByPlantSummer,
            FigureNames.RiverHoursAboveWinter, FigureNames.RiverHoursByPlantWinter,
        ]),
        ("carbon",
            [FigureNames.Co2Location, FigureNames.Co2Market, FigureNames.Co2Fuel, FigureNames.Co2Refrigerants]),
        ("size", [FigureNames.InstalledItPower, FigureNames.PeakSitePower, FigureNames.ThrottledGpuHours]),
    ];

    /// <summary>Names of all figures shown; those of single months stand with the heat.</summary>
    internal static IEnumerable<string> Shown => Groups.SelectMany(group => group.Names);

    /// <summary>Writes a table for each group of figures.</summary>
    public static void Write(PagePart part) => part.Section("figures", () =>
    {
        part.Paragraph(part.T("figures.lead"));
        foreach ((string key, string[] names) in Groups)
        {
            PageColumn[] columns =
            [
                new(part.T("figures.name")), new(part.T("value"), true), new(part.T("figures.formula")), new(part.T("sources")),
                new(part.T("quality.title")),
            ];
            using var table = part.Table("figures-" + key, part.T("figures.group." + key), columns, "wide-words");
            foreach (string name in names)
            {
                WriteRow(part, table, part.Subject.Year.Figures[name]);
            }
        }
    });

    private static void WriteRow(PagePart part, PageTable table, Figure figure) => table.Row(figure.Value is null ? "none" : null)
        .Cell(() => part.Html.Text(part.Texts[$"figures.{figure.Name}.name"]).Leaf("br").Element("code", figure.Name))
        .Cell(figure.Value is { } value ? part.WithUnit(value, figure.Unit) : part.Of(figure.Quality), figure.Value)
        .Cell(part.Texts[$"figures.{figure.Name}.formula"])
        .Cell(() => part.Codes(figure.Sources), kind: "sources")
        .Cell(part.Of(figure.Quality))
        .EndRow();
}
