using Twin.Core.Components.Power;

namespace Twin.Tests.Reference;

/// <summary>One series with a battery: what it costs without, at its optimum, and under rules that look no further than a step.</summary>
internal sealed class BatteryInstance
{
    private const double JPerKWh = 3.6e6;
    private const double HoursIn30Days = 720.0;
    private const double EurPerMWhToKWh = 1e-3;
    private readonly IReadOnlyList<Hour> _steps;
    private readonly double _hours;
    private readonly double _chargeKW;
    private readonly double _dischargeKW;
    private readonly double _in;
    private readonly double _out;
    private readonly double _kept;
    private readonly double _lowest;
    private readonly double _highest;
    private readonly double _start;
    private readonly double _gridKW;
    private readonly bool _cyclic;
    private readonly Battery _charger;
    private readonly Battery _discharger;

    public BatteryInstance(ReferenceRow row, IEnumerable<ReferenceRow> series)
    {
        double capacity = row.Number("capacity_kwh");
        _steps = [.. series.Select(hour => new Hour(
            hour.Number("price_buy_eur_mwh"), hour.Number("price_sell_eur_mwh"), hour.Number("load_kw"), hour.Number("pv_available_kw")))];
        _hours = row.Number("dt_h");
        _chargeKW = row.Number("charge_max_kw");
        _dischargeKW = row.Number("discharge_max_kw");
        _in = row.Number("eta_charge");
        _out = row.Number("eta_discharge");
        double leak = row.Number("self_discharge_per_h");
        _kept = Math.Pow(1.0 - leak, _hours);
        _lowest = row.Number("soc_min") * capacity;
        _highest = row.Number("soc_max") * capacity;
        _start = row.Number("soc0") * capacity;
        _gridKW = row.Number("grid_limit_kw");
        _cyclic = row.Flag("cyclic");
        var both = new BatteryParameters(
            capacity * JPerKWh,
            _chargeKW * 1e3,
            _in,
            _out,
            1.0 - Math.Pow(1.0 - leak, HoursIn30Days),
            row.Number("soc_min"),
            row.Number("soc_max"),
            row.Number("soc0"));
        // The twin's battery has one rating; the file has one for each direction.
        _charger = new(both, _hours * 3600.0);
        _discharger = new(both with { PowerW = _dischargeKW * 1e3 }, _hours * 3600.0);
    }

    /// <summary>A step of the series: EUR/MWh and kW.</summary>
    public readonly record struct Hour(double Buy, double Sell, double LoadKW, double SunKW);

    /// <summary>Number of steps.</summary>
    public int Steps => _steps.Count;

    /// <summary>Mean buying price [EUR/MWh].</summary>
    public double MeanPrice => _steps.Average(step => step.Buy);

    /// <summary>Whether buying costs at least what selling brings, in all steps.</summary>
    public bool IsBounded => _steps.All(step => step.Buy >= step.Sell);

    /// <summary>Cost with the sun alone, none of it sold at a negative price [EUR].</summary>
    public double WithoutBatteryEur() => _steps.Sum(step =>
    {
        double gridKW = step.LoadKW - step.SunKW;
        return gridKW >= 0.0 ? Eur(step, gridKW) : step.Sell < 0.0 ? 0.0 : Eur(step, gridKW);
    });

    /// <summary>Least cost when the battery may charge and discharge at once [EUR].</summary>
    public double OptimumEur()
    {
        var cost = ConvexCost.OnlyAt(_start);
        foreach (Hour step in _steps)
        {
            cost = cost.Shrunk(_kept).Then(Change(step)).Within(_lowest, _highest);
        }

        return _cyclic ? cost.At(_start) : cost.Least();
    }

