using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>The figures of a reporting year, each from sums over its recorded rows and what the scenario states.</summary>
/// <remarks>Where the summary of a run has a figure of the same meaning, the same lines compute it (<see cref="KeyFigures"/>).</remarks>
public sealed partial class YearFigures
{
    private const double JoulesPerKWh = 3.6e6;
    private readonly YearRows rows;
    private readonly RunTotals totals;
    private readonly FigureBasis basis;
    private readonly CentreEnergy energy;
    private readonly CentreFacts facts;
    private readonly double yearFraction;
    private readonly Dictionary<string, double?> summary;
    private readonly SortedDictionary<string, Figure> figures = new(StringComparer.Ordinal);

    private YearFigures(YearRows rows, FigureBasis basis, CentreFacts facts, double yearFraction)
    {
        (this.rows, totals, this.basis, this.facts, this.yearFraction) = (rows, rows.Totals, basis, facts, yearFraction);
        energy = new(totals, basis);
        summary = KeyFigures.Of(totals, basis, peakSiteW: 0.0)
            .ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);
    }

    private double ItInputJ => energy.Served(totals.Integral("halls.", ".power_w") + totals.Integral("halls.", ".network_w"));

    /// <summary>Computes every figure of <see cref="FigureNames"/>.</summary>
    /// <param name="rows">The rows of the year.</param>
    /// <param name="basis">What of the plant decides how they are counted.</param>
    /// <param name="facts">What the scenario states.</param>
    /// <param name="yearFraction">Share of the calendar year that the rows cover [1]; yearly amounts are scaled with it.</param>
    public static IReadOnlyDictionary<string, Figure> Of(YearRows rows, FigureBasis basis, CentreFacts facts, double yearFraction)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(facts);
        var year = new YearFigures(rows, basis, facts, yearFraction);
        year.AddEnergy();
        year.AddEfficiency();
        year.AddWork();
        year.AddWater();
        year.AddHeat();
        year.AddTemperatures();
        year.AddSupply();
        year.AddCarbon();
        year.AddRiver();
        return year.figures;
    }

    private void AddEnergy()
    {
        const string site = "site.power_w", unserved = "grid.unserved_w", pumps = "heat_pumps.power_w", battery = "battery.loss_w";
        string[] centre = basis.HeatPumpInside ? [site, unserved, battery] : [site, unserved, battery, pumps];
        KWh(FigureNames.CentreEnergy, energy.CentreJ, centre);
        KWh(FigureNames.CentreEnergyWithoutHeatPump, energy.UsedJ - energy.HeatPumpJ, site, unserved, battery, pumps);
        StatedOfYear(FigureNames.BackupEnergy, facts.BackupEnergyJ / JoulesPerKWh, "kWh", "centre.backup.energy");
        KWh(FigureNames.ItEnergy, energy.ItJ, "it.power_w", site, unserved);
        KWh(FigureNames.ItEnergyPdu, ItInputJ, "halls.*.power_w", "halls.*.network_w", site, unserved);
        KWh(FigureNames.ItEnergyInput, ItInputJ, "halls.*.power_w", "halls.*.network_w", site, unserved);
        KWh(FigureNames.HeatPumpEnergy, energy.HeatPumpJ, pumps);
        KWh(FigureNames.CoolingEnergy, energy.CoolingJ, CentreEnergy.CoolingColumns);
        KWh(FigureNames.PowerLoss, totals.Integral("chain.loss_w"), "chain.loss_w");
        KWh(FigureNames.Purchase, totals.Integral("grid.import_w"), "grid.import_w");
        KWh(FigureNames.FeedBack, totals.Integral("grid.export_w"), "grid.export_w");
        KWh(FigureNames.OwnGeneration, totals.Integral("onsite.generation_w"), "onsite.generation_w");
        KWh(FigureNames.Unserved, totals.Integral(unserved), unserved);
    }

    private void AddEfficiency()
    {
        const string it = "it.power_w";
        string[] centre = [.. figures[FigureNames.CentreEnergy].Sources];
        string[] withoutPumps = [.. figures[FigureNames.CentreEnergyWithoutHeatPump].Sources];
        Ratio(FigureNames.Pue, summary["pue"], [.. centre, it]);
        Ratio(FigureNames.PuePdu, Over(energy.CentreJ, ItInputJ), [.. centre, "halls.*.power_w", "halls.*.network_w"]);
        Ratio(FigureNames.PueInput, Over(energy.CentreJ, ItInputJ), [.. centre, "halls.*.power_w", "halls.*.network_w"]);
        Ratio(FigureNames.PueWithoutHeatPump, summary["pue_without_heat_pump"], [.. withoutPumps, it]);
        Ratio(FigureNames.PpueCooling, Over(energy.ItJ + energy.CoolingJ, energy.ItJ), [it, .. CentreEnergy.CoolingColumns]);
        Ratio(FigureNames.PpuePower, Over(energy.ItJ + totals.Integral("chain.loss_w"), energy.ItJ), it, "chain.loss_w");
        Ratio(FigureNames.Cer, summary["cer"], ["cooling.heat_removed_w", .. CentreEnergy.CoolingColumns, "heat_pumps.power_w"]);
        Ratio(FigureNames.CerWithoutHeatPump, summary["cer_without_heat_pump"], ["cooling.heat_removed_w", .. CentreEnergy.CoolingColumns]);
        string[] compute = ["halls.*.power_w", "halls.*.network_w", "halls.*.server_fan_w", "halls.*.psu_loss_w"];
        double computeJ = ItInputJ - energy.Served(totals.Integral("halls.", ".server_fan_w") + totals.Integral("halls.", ".psu_loss_w"));
        Ratio(FigureNames.Itue, Over(ItInputJ, computeJ), compute);
        Ratio(FigureNames.Tue, Over(energy.CentreJ, computeJ), [.. centre, .. compute]);
        Ratio(FigureNames.Ere, Over(energy.CentreJ - ReusedJ, energy.ItJ), [.. centre, it, energy.ReusedColumn]);
    }

    private void AddWork()
    {
        Stated(FigureNames.CpuUtilisation, facts.CpuUtilisation, "1", "centre.servers.cpu_utilisation");
        Ratio(
            FigureNames.GpuBusy,
            Over(totals.Integral("work.busy_gpus"), totals.Integral("work.installed_gpus")),
            "work.busy_gpus",
            "work.installed_gpus");
        Add(FigureNames.ThrottledGpuHours, totals.Integral("work.throttled_gpus") / 3_600.0, "h", "work.throttled_gpus");
        Add(FigureNames.InstalledItPower, Over(totals.Integral("it.installed_w"), totals.LengthS) / 1_000.0, "kW", "it.installed_w");
        Add(FigureNames.PeakSitePower, totals.Largest("site.power_w") / 1_000.0, "kW", "site.power_w");
    }

    private void AddSupply()
    {
        RenewableBalance balance = RenewableBalance.Of(totals, energy.CentreJ, basis.GuaranteesOfOriginFraction);
        bool isOwnOpen = balance.OwnJ > 0.0 && facts.OwnGuaranteesRetired is null;
        double ownJ = facts.OwnGuaranteesRetired == false ? 0.0 : Math.Min(balance.OwnJ, balance.BalanceJ);
        string[] own =
        [
            "onsite.used_w", "battery.charging_w", "battery.renewable_discharging_w", "contracts.stored_w", "centre.own_guarantees_retired",
        ];
        string[] rest = [.. figures[FigureNames.CentreEnergy].Sources, "contracts.renewable_w", "guarantees_of_origin", .. own[..^1]];
        KWh(FigureNames.RenewableContracts, balance.ContractsJ, [.. rest.Where(source => source != "guarantees_of_origin")]);
        KWh(FigureNames.RenewableGuarantees, balance.GuaranteesJ, rest);
        double? totalJ = isOwnOpen ? null : balance.ContractsJ + balance.GuaranteesJ + ownJ;
        KWh(FigureNames.OwnUsed, Math.Min(balance.OwnJ, balance.BalanceJ), own[..^1]);
        WithFacts(FigureNames.RenewableOwn, isOwnOpen ? null : ownJ / JoulesPerKWh, "kWh", own);
        WithFacts(FigureNames.Renewable, totalJ / JoulesPerKWh, "kWh", [.. rest, own[^1]]);
        WithFacts(FigureNames.Ref, totalJ is { } renewableJ ? Over(renewableJ, energy.CentreJ) : null, "1", [.. rest, own[^1]]);
        Ratio(FigureNames.CfeScore, summary["cfe_score"], "matched.renewable_w", "site.power_w", "grid.unserved_w");
    }

    private void AddCarbon()
    {
        const string grams = "emissions.co2_location_g_s";
        double share = Over(energy.CentreJ, energy.UsedJ) ?? 0.0;
        Add(FigureNames.Co2Location, totals.Integral(grams) / 1_000.0 * share, "kg", [grams, .. figures[FigureNames.CentreEnergy].Sources]);
        Add(FigureNames.Cue, summary["cue"], "kg/kWh", [grams, "it.power_w", .. figures[FigureNames.CentreEnergy].Sources]);
        double? renewableKWh = figures[FigureNames.Renewable].Value;
        double? openKWh = energy.CentreJ / JoulesPerKWh - renewableKWh;
        // Where nothing is open, no factor of a residual mix is needed.
        bool isCovered = openKWh <= 1e-12 * energy.CentreJ / JoulesPerKWh;
        double? marketKg = isCovered ? 0.0 : openKWh * facts.ResidualMixGPerKWh / 1_000.0;
        string[] market = [.. figures[FigureNames.Renewable].Sources, "centre.residual_mix"];
        WithFacts(FigureNames.Co2Market, marketKg, "kg", market);
        WithFacts(FigureNames.CueMarket, marketKg is { } kg ? Over(kg, energy.ItJ / JoulesPerKWh) : null, "kg/kWh", [.. market, "it.power_w"]);
        StatedOfYear(FigureNames.Co2Fuel, facts.FuelCo2Kg, "kg", "centre.backup.co2");
        StatedOfYear(FigureNames.Co2Refrigerants, LeakedKg(), "kg", "centre.refrigerants");
    }

    private double? LeakedKg()
    {
        double sumKg = 0.0;
        foreach (Refrigerant refrigerant in facts.Refrigerants ?? [])
        {
            sumKg += (refrigerant.ChargeKg * refrigerant.LeakPerYear * refrigerant.Gwp) ?? double.NaN;
        }

        return facts.Refrigerants is null || double.IsNaN(sumKg) ? null : sumKg;
    }

    private static double? Over(double over, double under) => under > 0.0 ? over / under : null;

    private void KWh(string name, double energyJ, params string[] sources) => Add(name, energyJ / JoulesPerKWh, "kWh", sources);

    private void Ratio(string name, double? value, params string[] sources) => Add(name, value, "1", sources);

    private void Add(string name, double? value, string unit, params string[] sources) =>
        figures.Add(name, new(name, value, unit, sources, value is null ? Quality.NotDefined : Quality.Modelled));

    private void Stated(string name, double? value, string unit, string source) =>
        figures.Add(name, new(name, value, unit, [source], value is null ? Quality.NotProvided : Quality.Stated));

    /// <summary>An amount that the scenario states of a whole year: of a part of one, its share of the time.</summary>
    private void StatedOfYear(string name, double? value, string unit, string source)
    {
        Quality quality = value is null ? Quality.NotProvided : yearFraction < 1.0 ? Quality.Estimated : Quality.Stated;
        figures.Add(name, new(name, value * yearFraction, unit, [source], quality));
    }

    /// <summary>A figure that needs what the scenario may not state.</summary>
    private void WithFacts(string name, double? value, string unit, params string[] sources) =>
        figures.Add(name, new(name, value, unit, sources, value is null ? Quality.NotProvided : Quality.Modelled));

    private void Estimated(string name, double? value, string unit, params string[] sources) =>
        figures.Add(name, new(name, value, unit, sources, value is null ? Quality.NotDefined : Quality.Estimated));
}
