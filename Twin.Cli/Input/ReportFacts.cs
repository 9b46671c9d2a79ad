using Twin.Core.Scenarios;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>An entry of the catalogue that a scenario keeps because something in it names it.</summary>
/// <param name="Kind">Kind, as the catalogue calls it; servers and climates too.</param>
/// <param name="Name">Name of the entry.</param>
/// <param name="Source">Where its values come from; for a climate each list with its source.</param>
/// <param name="Confidence">measured, published or assumed; for a climate the least sure of its lists.</param>
internal sealed record CatalogueUse(string Kind, string Name, string Source, string Confidence);

/// <summary>A contract as a report looks at it.</summary>
/// <param name="Name">Name of the contract.</param>
/// <param name="Kind">pay-as-produced or baseload.</param>
/// <param name="GuaranteesOwned">Whether the centre owns and retires the guarantees of origin.</param>
internal sealed record ContractFacts(string Name, string Kind, bool GuaranteesOwned);

/// <summary>What a report needs of a run's scenario beside the run's rows; read from the resolved text alone.</summary>
/// <param name="Facts">What the scenario states of the centre.</param>
/// <param name="Tenants">Customers, in ordinal order of their names.</param>
/// <param name="Assumptions">Values with their ranges, in the order of the scenario.</param>
/// <param name="Entries">Entries of the catalogue in use.</param>
/// <param name="HeatPumpInside">Whether heat pumps lie inside the centre's boundary; null without a heat network.</param>
/// <param name="GuaranteesOfOriginFraction">Share of what contracts leave open that bought guarantees cover [1].</param>
/// <param name="HasRiver">Whether the plant stands at a river.</param>
/// <param name="Contracts">Contracts, in ordinal order of their names.</param>
internal sealed record ReportFacts(
    CentreFacts Facts,
    IReadOnlyList<Tenant> Tenants,
    IReadOnlyList<Assumption> Assumptions,
    IReadOnlyList<CatalogueUse> Entries,
    bool? HeatPumpInside,
    double GuaranteesOfOriginFraction,
    bool HasRiver,
    IReadOnlyList<ContractFacts> Contracts)
{
    private static readonly string[] LeastSureFirst = ["assumed", "published", "measured"];

    // What is read here, and what that needs; the rest of a scenario was checked before the run, and its data files may be gone.
    private static readonly string[] Held =
        ["schema", "name", "site", "time", "guarantees_of_origin", "centre", "tenants", Keys.Assumptions];

    /// <summary>Reads the resolved scenario of a run, without opening the files that it names.</summary>
    /// <param name="resolvedText">Text of scenario.resolved.yaml.</param>
    /// <exception cref="InvalidDataException">It is no resolved scenario; the message tells every fault with its line.</exception>
    public static ReportFacts Read(string resolvedText)
    {
        var faults = new FaultList();
        var source = new Source("scenario.resolved.yaml", Layer.File, string.Empty, null, HasLines: true);
        if (YamlTree.Read(resolvedText, source, faults) is not Mapping tree || !faults.IsEmpty)
        {
            throw new InvalidDataException(
                faults.IsEmpty ? "The scenario of the run is not keys and values." : FaultText.Write(faults.InFileOrder(), "no report"));
        }

        Check(tree, faults);
        if (!faults.IsEmpty)
        {
            throw new InvalidDataException(FaultText.Write(faults.InFileOrder(), "no report"));
        }

        View root = View.Of(tree), heat = root.Section("district_heat");
        long startUnixS = TimeText.Instant(root.Section("time").Word("start"))!.Value;
        return new(
            CentreBinder.Facts(root),
            CentreBinder.Tenants(root, new SiteCalendar(root.Section("site").Word("zone")), startUnixS),
            CentreBinder.Assumptions(root),
            [.. EntriesOf(root)],
            heat.Exists ? heat.Text("boundary") == "inside" : null,
            root.Value("guarantees_of_origin") ?? 0.0,
            root.Has("river"),
            [
                .. root.Items("contracts").Select(contract => new ContractFacts(
                    contract.Name, contract.Text("kind") ?? string.Empty, contract.Text("guarantees") == "owned")),
            ]);
    }

    private static void Check(Mapping tree, FaultList faults)
    {
        if (!SchemaCheck.IsOfThisVersion(tree, faults))
        {
            return;
        }

        Key held = Keys.Root with { Children = [.. Keys.Root.Children.Where(key => Held.Contains(key.Name))] };
        SchemaCheck.Check(tree.With([.. tree.Entries.Where(entry => Held.Contains(entry.Key))]), held, faults);
        ReferenceCheck.Check(tree, held, faults);
        AssumptionCheck.Hold(tree, faults);
        TenantCheck.Hold(tree, faults);
        CentreCheck.Check(tree, faults);
    }

    private static IEnumerable<CatalogueUse> EntriesOf(View root)
    {
        foreach (Key kind in Keys.Catalogue.Children)
        {
            foreach (View entry in root.Section(Keys.Catalogue.Name).Items(kind.Name))
            {
                yield return Use(kind.Name, entry);
            }
        }

        foreach (View server in root.Items(Keys.Servers.Name))
        {
            yield return Use(Keys.Servers.Name, server);
        }

        foreach (View climate in root.Items(Keys.Climates.Name))
        {
            yield return Climate(climate);
        }
    }

    private static CatalogueUse Use(string kind, View entry) =>
        new(kind, entry.Name, entry.Text("source") ?? string.Empty, entry.Text("confidence") ?? LeastSureFirst[0]);

    private static CatalogueUse Climate(View climate)
    {
        View sources = climate.Section("sources");
        View[] lists = [.. Keys.ClimateLists.Where(list => climate.Has(list.Name)).Select(list => sources.Section(list.Name))];
        IEnumerable<string> told = lists
            .GroupBy(list => list.Text("source") ?? string.Empty, StringComparer.Ordinal)
            .Select(same => $"{string.Join(", ", same.Select(list => list.Path.Split('.')[^1]))}: {same.Key}");
        string least = LeastSureFirst.FirstOrDefault(word => lists.Any(list => list.Text("confidence") == word)) ?? LeastSureFirst[0];
        return new(Keys.Climates.Name, climate.Name, string.Join("; ", told), least);
    }
}
