using System.Globalization;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>Whether the shares of tenants can be shares of one hall.</summary>
/// <remarks>
/// A share that begins behind the end of the run is a slip, unless a higher layer made the run shorter: then the share is set aside with a
/// note, and with it a tenant who has no other.
/// </remarks>
internal sealed class TenantCheck
{
    private const double Rounding = 1e-12; // of a sum of shares: three thirds in three digits must not be above the whole

    private readonly Mapping root;
    private readonly Node? end;
    private readonly long endUnixS;
    private readonly FaultList faults;
    private readonly List<string> notes = [];

    private TenantCheck(Mapping root, long endUnixS, FaultList faults)
    {
        this.root = root;
        end = View.Of(root).Section("time").Node("end");
        this.endUnixS = endUnixS;
        this.faults = faults;
    }

    /// <summary>Checks the tenants of a completed scenario.</summary>
    /// <param name="root">Completed tree.</param>
    /// <param name="faults">Receives shares that cannot be.</param>
    /// <returns>The tree without what was set aside, and a sentence on each of them.</returns>
    public static (Mapping Tree, IReadOnlyList<string> Notes) Hold(Mapping root, FaultList faults)
    {
        View view = View.Of(root), time = view.Section("time");
        string zone = view.Section("site").Text("zone") ?? string.Empty;
        long? startUnixS = TimeText.Instant(time.Text("start") ?? ""), endUnixS = TimeText.Instant(time.Text("end") ?? "");
        if (startUnixS is not { } start || endUnixS is not { } end || !SiteCalendar.IsZone(zone))
        {
            return (root, []); // told already, and no day can be placed without them
        }

        var check = new TenantCheck(root, end, faults);
        var dates = new TenantDates(new SiteCalendar(zone), start);
        List<TenantItem> all = [], late = [];
        foreach (View tenant in view.Items("tenants"))
        {
            IReadOnlyList<TenantItem> own = dates.ItemsOf(tenant);
            check.Twice(own);
            late.AddRange(own.Where(check.IsSetAside));
            all.AddRange(TenantDates.InForce(own));
        }

        foreach (IGrouping<string, TenantItem> hall in all.GroupBy(item => item.Hall, StringComparer.Ordinal))
        {
            check.Whole(hall.Key, [.. hall]);
        }

        return late.Count == 0 ? (root, []) : (check.Without([.. late.Select(item => item.View.Mapping!)]), check.notes);
    }

    private bool IsSetAside(TenantItem item)
    {
        if (!(item.WrittenUnixS >= endUnixS))
        {
            return false;
        }

        if (!end!.Source.IsAbove(item.View.Mapping!.Source))
        {
            faults.Add(
                "IT0405", "values in the wrong order", item.View.Place("from"), item.View.PathOf("from"), item.View.Text("from")!,
                $"a day before the end of the run, {((Scalar)end).Text}");
            return false;
        }

        notes.Add($"{item.View.Path} is set aside: {item.View.Text("from")} lies behind the end of the run");
        return true;
    }

    private void Twice(IReadOnlyList<TenantItem> items)
    {
        var seen = new HashSet<(string Hall, string? Day)>();
        foreach (TenantItem item in items.Where(item => !seen.Add((item.Hall, item.View.Text("from")))))
        {
            faults.Add(
                "IT0112", "two ways at once", item.View.Place("hall"), item.View.PathOf("hall"),
                $"a second share of {item.Hall} {From(item)}", "one share of a hall from one day on");
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
                TenantItem last = then.OrderBy(item => item.FromUnixS).Last(); // of several from one day the last in the list
                string shares = string.Join(", ", then.Select(item => $"{item.Tenant} {item.View.Text("share")}"));
                faults.Add(
                    "IT0412", "more than the whole", last.View.Place("share"), last.View.PathOf("share"),
                    string.Create(CultureInfo.InvariantCulture, $"{100.0 * sum:0.###} % of {hall} {From(last)}: {shares}"),
                    "at most 100 % of a hall on any day");
                return;
            }
        }
    }

    private static string From(TenantItem item) => item.View.Text("from") is { } from ? $"from {from} on" : "from the first day on";

    private Mapping Without(HashSet<Mapping> late)
    {
        var tenants = (Sequence)root["tenants"]!;
        List<Node> kept = [];
        foreach (Mapping tenant in tenants.Items.OfType<Mapping>())
        {
            var halls = (Sequence)tenant["halls"]!;
            Node[] shares = [.. halls.Items.Where(item => !late.Contains(item))];
            if (shares.Length > 0)
            {
                kept.Add(tenant.Replace(halls, halls.With(shares)));
            }
        }

        return root.Replace(tenants, tenants.With(kept));
    }
}
