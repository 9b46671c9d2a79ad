using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>What only shows when parts are seen together: order, counts, missing counterparts.</summary>
internal sealed class PlantCheck
{
    private readonly View root;
    private readonly FaultList faults;

    private PlantCheck(View root, FaultList faults)
    {
        this.root = root;
        this.faults = faults;
    }

    /// <summary>Checks a completed scenario.</summary>
    public static void Check(Mapping root, FaultList faults)
    {
        var check = new PlantCheck(View.Of(root), faults);
        new TimeCheck(check.root.Section("time"), faults).Check();
        check.Halls();
        check.Sinks();
        check.MachineNames();
        check.Counterparts();
        check.Outages();
        check.Orders();
        check.Contracts();
        CurveCheck.Check(check.root, faults);
        new LoopCheck(check.root, faults).Check();
        new ClimateCheck(check.root, faults).Check();
    }

    private void Halls()
    {
        var servers = root.Items("servers").DistinctBy(server => server.Name).ToDictionary(server => server.Name);
        foreach (View hall in root.Items("halls"))
        {
            string? name = hall.Section("racks").Text("server");
            if (name is not null && servers.TryGetValue(name, out View? server) && server.Value("liquid") > 0.0 && !hall.Has("liquid"))
            {
                faults.Add(
                    "IT0403", "missing part", hall.Mapping!.Place, hall.PathOf("liquid"),
                    $"a hall of {name}, which is cooled by liquid, without liquid",
                    "liquid: { loop: ..., units: ..., size: ... }");
            }
        }

        IEnumerable<View> works = root.Items("halls").Select(hall => hall.Section("workload"));
        foreach (View work in works.Where(work => work.Has("mean") && work.Has("utilisation")))
        {
            faults.Add(
                "IT0112", "two ways at once", work.Place("mean"), work.PathOf("mean"),
                "mean beside utilisation", "mean only beside profile: a series has its own mean");
        }

        foreach (View server in root.Items("servers"))
        {
            Rising(server, "idle", "full");
        }
    }

    private void Sinks()
    {
        var loopOf = new Dictionary<string, string>(StringComparer.Ordinal);
        HashSet<string> chillers = [.. root.Items("chillers").Select(chiller => chiller.Name)];
        foreach (View loop in root.Items("loops"))
        {
            bool isChillerBefore = false;
            foreach (Scalar sink in loop.Scalars("sinks"))
            {
                if (!loopOf.TryAdd(sink.Text, loop.Name))
                {
                    string other = loopOf[sink.Text];
                    string found = other == loop.Name ? $"{sink.Text} a second time" : $"{sink.Text}, which stands in loop {other} already";
                    faults.Add(
                        "IT0401", "machine in two places", sink.Place, loop.PathOf("sinks"),
                        found, "each machine in one loop, once");
                }

                bool isChiller = chillers.Contains(sink.Text);
                if (isChillerBefore && !isChiller)
                {
                    faults.Add(
                        "IT0402", "sink behind a chiller", sink.Place, loop.PathOf("sinks"),
                        $"{sink.Text} behind a chiller", "chillers last: they take what is left");
                }

                isChillerBefore |= isChiller;
            }
        }
    }

