using Twin.Core.Rules;
using Twin.Core.Scenarios;

namespace Twin.Tests.Rules;

/// <summary>Centres by hand: facts of which little is said, or everything, and figures in round numbers.</summary>
internal static class CentreBuilder
{
    /// <summary>Every figure with its unit and a plain number.</summary>
    private static readonly (string Name, string Unit, double Value)[] Plain =
    [
        (FigureNames.CentreEnergy, "kWh", 70e6), (FigureNames.CentreEnergyWithoutHeatPump, "kWh", 70e6),
        (FigureNames.BackupEnergy, "kWh", 4e4),
        (FigureNames.ItEnergy, "kWh", 60e6), (FigureNames.ItEnergyPdu, "kWh", 59e6), (FigureNames.ItEnergyInput, "kWh", 58e6),
        (FigureNames.HeatPumpEnergy, "kWh", 0), (FigureNames.CoolingEnergy, "kWh", 5e6), (FigureNames.PowerLoss, "kWh", 3e6),
        (FigureNames.Purchase, "kWh", 70e6), (FigureNames.FeedBack, "kWh", 0), (FigureNames.OwnGeneration, "kWh", 0),
        (FigureNames.Unserved, "kWh", 0), (FigureNames.Pue, "1", 1.16), (FigureNames.PuePdu, "1", 1.18), (FigureNames.PueInput, "1", 1.2),
        (FigureNames.PueWithoutHeatPump, "1", 1.11), (FigureNames.PpueCooling, "1", 1.08), (FigureNames.PpuePower, "1", 1.05),
        (FigureNames.Ref, "1", 1), (FigureNames.Erf, "1", 0.18), (FigureNames.ErfInside, "1", 0.18), (FigureNames.ErfOutside, "1", 0.15),
        (FigureNames.Cer, "1", 10.7), (FigureNames.CerWithoutHeatPump, "1", 19.6), (FigureNames.Cue, "kg/kWh", 0.4),
        (FigureNames.CueMarket, "kg/kWh", 0), (FigureNames.Itue, "1", 1.1), (FigureNames.Tue, "1", 1.28), (FigureNames.Ere, "1", 0.95),
        (FigureNames.CpuUtilisation, "1", 0.4), (FigureNames.GpuBusy, "1", 0.7), (FigureNames.CfeScore, "1", 0.6),
        (FigureNames.WaterWithdrawn, "m3", 7.5e6), (FigureNames.WaterReturned, "m3", 7.5e6), (FigureNames.WaterConsumed, "m3", 600),
        (FigureNames.WaterPotable, "m3", 1200), (FigureNames.WaterInput, "m3", 7501200), (FigureNames.WueWithdrawn, "m3/MWh", 125),
        (FigureNames.WueReturned, "m3/MWh", 125), (FigureNames.WueConsumed, "m3/MWh", 0.01), (FigureNames.WuePotable, "m3/MWh", 0.02),
        (FigureNames.WueInput, "m3/MWh", 125.02),
        (FigureNames.HeatReused, "kWh", 12.6e6), (FigureNames.HeatDelivered, "kWh", 12.6e6), (FigureNames.HeatSource, "kWh", 10e6),
        (FigureNames.HeatRemoved, "kWh", 66e6), (FigureNames.HeatToWater, "kWh", 52e6), (FigureNames.HeatToAir, "kWh", 4e6),
        (FigureNames.HeatPeak, "kW", 4000), (FigureNames.HeatRooms, "kWh", 60e6), (FigureNames.HeatRoomsPeak, "kW", 9000),
        (FigureNames.WasteHeatAir, "degC", 31), (FigureNames.WasteHeatAirByEnergy, "degC", 31.2),
        (FigureNames.WasteHeatWater, "degC", 42), (FigureNames.WasteHeatWaterByEnergy, "degC", 42.1), (FigureNames.WasteHeat, "degC", 33),
        (FigureNames.DeliveredTemperature, "degC", 66), (FigureNames.DeliveredTemperatureByEnergy, "degC", 67),
        (FigureNames.RejectedToWaterTemperature, "degC", 18), (FigureNames.RejectedToAirTemperature, "degC", 28),
        (FigureNames.IntakeAir, "degC", 25), (FigureNames.CoolingDegreeDays, "K d", 40), (FigureNames.RenewableGuarantees, "kWh", 70e6),
        (FigureNames.RenewableContracts, "kWh", 0), (FigureNames.RenewableOwn, "kWh", 0), (FigureNames.OwnUsed, "kWh", 0),
        (FigureNames.Renewable, "kWh", 70e6),
        (FigureNames.Co2Location, "kg", 25e6), (FigureNames.Co2Market, "kg", 0), (FigureNames.Co2Fuel, "kg", 12e3),
        (FigureNames.Co2Refrigerants, "kg", 800), (FigureNames.RiverAboveHours, "h", 65),
        (FigureNames.RiverLargestSummer, "degC", 21), (FigureNames.RiverLargestWinter, "degC", 8),
        (FigureNames.RiverLargestRiseSummer, "K", 0.12), (FigureNames.RiverLargestRiseWinter, "K", 0.1),
        (FigureNames.RiverLargestMixedSummer, "degC", 21.1), (FigureNames.RiverLargestMixedWinter, "degC", 8.1),
        (FigureNames.RiverHoursAboveSummer, "h", 0), (FigureNames.RiverHoursByPlantSummer, "h", 0),
        (FigureNames.RiverHoursAboveWinter, "h", 0), (FigureNames.RiverHoursByPlantWinter, "h", 0),
        (FigureNames.InstalledItPower, "kW", 12600), (FigureNames.PeakSitePower, "kW", 10700), (FigureNames.ThrottledGpuHours, "h", 0),
    ];

