using Twin.Core.Components.Power;

namespace Twin.Tests.Reference;

/// <summary>One series with a battery: what it costs without, at its optimum, and under rules that look no further than a step.</summary>
internal sealed class BatteryInstance
{
    private const double JPerKWh = 3.6e6;
    private const double HoursIn30Days = 720.0;
    private const double EurPerMWhToKWh = 1e-3;
    private readonly IReadOnlyList<Hour> steps;
    private readonly double hours;
    private readonly double chargeKW;
    private readonly double dischargeKW;
    private readonly double etaIn;
    private readonly double etaOut;
    private readonly double kept;
    private readonly double lowest;
    private readonly double highest;
    private readonly double start;
    private readonly double gridKW;
    private readonly bool cyclic;
    private readonly Battery charger;
    private readonly Battery discharger;

    public BatteryInstance(ReferenceRow row, IEnumerable<ReferenceRow> series)
    {
        double capacity = row.Number("capacity_kwh");
        steps = [.. series.Select(hour => new Hour(
            hour.Number("price_buy_eur_mwh"), hour.Number("price_sell_eur_mwh"), hour.Number("load_kw"), hour.Number("pv_available_kw")))];
        hours = row.Number("dt_h");
        chargeKW = row.Number("charge_max_kw");
        dischargeKW = row.Number("discharge_max_kw");
        etaIn = row.Number("eta_charge");
        etaOut = row.Number("eta_discharge");
        double leak = row.Number("self_discharge_per_h");
        kept = Math.Pow(1.0 - leak, hours);
        lowest = row.Number("soc_min") * capacity;
        highest = row.Number("soc_max") * capacity;
        start = row.Number("soc0") * capacity;
        this.gridKW = row.Number("grid_limit_kw");
        this.cyclic = row.Flag("cyclic");
        var both = new BatteryParameters(
            capacity * JPerKWh,
            chargeKW * 1e3,
            etaIn,
            etaOut,
            1.0 - Math.Pow(1.0 - leak, HoursIn30Days),
            row.Number("soc_min"),
            row.Number("soc_max"),
            row.Number("soc0"));
        // The twin's battery has one rating; the file has one for each direction.
        charger = new(both, hours * 3600.0);
        discharger = new(both with { PowerW = dischargeKW * 1e3 }, hours * 3600.0);
    }

    /// <summary>A step of the series: EUR/MWh and kW.</summary>
    public readonly record struct Hour(double Buy, double Sell, double LoadKW, double SunKW);

    /// <summary>Number of steps.</summary>
    public int Steps => steps.Count;

    /// <summary>Mean buying price [EUR/MWh].</summary>
    public double MeanPrice => steps.Average(step => step.Buy);

    /// <summary>Whether buying costs at least what selling brings, in all steps.</summary>
    public bool IsBounded => steps.All(step => step.Buy >= step.Sell);

    /// <summary>Cost with the sun alone, none of it sold at a negative price [EUR].</summary>
    public double WithoutBatteryEur() => steps.Sum(step =>
    {
        double gridKW = step.LoadKW - step.SunKW;
        return gridKW >= 0.0 ? Eur(step, gridKW) : step.Sell < 0.0 ? 0.0 : Eur(step, gridKW);
    });

    /// <summary>Least cost when the battery may charge and discharge at once [EUR].</summary>
    public double OptimumEur()
    {
        var cost = ConvexCost.OnlyAt(start);
        foreach (Hour step in steps)
        {
            cost = cost.Shrunk(kept).Then(Change(step)).Within(lowest, highest);
        }

        return this.cyclic ? cost.At(start) : cost.Least();
    }