    private void MachineNames()
    {
        var listOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string list in Keys.SinkLists)
        {
            foreach (View machine in root.Items(list).Where(machine => machine.Name.Length > 0))
            {
                if (!listOf.TryAdd(machine.Name, list) && listOf[machine.Name] != list)
                {
                    faults.Add(
                        "IT0407", "name used twice", machine.Place("name"), machine.PathOf("name"),
                        $"{machine.Name}, also a name in {listOf[machine.Name]}",
                        "different names for machines that sinks can name");
                }
            }
        }
    }

    private void Counterparts()
    {
        foreach (View exchanger in root.Items("river_exchangers").Where(_ => !root.Has("river")))
        {
            Missing(exchanger, "name", "a river exchanger without a river", "river: { temperature: ..., discharge: ..., permit: ... }");
        }

        foreach (View chiller in root.Items("chillers").Where(chiller => chiller.Text("condenser") == "river" && !root.Has("river")))
        {
            Missing(
                chiller, "condenser", "a condenser on the river, without a river",
                "river: { temperature: ..., discharge: ..., permit: ... }");
        }

        foreach (View machine in root.Items("heat_pumps").Concat(root.Items("direct_exchangers")).Where(_ => !root.Has("district_heat")))
        {
            Missing(machine, "name", "a machine for a heat network, without the network", "district_heat: { demand: ..., supply: ... }");
        }
    }

    private void Missing(View machine, string key, string found, string expected) =>
        faults.Add("IT0403", "missing part", machine.Place(key), machine.Path, found, expected);

    private void Outages()
    {
        string[] lists = ["ups", "wind", .. Keys.SinkLists];
        IEnumerable<View> banks = lists.SelectMany(root.Items).Append(root.Section("transformers"));
        IEnumerable<View> paths = root.Items("halls").SelectMany<View, View>(hall => [hall.Section("air"), hall.Section("liquid")]);
        foreach (View bank in banks.Concat(paths).Where(bank => bank.Mapping?["out"] is not null))
        {
            // A machine may be out as a whole; a hall, a UPS or the site without any unit could not run at all.
            bool mayAllBeOut = lists.Any(list => list != "ups" && bank.Path.StartsWith(list + ".", StringComparison.Ordinal));
            double units = bank.Node("units") is Sequence each ? each.Items.Count : bank.Value("units") ?? double.PositiveInfinity;
            double most = mayAllBeOut ? units : units - 1.0;
            if (bank.Value("out") > most && units >= 1.0)
            {
                string expected = string.Create(CultureInfo.InvariantCulture, $"at most {most} of {units} units out");
                faults.Add("IT0404", "too many units out", bank.Place("out"), bank.PathOf("out"), bank.Text("out")!, expected);
            }
        }
    }

    private void Orders()
    {
        foreach (View loop in root.Items("loops"))
        {
            Rising(loop, "supply", "supply_limit");
        }

        View battery = root.Section("battery");
        Rising(battery, "minimum", "maximum");
        if (battery.Value("start") < battery.Value("minimum") || battery.Value("start") > battery.Value("maximum"))
        {
            string bound = battery.Value("start") < battery.Value("minimum") ? "minimum" : "maximum";
            (string told, string expected) = battery.IsBelow("start", bound)
                ? (bound, $"a charge {(bound == "minimum" ? "up to" : "from")} the start, which is {battery.Text("start")}")
                : ("start", $"a charge from {battery.Text("minimum")} to {battery.Text("maximum")}");
            faults.Add("IT0405", "values in the wrong order", battery.Place(told), battery.PathOf(told), battery.Text(told)!, expected);
        }

        View supply = root.Section("district_heat").Section("supply");
        Rising(supply, "cold", "mild");
        Rising(supply, "return", "supply_at_cold");
        Rising(supply, "return", "supply_at_mild");
        foreach (View span in root.Section("river").Section("permit").Items("closed"))
        {
            if (TimeText.Date(span.Text("from") ?? "") >= TimeText.Date(span.Text("to") ?? ""))
            {
                faults.Add(
                    "IT0405", "values in the wrong order", span.Place("to"), span.PathOf("to"),
                    span.Text("to")!, $"a date after {span.Text("from")}");
            }
        }
    }

    private void Rising(View view, string low, string high)
    {
        if (view.Value(low) >= view.Value(high))
        {
            // Nobody can mend a default: of the two the one in the higher layer is told.
            (string told, string expected) = view.IsBelow(high, low)
                ? (low, $"less than {high}, which is {view.Text(high)}")
                : (high, $"more than {low}, which is {view.Text(low)}");
            faults.Add("IT0405", "values in the wrong order", view.Place(told), view.PathOf(told), view.Text(told)!, expected);
        }
    }

    private void Contracts()
    {
        foreach (View contract in root.Items("contracts"))
        {
            bool followsPark = contract.Text("kind") == "pay-as-produced";
            bool isBaseload = contract.Text("kind") == "baseload";
            int given = (contract.Has("source") ? 1 : 0) + (contract.Has("profile") ? 1 : 0);
            if (followsPark && given != 1)
            {
                string found = given == 0 ? "neither source nor profile" : "source and profile";
                faults.Add(
                    "IT0403", "missing part", contract.Place("kind"), contract.Path,
                    found, "either source or profile, since it pays what is produced");
            }
            else if (isBaseload && given > 0)
            {
                string key = contract.Has("source") ? "source" : "profile";
                faults.Add(
                    "IT0112", "two ways at once", contract.Place(key), contract.PathOf(key),
                    $"{key} beside kind: baseload", "no source and no profile: a baseload is constant");
            }
        }
    }
}