    /// <summary>Cost under a rule, by the twin's battery; none where the rule breaks the grid's limit or does not come home.</summary>
    /// <param name="wish">Wanted charging (above zero) or discharging [kW] in a step.</param>
    public double? RuleEur(Func<Hour, double> wish)
    {
        var (least, most) = WayHome();
        var state = new BatteryState(_start * JPerKWh);
        double eur = 0.0;
        for (int i = 0; i < _steps.Count; i++)
        {
            double rested = state.StoredJ / JPerKWh * _kept;
            double wishKW = Math.Clamp(wish(_steps[i]), AcKW(least[i + 1] - rested), AcKW(most[i + 1] - rested));
            (state, BatteryStep step) = wishKW >= 0.0
                ? _charger.Step(state, wishKW * 1e3, 0.0)
                : _discharger.Step(state, 0.0, -wishKW * 1e3);
            double gridKW = _steps[i].LoadKW - _steps[i].SunKW + (step.ChargingW - step.DischargingW) / 1e3;
            double curtailedKW = _steps[i].Sell < 0.0 ? Math.Clamp(-gridKW, 0.0, _steps[i].SunKW) : 0.0;
            gridKW += curtailedKW;
            if (Math.Abs(gridKW) > _gridKW)
            {
                return null;
            }

            eur += Eur(_steps[i], gridKW);
        }

        bool isHome = !_cyclic || Math.Abs(state.StoredJ / JPerKWh - _start) < 1e-6 * _highest;
        return isHome ? eur : null;
    }

    private double Eur(Hour step, double gridKW) => gridKW * (gridKW >= 0.0 ? step.Buy : step.Sell) * EurPerMWhToKWh * _hours;

    // Power at the terminals that moves the content by so many kWh, without burning any.
    private double AcKW(double changeKWh) => changeKWh >= 0.0 ? changeKWh / (_in * _hours) : changeKWh * _out / _hours;

    // Contents from which the end can still be reached, at each boundary of steps.
    private (double[] Least, double[] Most) WayHome()
    {
        double[] least = new double[_steps.Count + 1];
        double[] most = new double[_steps.Count + 1];
        (least[^1], most[^1]) = _cyclic ? (_start, _start) : (_lowest, _highest);
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            least[i] = Math.Max(_lowest, (least[i + 1] - _in * _chargeKW * _hours) / _kept);
            most[i] = Math.Min(_highest, (most[i + 1] + _dischargeKW * _hours / _out) / _kept);
        }

        return (least, most);
    }

    // Cost of changing the content in a step: the least over what may be burnt in the round trip and curtailed of the sun.
    private ConvexCost Change(Hour step)
    {
        double restKW = step.LoadKW - step.SunKW;
        double turnKWh = (_in * _chargeKW - _dischargeKW / _out) * _hours;
        List<double> corners = [-_dischargeKW * _hours / _out, _in * _chargeKW * _hours, 0.0, turnKWh];
        foreach (double gridKW in (double[])[0.0, _gridKW, -_gridKW])
        {
            double leastKW = gridKW - restKW;
            corners.Add((leastKW >= 0.0 ? _in * leastKW : leastKW / _out) * _hours);
            double mostKW = gridKW - restKW - step.SunKW;
            corners.Add((mostKW >= _chargeKW - _dischargeKW
                ? _in * _chargeKW - (_chargeKW - mostKW) / _out
                : _in * (mostKW + _dischargeKW) - _dischargeKW / _out) * _hours);
        }

        return ConvexCost.Through(corners.Where(kWh => kWh >= corners[0] && kWh <= corners[1]), Least);

        double Least(double changeKWh)
        {
            double burntMostKW = changeKWh >= turnKWh
                ? _chargeKW - _out * (_in * _chargeKW - changeKWh / _hours)
                : (changeKWh / _hours + _dischargeKW / _out) / _in - _dischargeKW;
            double lowKW = Math.Max(-_gridKW, restKW + AcKW(changeKWh));
            double highKW = Math.Min(_gridKW, restKW + burntMostKW + step.SunKW);
            const double hair = 1e-9; // kW: a corner lies on its limit up to rounding
            return lowKW > highKW + hair
                ? double.PositiveInfinity
                : Math.Min(Eur(step, Math.Clamp(0.0, Math.Min(lowKW, highKW), highKW)), Math.Min(Eur(step, lowKW), Eur(step, highKW)));
        }
    }
}
