using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>A share of a hall as a tenant's item states it.</summary>
/// <param name="Tenant">Name of the tenant.</param>
/// <param name="View">The item.</param>
/// <param name="Hall">Name of the hall.</param>
/// <param name="Fraction">Share of its racks [1].</param>
/// <param name="WrittenUnixS">Begin of the day that it names; null where it names none or none that is a date.</param>
/// <param name="FromUnixS">Day from which it holds in the run: what begins before the run holds from its start.</param>
internal sealed record TenantItem(string Tenant, View View, string Hall, double Fraction, long? WrittenUnixS, long FromUnixS);

/// <summary>Places the shares of tenants in the time of a run.</summary>
internal sealed class TenantDates(SiteCalendar calendar, long startUnixS)
{
    /// <summary>All shares of a tenant, in the order written; what is missing or wrong is left out, for the checks told it.</summary>
    public IReadOnlyList<TenantItem> ItemsOf(View tenant)
    {
        List<TenantItem> items = [];
        foreach (View view in tenant.Items("halls"))
        {
            if (view.Text("hall") is { } hall && view.Value("share") is { } fraction and >= 0.0 and <= 1.0)
            {
                long? writtenUnixS = TimeText.Date(view.Text("from") ?? "") is { } day ? calendar.BeginUnixS(day) : null;
                items.Add(new(tenant.Name, view, hall, fraction, writtenUnixS, Math.Max(startUnixS, writtenUnixS ?? startUnixS)));
            }
        }

        return items;
    }

    /// <summary>The shares of a tenant that hold in the run, by day and hall: of those before it, the last one of each hall.</summary>
    public static IReadOnlyList<TenantItem> InForce(IEnumerable<TenantItem> items) =>
    [
        .. items
            .GroupBy(item => (item.Hall, item.FromUnixS))
            .Select(same => same.MaxBy(item => item.WrittenUnixS ?? long.MinValue)!)
            .OrderBy(item => item.FromUnixS)
            .ThenBy(item => item.Hall, StringComparer.Ordinal),
    ];
}
