using System.Globalization;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>Whether what a scenario says of its centre and tenants can be true of one centre.</summary>
internal sealed class CentreCheck
{
    private const double Rounding = 1e-12; // of a sum of shares: three times a third in three digits must not be above the whole

    private readonly View root;
    private readonly FaultList faults;

    private CentreCheck(Mapping root, FaultList faults)
    {
        this.root = View.Of(root);
        this.faults = faults;
    }

    /// <summary>Checks a completed scenario.</summary>
    public static void Check(Mapping root, FaultList faults)
    {
        var check = new CentreCheck(root, faults);
        check.Centre(check.root.Section("centre"));
        check.Tenants();
    }

    private void Centre(View centre)
    {
        NotAbove(centre.Section("connection"), "it", "total");
        NotAbove(centre.Section("area"), "computer_rooms", "total");
        View management = centre.Section("management");
        if (TimeText.Date(management.Text("certified") ?? "") < TimeText.Date(management.Text("since") ?? ""))
        {
            WrongOrder(management, "certified", $"a day not before since, which is {management.Text("since")}");
        }
    }

    private void NotAbove(View view, string part, string whole)
    {
        if (view.Value(part) > view.Value(whole))
        {
            WrongOrder(view, part, $"at most {whole}, which is {view.Text(whole)}");
        }
    }

    private void WrongOrder(View view, string key, string expected) => faults.Add(
        "IT0405", "values in the wrong order", view.Place(key), view.PathOf(key), view.Text(key)!, expected);

    private void Tenants()
    {
        View time = root.Section("time");
        string zone = root.Section("site").Text("zone") ?? string.Empty;
        long? startUnixS = TimeText.Instant(time.Text("start") ?? ""), endUnixS = TimeText.Instant(time.Text("end") ?? "");
        if (startUnixS is not { } start || endUnixS is not { } end || !SiteCalendar.IsZone(zone))
        {
            return; // told already, and no day can be placed without them
        }

        List<TenantItem> items = [];
        var dates = new TenantDates(new SiteCalendar(zone), start);
        foreach (View tenant in root.Items("tenants"))
        {
            IReadOnlyList<TenantItem> own = dates.ItemsOf(tenant);
            Days(own, end);
            items.AddRange(TenantDates.InForce(own));
        }

        foreach (IGrouping<string, TenantItem> hall in items.GroupBy(item => item.Hall, StringComparer.Ordinal))
        {
            Whole(hall.Key, [.. hall]);
        }
    }

    private void Days(IReadOnlyList<TenantItem> items, long endUnixS)
    {
        var seen = new HashSet<(string Hall, string? Day)>();
        foreach (TenantItem item in items)
        {
            if (item.WrittenUnixS >= endUnixS)
            {
                WrongOrder(item.View, "from", $"a day before the end of the run, {root.Section("time").Text("end")}");
            }

            if (!seen.Add((item.Hall, item.View.Text("from"))))
            {
                string day = item.View.Text("from") is { } from ? $"from {from} on" : "from the first day on";
                faults.Add(
                    "IT0112", "two ways at once", item.View.Place("hall"), item.View.PathOf("hall"),
                    $"a second share of {item.Hall} {day}", "one share of a hall from one day on");
            }
        }
    }

    /// <summary>Tells the first day on which a hall is given away more than once, at the share that is one too many.</summary>
    private void Whole(string hall, IReadOnlyList<TenantItem> items)
    {
        foreach (long day in items.Select(item => item.FromUnixS).Distinct().Order())
        {
            TenantItem[] then = [.. items
                .Where(item => item.FromUnixS <= day)
                .GroupBy(item => item.Tenant, StringComparer.Ordinal)
                .Select(own => own.MaxBy(item => item.FromUnixS)!)];
            double sum = then.Sum(item => item.Fraction);
            if (sum > 1.0 + Rounding)
            {
                TenantItem last = then.MaxBy(item => item.FromUnixS)!;
                string shares = string.Join(", ", then.Select(item => $"{item.Tenant} {item.View.Text("share")}"));
                string on = last.View.Text("from") is { } from ? $"from {from} on" : "from the first day on";
                faults.Add(
                    "IT0412", "more than the whole", last.View.Place("share"), last.View.PathOf("share"),
                    string.Create(CultureInfo.InvariantCulture, $"{100.0 * sum:0.###} % of {hall} {on}: {shares}"),
                    "at most 100 % of a hall on any day");
                return;
            }
        }
    }
}
