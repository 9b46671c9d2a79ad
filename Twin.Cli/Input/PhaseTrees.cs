using System.Globalization;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>The plant from a day on: the whole scenario as it then stands.</summary>
/// <param name="FromUnixS">Begin of the phase, seconds since 1970-01-01T00:00Z.</param>
/// <param name="Tree">Completed tree.</param>
internal sealed record PhaseTree(long FromUnixS, Mapping Tree);

/// <summary>Lays dated phases over a scenario, each on the one before, and checks each as a scenario of its own.</summary>
internal sealed class PhaseTrees(FaultList faults)
{
    // What a phase may change: machines and what they are allowed. Site, time, weather and river stay.
    private static readonly string[] Changeable =
    [
        "halls", "ups", "transformers", "loops", "river_exchangers", "dry_coolers", "chillers", "heat_pumps", "direct_exchangers",
        "district_heat", "photovoltaics", "wind", "battery", "contracts", "grid", "river.permit", "site.auxiliary",
    ];

    private static readonly string[] Lists =
    [
        "halls", "ups", "loops", "river_exchangers", "dry_coolers", "chillers", "heat_pumps", "direct_exchangers",
        "photovoltaics", "wind", "contracts",
    ];

    /// <summary>Lays out the phases of a scenario without faults.</summary>
    /// <param name="merged">Merged tree without defaults.</param>
    /// <param name="completed">The same, completed: the plant from the first day.</param>
    public IReadOnlyList<PhaseTree> Of(Mapping merged, Mapping completed)
    {
        View root = View.Of(completed);
        View time = root.Section("time");
        var calendar = new SiteCalendar(root.Section("site").Word("zone"));
        long startUnixS = TimeText.Instant(time.Word("start"))!.Value, endUnixS = TimeText.Instant(time.Word("end"))!.Value;
        List<PhaseTree> phases = [];
        Node current = merged.Without("phases");
        long last = startUnixS;
        foreach (View phase in root.Items("phases"))
        {
            long fromUnixS = calendar.BeginUnixS(TimeText.Date(phase.Word("from"))!.Value);
            CheckDate(phase, fromUnixS, last, endUnixS, (fromUnixS - startUnixS) % time.Count("output") == 0);
            last = fromUnixS;
            if (phase.Node("set") is not Mapping set || !set.Entries.All(entry => MayChange(entry, phase.PathOf("set"))))
            {
                continue;
            }

            Mapping changes = DottedPaths.Expand(set, faults);
            TypesInPhases.Check(changes, Keys.Root, string.Empty, phase.PathOf("set"), faults);
            current = TreeMerge.Merge(current, changes, string.Empty, faults);
            SchemaCheck.Check((Mapping)current, faults);
            ReferenceCheck.Check((Mapping)current, faults);
            Mapping whole = Completion.Complete((Mapping)current);
            PlantCheck.Check(whole, faults);
            CheckNames(set, phase.PathOf("set"), root, View.Of(whole));
            phases.Add(new(fromUnixS, whole));
        }

        return phases;
    }

    private bool MayChange(Entry entry, string place)
    {
        bool mayChange = Changeable.Any(path => entry.Key == path || entry.Key.StartsWith(path + ".", StringComparison.Ordinal));
        if (!mayChange)
        {
            faults.Add(
                "IT0408", "not a matter of phases", entry.Place, TreeMerge.Join(place, entry.Key), entry.Key,
                $"something below {string.Join(", ", Changeable)}");
        }

        return mayChange && DottedPaths.Check(entry, TreeMerge.Join(place, entry.Key), faults);
    }

    private void CheckDate(View phase, long fromUnixS, long lastUnixS, long endUnixS, bool isOnRow)
    {
        if (fromUnixS <= lastUnixS || fromUnixS >= endUnixS)
        {
            faults.Add(
                "IT0405", "values in the wrong order", phase.Place("from"), phase.PathOf("from"), phase.Text("from")!,
                "a day after the start and after the phase before, and before the end of the run");
        }
        else if (!isOnRow)
        {
            faults.Add(
                "IT0406", "steps that do not fit", phase.Place("from"), phase.PathOf("from"), phase.Text("from")!,
                "a day whose begin is a whole number of output intervals after the start");
        }
    }

    // The columns of a run are fixed: what comes later is there from the first day with nothing in service.
    private void CheckNames(Mapping set, string place, View first, View later)
    {
        foreach (string list in Lists)
        {
            string[] before = [.. first.Items(list).Select(item => item.Name)];
            string? added = later.Items(list).Select(item => item.Name)
                .FirstOrDefault(name => !before.Contains(name, StringComparer.Ordinal));
            if (added is not null)
            {
                faults.Add(
                    "IT0409", "part that comes from nowhere", set.Place, TreeMerge.Join(place, list), added,
                    string.Create(CultureInfo.InvariantCulture,
                        $"one of {string.Join(", ", before)}: declare it from the first day, with racks.count 0 or all units out"));
            }
        }
    }
}