    /// <summary>Cost under a rule, by the twin's battery; none where the rule breaks the grid's limit or does not come home.</summary>
    /// <param name="wish">Wanted charging (above zero) or discharging [kW] in a step.</param>
    public double? RuleEur(Func<Hour, double> wish)
    {
        var (least, most) = WayHome();
        var state = new BatteryState(start * JPerKWh);
        double eur = 0.0;
        for (int i = 0; i < steps.Count; i++)
        {
            double rested = state.StoredJ / JPerKWh * kept;
            double wishKW = Math.Clamp(wish(steps[i]), AcKW(least[i + 1] - rested), AcKW(most[i + 1] - rested));
            (state, BatteryStep step) = wishKW >= 0.0
                ? charger.Step(state, wishKW * 1e3, 0.0)
                : discharger.Step(state, 0.0, -wishKW * 1e3);
            double gridKW = steps[i].LoadKW - steps[i].SunKW + (step.ChargingW - step.DischargingW) / 1e3;
            double curtailedKW = steps[i].Sell < 0.0 ? Math.Clamp(-gridKW, 0.0, steps[i].SunKW) : 0.0;
            gridKW += curtailedKW;
            if (Math.Abs(gridKW) > this.gridKW)
            {
                return null;
            }

            eur += Eur(steps[i], gridKW);
        }

        bool isHome = !this.cyclic || Math.Abs(state.StoredJ / JPerKWh - start) < 1e-6 * highest;
        return isHome ? eur : null;
    }

    private double Eur(Hour step, double gridKW) => gridKW * (gridKW >= 0.0 ? step.Buy : step.Sell) * EurPerMWhToKWh * hours;

    // Power at the terminals that moves the content by so many kWh, without burning any.
    private double AcKW(double changeKWh) => changeKWh >= 0.0 ? changeKWh / (etaIn * hours) : changeKWh * etaOut / hours;

    // Contents from which the end can still be reached, at each boundary of steps.
    private (double[] Least, double[] Most) WayHome()
    {
        double[] least = new double[steps.Count + 1];
        double[] most = new double[steps.Count + 1];
        (least[^1], most[^1]) = this.cyclic ? (start, start) : (lowest, highest);
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            least[i] = Math.Max(lowest, (least[i + 1] - etaIn * chargeKW * hours) / kept);
            most[i] = Math.Min(highest, (most[i + 1] + dischargeKW * hours / etaOut) / kept);
        }

        return (least, most);
    }

    // Cost of changing the content in a step: the least over what may be burnt in the round trip and curtailed of the sun.
    private ConvexCost Change(Hour step)
    {
        double restKW = step.LoadKW - step.SunKW;
        double turnKWh = (etaIn * chargeKW - dischargeKW / etaOut) * hours;
        List<double> corners = [-dischargeKW * hours / etaOut, etaIn * chargeKW * hours, 0.0, turnKWh];
        foreach (double gridKW in (double[])[0.0, this.gridKW, -this.gridKW])
        {
            double leastKW = gridKW - restKW;
            corners.Add((leastKW >= 0.0 ? etaIn * leastKW : leastKW / etaOut) * hours);
            double mostKW = gridKW - restKW - step.SunKW;
            corners.Add((mostKW >= chargeKW - dischargeKW
                ? etaIn * chargeKW - (chargeKW - mostKW) / etaOut
                : etaIn * (mostKW + dischargeKW) - dischargeKW / etaOut) * hours);
        }

        return ConvexCost.Through(corners.Where(kWh => kWh >= corners[0] && kWh <= corners[1]), Least);

        double Least(double changeKWh)
        {
            double burntMostKW = changeKWh >= turnKWh
                ? chargeKW - etaOut * (etaIn * chargeKW - changeKWh / hours)
                : (changeKWh / hours + dischargeKW / etaOut) / etaIn - dischargeKW;
            double lowKW = Math.Max(-this.gridKW, restKW + AcKW(changeKWh));
            double highKW = Math.Min(this.gridKW, restKW + burntMostKW + step.SunKW);
            const double hair = 1e-9; // kW: a corner lies on its limit up to rounding
            return lowKW > highKW + hair
                ? double.PositiveInfinity
                : Math.Min(Eur(step, Math.Clamp(0.0, Math.Min(lowKW, highKW), highKW)), Math.Min(Eur(step, lowKW), Eur(step, highKW)));
        }
    }
}
