using Twin.Core.Components.HeatReuse;

namespace Twin.Tests.Reference;

/// <summary>One series of heat demand with a heat pump, a boiler and a tank: its optimum, and what a rule makes of it.</summary>
internal sealed class HeatInstance
{
    private const double JPerKWh = 3.6e6;
    private const double EurPerMWhToKWh = 1e-3;
    private readonly IReadOnlyList<Hour> _steps;
    private readonly double _hours;
    private readonly double _pumpKW;
    private readonly double _boilerKW;
    private readonly double _boilerEurPerMWh;
    private readonly double _capacity;
    private readonly double _tankKW;
    private readonly double _kept;
    private readonly double _start;

    public HeatInstance(ReferenceRow row, IEnumerable<ReferenceRow> series)
    {
        _steps = [.. series.Select(hour => new Hour(
            hour.Number("price_eur_mwh"), hour.Number("cop"), hour.Number("waste_heat_available_kw"), hour.Number("heat_demand_kw")))];
        _hours = row.Number("dt_h");
        _pumpKW = row.Number("hp_heat_max_kw");
        _boilerKW = row.Number("boiler_max_kw");
        _boilerEurPerMWh = row.Number("boiler_cost_eur_mwh");
        _capacity = row.Number("storage_kwh");
        _tankKW = row.Number("storage_power_kw");
        _kept = Math.Pow(1.0 - row.Number("storage_loss_per_h"), _hours);
        _start = row.Number("soc0") * _capacity;
    }

    /// <summary>A step of the series: EUR/MWh and kW.</summary>
    public readonly record struct Hour(double Price, double Cop, double SourceKW, double DemandKW);

    /// <summary>Number of steps.</summary>
    public int Steps => _steps.Count;

    /// <summary>Least cost with the tank as full at the end as at the begin [EUR].</summary>
    public double OptimumEur()
    {
        var cost = ConvexCost.OnlyAt(_start);
        foreach (Hour step in _steps)
        {
            double mostKW = PumpKW(step) + _boilerKW;
            double firstKW = step.Price / step.Cop <= _boilerEurPerMWh ? PumpKW(step) : _boilerKW;
            double[] corners = [-_tankKW, _tankKW, -step.DemandKW, firstKW - step.DemandKW, mostKW - step.DemandKW];
            var change = ConvexCost.Through(
                corners.Where(kW => Math.Abs(kW) <= _tankKW).Select(kW => kW * _hours),
                kWh => Eur(step, step.DemandKW + kWh / _hours));
            cost = cost.Shrunk(_kept).Then(change).Within(0.0, _capacity);
        }

        return cost.At(_start);
    }

    /// <summary>Cost of the twin's order, demand, then tank, then boiler; none where heat is missing or the tank ends elsewhere.</summary>
    /// <remarks>The losses are taken before a step, as the file does; the twin's own exponential would spread them over it.</remarks>
    public double? RuleEur()
    {
        var tank = new TankParameters(_capacity * JPerKWh, 0.0, 0.0);
        double[] least = WayHome();
        var state = new TankState(_start * JPerKWh);
        double eur = 0.0;
        for (int i = 0; i < _steps.Count; i++)
        {
            Hour step = _steps[i];
            double rested = state.StoredJ / JPerKWh * _kept;
            double mustKW = Math.Max(0.0, (least[i + 1] - rested) / _hours); // what the tank needs to come home
            double pumpKW = step.Price / step.Cop < _boilerEurPerMWh ? PumpKW(step) : 0.0;
            double chargingKW = Math.Min(_tankKW, Math.Max(mustKW, pumpKW - step.DemandKW));
            double mayKW = Math.Max(0.0, Math.Min(_tankKW, (rested - least[i + 1]) / _hours));
            double dischargingKW = chargingKW > 0.0 ? 0.0 : Math.Min(mayKW, Math.Max(0.0, step.DemandKW - pumpKW));
            (state, TankStep moved) = Tank.Step(
                tank, new(Math.Min(rested, _capacity) * JPerKWh), chargingKW * 1e3, dischargingKW * 1e3, _hours * 3600.0);
            double neededKW = step.DemandKW + (moved.ChargingW - moved.DischargingW) / 1e3;
            double stepEur = Eur(step, neededKW);
            if (!double.IsFinite(stepEur))
            {
                return null;
            }

            eur += stepEur;
        }

        // A tank fuller than at the begin is a plan as well: what is too much is thrown away, which costs nothing.
        return state.StoredJ / JPerKWh >= _start * (1.0 - 1e-9) ? eur : null;
    }

    private double PumpKW(Hour step) =>
        step.Cop > 1.0 ? Math.Min(_pumpKW, step.SourceKW * step.Cop / (step.Cop - 1.0)) : _pumpKW;

    // Cheapest way to at least so much heat; what is too much is thrown away.
    private double Eur(Hour step, double heatKW)
    {
        double pumpEurPerKWh = step.Price / step.Cop * EurPerMWhToKWh;
        double boilerEurPerKWh = _boilerEurPerMWh * EurPerMWhToKWh;
        bool pumpFirst = pumpEurPerKWh <= boilerEurPerKWh;
        double firstMostKW = pumpFirst ? PumpKW(step) : _boilerKW;
        double secondMostKW = pumpFirst ? _boilerKW : PumpKW(step);
        double firstEur = pumpFirst ? pumpEurPerKWh : boilerEurPerKWh;
        double secondEur = pumpFirst ? boilerEurPerKWh : pumpEurPerKWh;
        double firstKW = firstEur < 0.0 ? firstMostKW : Math.Clamp(heatKW, 0.0, firstMostKW);
        double secondKW = secondEur < 0.0 ? secondMostKW : Math.Clamp(heatKW - firstKW, 0.0, secondMostKW);
        const double hair = 1e-9; // kW: a corner lies on its limit up to rounding
        return firstKW + secondKW < heatKW - hair
            ? double.PositiveInfinity
            : (firstKW * firstEur + secondKW * secondEur) * _hours;
    }

    private double[] WayHome()
    {
        double[] least = new double[_steps.Count + 1];
        least[^1] = _start;
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            double mostKW = Math.Clamp(PumpKW(_steps[i]) + _boilerKW - _steps[i].DemandKW, -_tankKW, _tankKW);
            least[i] = Math.Clamp((least[i + 1] - mostKW * _hours) / _kept, 0.0, _capacity);
        }

        return least;
    }
}
