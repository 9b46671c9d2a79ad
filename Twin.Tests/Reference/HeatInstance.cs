using Twin.Core.Components.HeatReuse;

namespace Twin.Tests.Reference;

/// <summary>One series of heat demand with a heat pump, a boiler and a tank: its optimum, and what a rule makes of it.</summary>
internal sealed class HeatInstance
{
    private const double JPerKWh = 3.6e6;
    private const double EurPerMWhToKWh = 1e-3;
    private readonly IReadOnlyList<Hour> steps;
    private readonly double hours;
    private readonly double pumpKW;
    private readonly double boilerKW;
    private readonly double boilerEurPerMWh;
    private readonly double capacity;
    private readonly double tankKW;
    private readonly double kept;
    private readonly double start;

    public HeatInstance(ReferenceRow row, IEnumerable<ReferenceRow> series)
    {
        steps = [.. series.Select(hour => new Hour(
            hour.Number("price_eur_mwh"), hour.Number("cop"), hour.Number("waste_heat_available_kw"), hour.Number("heat_demand_kw")))];
        hours = row.Number("dt_h");
        this.pumpKW = row.Number("hp_heat_max_kw");
        boilerKW = row.Number("boiler_max_kw");
        boilerEurPerMWh = row.Number("boiler_cost_eur_mwh");
        capacity = row.Number("storage_kwh");
        tankKW = row.Number("storage_power_kw");
        kept = Math.Pow(1.0 - row.Number("storage_loss_per_h"), hours);
        start = row.Number("soc0") * capacity;
    }

    /// <summary>A step of the series: EUR/MWh and kW.</summary>
    public readonly record struct Hour(double Price, double Cop, double SourceKW, double DemandKW);

    /// <summary>Number of steps.</summary>
    public int Steps => steps.Count;

    /// <summary>Least cost with the tank as full at the end as at the begin [EUR].</summary>
    public double OptimumEur()
    {
        var cost = ConvexCost.OnlyAt(start);
        foreach (Hour step in steps)
        {
            double mostKW = PumpKW(step) + boilerKW;
            double firstKW = step.Price / step.Cop <= boilerEurPerMWh ? PumpKW(step) : boilerKW;
            double[] corners = [-tankKW, tankKW, -step.DemandKW, firstKW - step.DemandKW, mostKW - step.DemandKW];
            var change = ConvexCost.Through(
                corners.Where(kW => Math.Abs(kW) <= tankKW).Select(kW => kW * hours),
                kWh => Eur(step, step.DemandKW + kWh / hours));
            cost = cost.Shrunk(kept).Then(change).Within(0.0, capacity);
        }

        return cost.At(start);
    }

    /// <summary>Cost of the twin's order, demand, then tank, then boiler; none where heat is missing or the tank ends elsewhere.</summary>
    /// <remarks>The losses are taken before a step, as the file does; the twin's own exponential would spread them over it.</remarks>
    public double? RuleEur()
    {
        var tank = new TankParameters(capacity * JPerKWh, 0.0, 0.0);
        double[] least = WayHome();
        var state = new TankState(start * JPerKWh);
        double eur = 0.0;
        for (int i = 0; i < steps.Count; i++)
        {
            Hour step = steps[i];
            double rested = state.StoredJ / JPerKWh * kept;
            double mustKW = Math.Max(0.0, (least[i + 1] - rested) / hours); // what the tank needs to come home
            double pumpKW = step.Price / step.Cop < boilerEurPerMWh ? PumpKW(step) : 0.0;
            double chargingKW = Math.Min(tankKW, Math.Max(mustKW, pumpKW - step.DemandKW));
            double mayKW = Math.Max(0.0, Math.Min(tankKW, (rested - least[i + 1]) / hours));
            double dischargingKW = chargingKW > 0.0 ? 0.0 : Math.Min(mayKW, Math.Max(0.0, step.DemandKW - pumpKW));
            (state, TankStep moved) = Tank.Step(
                tank, new(Math.Min(rested, capacity) * JPerKWh), chargingKW * 1e3, dischargingKW * 1e3, hours * 3600.0);
            double neededKW = step.DemandKW + (moved.ChargingW - moved.DischargingW) / 1e3;
            double stepEur = Eur(step, neededKW);
            if (!double.IsFinite(stepEur))
            {
                return null;
            }

            eur += stepEur;
        }

        // A tank fuller than at the begin is a plan as well: what is too much is thrown away, which costs nothing.
        return state.StoredJ / JPerKWh >= start * (1.0 - 1e-9) ? eur : null;
    }

    private double PumpKW(Hour step) =>
        step.Cop > 1.0 ? Math.Min(this.pumpKW, step.SourceKW * step.Cop / (step.Cop - 1.0)) : this.pumpKW;

    // Cheapest way to at least so much heat; what is too much is thrown away.
    private double Eur(Hour step, double heatKW)
    {
        double pumpEurPerKWh = step.Price / step.Cop * EurPerMWhToKWh;
        double boilerEurPerKWh = boilerEurPerMWh * EurPerMWhToKWh;
        bool pumpFirst = pumpEurPerKWh <= boilerEurPerKWh;
        double firstMostKW = pumpFirst ? PumpKW(step) : boilerKW;
        double secondMostKW = pumpFirst ? boilerKW : PumpKW(step);
        double firstEur = pumpFirst ? pumpEurPerKWh : boilerEurPerKWh;
        double secondEur = pumpFirst ? boilerEurPerKWh : pumpEurPerKWh;
        double firstKW = firstEur < 0.0 ? firstMostKW : Math.Clamp(heatKW, 0.0, firstMostKW);
        double secondKW = secondEur < 0.0 ? secondMostKW : Math.Clamp(heatKW - firstKW, 0.0, secondMostKW);
        const double hair = 1e-9; // kW: a corner lies on its limit up to rounding
        return firstKW + secondKW < heatKW - hair
            ? double.PositiveInfinity
            : (firstKW * firstEur + secondKW * secondEur) * hours;
    }

    private double[] WayHome()
    {
        double[] least = new double[steps.Count + 1];
        least[^1] = start;
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            double mostKW = Math.Clamp(PumpKW(steps[i]) + boilerKW - steps[i].DemandKW, -tankKW, tankKW);
            least[i] = Math.Clamp((least[i + 1] - mostKW * hours) / kept, 0.0, capacity);
        }

        return least;
    }
}