    /// <summary>Facts in which everything is said.</summary>
    public static CentreFacts Complete { get; } = new()
    {
        Name = "Example centre",
        Owner = "Example owner",
        OwnerContact = "owner@example.org",
        Operator = "Example operator",
        OperatorContact = "operator@example.org",
        Address = "Example street 1, Example town",
        Country = "DE",
        Postcode = "80538",
        LauCode = "09162000",
        Type = CentreType.Colocation,
        MixedServices = false,
        Structure = CentreStructure.PartOfBuilding,
        IsPublic = false,
        StartOfOperation = new(2026, 2, 4),
        RedundancyHighVoltage = "N+1",
        RedundancyLowVoltage = "2N",
        RedundancyRack = "2N",
        RedundancyCoolingRoom = "N+1",
        RedundancyCoolingRack = "N",
        ConnectionW = 12e6,
        ItConnectionW = 9e6,
        ItPowerIsRated = true,
        FloorAreaM2 = 10700,
        ComputerRoomAreaM2 = 4000,
        BuildingAreaM2 = 15000,
        IntakeSetpointC = 24,
        Refrigerants = [new("R-717", 900, 0.01, 0)],
        GridFunctions = "none",
        BatteryOfferedW = 500e3,
        BackupEnergyJ = 1.44e11,
        ServerCapacitySert = 12000,
        ServerCapacityCoverage = 0.8,
        StorageB = 3e16,
        BandwidthInBPerS = 5e10,
        BandwidthOutBPerS = 6e10,
        TrafficInB = 2e17,
        TrafficOutB = 3e17,
        DataStoredB = 2e16,
        DataProcessedB = 5e17,
        HeatControl = "feed-in temperature 60 to 75 degC",
        OwnGuaranteesRetired = true,
    };

    /// <summary>A part of a year: what the scenario states of a year is scaled, and temperatures to the air have a stand-in.</summary>
    public static CentreYear Part(CentreYear whole)
    {
        var figures = new Dictionary<string, Figure>(whole.Figures, StringComparer.Ordinal);
        foreach (string name in new[] { FigureNames.BackupEnergy, FigureNames.WaterPotable, FigureNames.RejectedToAirTemperature })
        {
            figures[name] = figures[name] with { Quality = Quality.Estimated };
        }

        return whole with { IsWhole = false, IsComplete = false, Figures = figures };
    }

    /// <summary>A whole year in operation beside a river.</summary>
    /// <param name="facts">What is said.</param>
    /// <param name="changed">Figures that differ from the plain ones; null for not provided.</param>
    public static CentreYear Of(CentreFacts facts, params IEnumerable<(string Name, double? Value)> changed)
    {
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach ((string name, string unit, double value) in Plain)
        {
            figures.Add(name, new(name, value, unit, ["site.power_w"], Quality.Modelled));
        }

        for (int month = 1; month <= 12; month++)
        {
            string heat = $"{FigureNames.HeatRoomsMonth}{month:00}";
            string peak = $"{FigureNames.HeatRoomsMonthPeak}{month:00}";
            figures.Add(heat, new(heat, 5.5e6, "kWh", ["site.power_w"], Quality.Modelled));
            figures.Add(peak, new(peak, 9000, "kW", ["site.power_w"], Quality.Modelled));
        }

        foreach ((string name, double? value) in changed)
        {
            figures[name] = figures[name] with { Value = value, Quality = value is null ? Quality.NotProvided : Quality.Modelled };
        }

        return new(2025, IsWhole: true, IsDesign: false, facts, figures) { HasRiver = true };
    }
}
