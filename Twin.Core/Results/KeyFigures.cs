namespace Twin.Core.Results;

/// <summary>The figures of a run's summary, each from sums over the recorded rows.</summary>
/// <remarks>
/// PUE, REF, CER, ERF and CUE after ISO/IEC 30134-2, -3, -7, -6 and -8 (EN 50600-4). The year of the formula is the length of the run: for
/// less than a year they are interim values.
/// </remarks>
public sealed class KeyFigures
{
    private const double JoulesPerMWh = 3.6e9;
    private const double JoulesPerKWh = 3.6e6;
    private const double SecondsPerHour = 3_600.0;
    private readonly RunTotals totals;
    private readonly FigureBasis basis;
    private readonly CentreEnergy energy;
    private readonly string boundary;
    private readonly List<KeyFigure> list = [];

    private KeyFigures(RunTotals totals, FigureBasis basis)
    {
        this.totals = totals;
        this.basis = basis;
        energy = new(totals, basis);
        boundary = basis.HeatPumpInside ? "whole site with the heat pumps" : "whole site without the heat pumps";
    }

    /// <summary>Computes the figures.</summary>
    /// <param name="totals">Sums over the rows.</param>
    /// <param name="basis">What of the plant decides how they are counted.</param>
    /// <param name="peakSiteW">Largest mean of the site's power over a quarter of an hour [W].</param>
    public static IReadOnlyList<KeyFigure> Of(RunTotals totals, FigureBasis basis, double peakSiteW)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(basis);
        var figures = new KeyFigures(totals, basis);
        figures.AddEnergy();
        figures.AddEfficiency();
        figures.AddHeat();
        figures.AddRiver();
        figures.AddSupply();
        figures.AddWork(peakSiteW);
        return figures.list;
    }

    private void AddEnergy()
    {
        Add(
            "it_energy",
            energy.ItJ / JoulesPerMWh,
            "MWh",
            "IT energy at the UPS output (PUE category 1); behind the distribution where a hall has no UPS; without unserved power",
            "IT");
        Add(
            "site_energy",
            energy.UsedJ / JoulesPerMWh,
            "MWh",
            "All electricity the site drew and got, own generation and losses of the battery inside",
            "whole site with the heat pumps");
        Energy("heat_pump_energy", "heat_pumps.power_w", "Electricity of the heat pumps", "heat pumps");
        Energy("ups_loss", "ups.loss_w", "Lost in the UPS", "UPS");
        Energy("transformer_loss", "transformers.loss_w", "Lost in transformers and cabling", "transformers");
        Energy("fan_energy", "air.fan_power_w", "Fans of the room air coolers", "halls");
        Energy("loop_pump_energy", "loops.pump_power_w", "Pumps of water loops and coolant units", "loops");
        Energy("river_pump_energy", "river.pump_power_w", "Intake pumps", "river intake");
        Energy("dry_cooler_energy", "dry_coolers.fan_power_w", "Fans of the dry coolers", "dry coolers");
        Energy("chiller_energy", "chillers.power_w", "Compressors of the chillers", "chillers");
        Energy("heat_export", "heat.delivered_w", "Heat handed over to the network", "network hand-over");
        Energy("grid_import", "grid.import_w", "Electricity through the connection into the site, contracts inside", "grid connection");
        Energy(
            "renewable_used",
            "matched.renewable_w",
            "Renewable electricity used in the step it was made: own, stored and contracted with guarantees of origin",
            "whole site");
    }

    private void AddEfficiency()
    {
        double removedJ = totals.Integral("cooling.heat_removed_w");
        Add("pue", Ratio(energy.CentreJ, energy.ItJ), "1", "E_DC / E_IT, ISO/IEC 30134-2, category 1, EU boundary", boundary);
        Add(
            "pue_without_heat_pump",
            Ratio(energy.UsedJ - energy.HeatPumpJ, energy.ItJ),
            "1",
            "(E_DC - heat pumps) / E_IT",
            "whole site without the heat pumps");
        Add(
            "cer",
            Ratio(removedJ, energy.CoolingJ + energy.HeatPumpJ),
            "1",
            "Heat removed / electricity of cooling, ISO/IEC 30134-7, heat pumps counted as cooling",
            "loops, coolers, intake, heat pumps");
        Add(
            "cer_without_heat_pump",
            Ratio(removedJ, energy.CoolingJ),
            "1",
            "Heat removed / electricity of cooling, ISO/IEC 30134-7",
            "loops, coolers, intake");
        Add(
            "ref",
            Ratio(
                Math.Min(energy.CentreJ, RenewableBalance.Of(totals, energy.CentreJ, basis.GuaranteesOfOriginFraction).TotalJ),
                energy.CentreJ),
            "1",
            "(own use + contracts with guarantees + guarantees bought) / E_DC, at most 1, ISO/IEC 30134-3, balance of the run",
            boundary);
        Add(
            "cue",
            Ratio(
                totals.Integral("emissions.co2_location_g_s") / 1000.0 * (Ratio(energy.CentreJ, energy.UsedJ) ?? 0.0),
                energy.ItJ / JoulesPerKWh),
            "kg/kWh",
            "CO2 of grid power (location-based), by the centre's share of it / E_IT, ISO/IEC 30134-8",
            boundary);
        Add(
            "cfe_score",
            Ratio(totals.Integral("matched.renewable_w"), energy.ServedJ),
            "1",
            "Sum of min(load, carbon-free supply) over steps / sum of load; the grid's own share is not counted",
            "whole site with the heat pumps");
    }

    private void AddHeat()
    {
        Add(
            "erf",
            Ratio(totals.Integral(energy.ReusedColumn), energy.CentreJ),
            "1",
            "Heat reused outside / E_DC, ISO/IEC 30134-6, at the boundary named",
            boundary);
        Add(
            "heat_pump_cop",
            Ratio(totals.Integral("heat_pumps.", ".heat_w"), totals.Integral("heat_pumps.", ".power_w")),
            "1",
            "Heat of the heat pumps / their electricity",
            "heat pumps");
        Energy("heat_demand", "heat.demand_w", "Heat the network asked for", "network hand-over");
        Energy("heat_unmet", "heat.unmet_w", "Heat the network had to find elsewhere", "network hand-over");
        Add("heat_revenue", totals.Integral("heat.revenue_eur_s"), "EUR", "Heat handed over x its price", "network hand-over");
    }

    private void AddRiver()
    {
        bool river = basis.HasRiver;
        Add(
            "water_withdrawn",
            river ? totals.Integral("river.withdrawn_m3_s") : null,
            "m3",
            "Water taken from the river; all of it goes back",
            "river intake");
        Hours("river_full_hours", "river.full_fraction", "Time in which the river took all heat that reuse left", river);
        Hours("river_part_hours", "river.part_fraction", "Time in which the river took a part and other machines the rest", river);
        Hours(
            "permit_limited_hours",
            "river.permit_limited_fraction",
            "Time in which the permit kept the river from taking heat that was there",
            river);
        Hours(
            "river_above_limit_hours",
            "river.above_limit_fraction",
            "Source samples held with the river strictly above the permit's temperature, upstream of the plant",
            river);
    }

    private void AddSupply()
    {
        Add(
            "co2_location",
            totals.Integral("emissions.co2_location_g_s") / 1e6,
            "t",
            "CO2 of all power through the connection at the grid's factor (location-based)",
            "grid connection");
        Add(
            "energy_cost",
            totals.Integral("cost.energy_eur_s"),
            "EUR",
            "Contracts, market and fees, less what surplus and export earn",
            "grid connection");
        Energy(
            "unserved_energy",
            "grid.unserved_w",
            "Electricity that nobody could deliver after heat pumps and work were cut",
            "whole site");
    }

    private void AddWork(double peakSiteW)
    {
        Add(
            "installed_it_power",
            Ratio(totals.Integral("it.installed_w") / 1e6, totals.LengthS),
            "MW",
            "Rated power of all servers, mean over the run weighted with time",
            "IT");
        Add(
            "throttled_gpu_hours",
            totals.Integral("work.throttled_gpus") / SecondsPerHour,
            "h",
            "GPUs that had work and were kept from it by a limit, over time",
            "IT");
        Add(
            "peak_site_power",
            peakSiteW / 1e6,
            "MW",
            "Largest mean of the power the site drew and got over 15 min, or over the fewest steps that cover them",
            "whole site with the heat pumps");
        Add(
            "books_max_residual",
            totals.Largest("books.residual_max"),
            "1",
            "Largest residual of any book in any step over what is allowed",
            "every loop, store, bus and the site");
    }

    private void Energy(string name, string column, string definition, string inside) =>
        Add(name, totals.Integral(column) / JoulesPerMWh, "MWh", definition, inside);

    private void Hours(string name, string column, string definition, bool defined) =>
        Add(name, defined ? totals.Integral(column) / SecondsPerHour : null, "h", definition, "river intake");

    private static double? Ratio(double over, double under) => under > 0.0 ? over / under : null;

    private void Add(string name, double? value, string unit, string definition, string inside) =>
        list.Add(new KeyFigure(name, value, unit, definition, inside, "modelled"));
}
