namespace Twin.Cli.Input;

/// <summary>Whether the machines of a loop can work at the temperatures of that loop, and share what they share.</summary>
internal sealed class LoopCheck(View root, FaultList faults)
{
    /// <summary>Checks river exchangers and condensers against the loops they stand in.</summary>
    public void Check()
    {
        foreach (View loop in root.Items("loops"))
        {
            HashSet<string> sinks = [.. loop.Scalars("sinks").Select(sink => sink.Text)];
            foreach (View exchanger in root.Items("river_exchangers").Where(machine => sinks.Contains(machine.Name)))
            {
                RiverExchanger(exchanger, loop);
            }

            foreach (View chiller in root.Items("chillers").Where(machine => sinks.Contains(machine.Name)))
            {
                Condenser(chiller, loop, sinks);
            }
        }

        foreach (View hall in root.Items("halls"))
        {
            Inlet(hall, "air");
            Inlet(hall, "liquid");
            CoolantUnit(hall.Section("liquid"));
        }

        IEnumerable<IGrouping<string, View>> condensers = root.Items("chillers").GroupBy(chiller => chiller.Text("condenser") ?? "");
        foreach (IGrouping<string, View> shared in condensers.Where(condenser => condenser.Key is not ("river" or "")))
        {
            foreach (View second in shared.Skip(1))
            {
                faults.Add(
                    "IT0401", "machine in two places", second.Place("condenser"), second.PathOf("condenser"),
                    $"{shared.Key}, which already carries the condenser of {shared.First().Name}",
                    "one chiller bank to a dry cooler: give it more units instead");
            }
        }
    }

    private void RiverExchanger(View exchanger, View loop)
    {
        if (exchanger.Value("rise") >= loop.Value("design_rise") + exchanger.Value("approach"))
        {
            Order(
                $"rise below design_rise of loop {loop.Name} plus approach, {exchanger.Text("rise")} below "
                    + $"{loop.Text("design_rise")} + {exchanger.Text("approach")}: else river water leaves warmer than the loop",
                (exchanger, "rise"), (loop, "design_rise"), (exchanger, "approach"));
        }

        if (loop.Value("supply") <= exchanger.Value("approach"))
        {
            Order(
                $"approach less than the supply of loop {loop.Name}, {exchanger.Text("approach")} below {loop.Text("supply")}: "
                    + "the river does not get colder than ice",
                (exchanger, "approach"), (loop, "supply"));
        }
    }

    // Where even a loop at its set point is too warm, no cut of work can help.
    private void Inlet(View hall, string path)
    {
        View cooling = hall.Section(path);
        View? loop = LoopOf(cooling);
        if (cooling.Exists && loop?.Value("supply") + cooling.Value("approach") > cooling.Value("inlet_limit"))
        {
            Order(
                $"inlet_limit of at least the supply of loop {loop!.Name} plus approach, "
                    + $"{cooling.Text("inlet_limit")} from {loop.Text("supply")} + {cooling.Text("approach")}",
                (cooling, "inlet_limit"), (loop, "supply"), (cooling, "approach"));
        }
    }

    // The loop water may not leave a unit warmer than the coolant that enters it.
    private void CoolantUnit(View unit)
    {
        View? loop = LoopOf(unit);
        if (unit.Exists && loop?.Value("design_rise") >= unit.Value("coolant_rise") + unit.Value("approach"))
        {
            Order(
                $"design_rise of loop {loop!.Name} below coolant_rise plus approach, {loop.Text("design_rise")} below "
                    + $"{unit.Text("coolant_rise")} + {unit.Text("approach")}: else loop water leaves warmer than the coolant",
                (loop, "design_rise"), (unit, "coolant_rise"), (unit, "approach"));
        }
    }

    private View? LoopOf(View machine) => root.Items("loops").FirstOrDefault(loop => loop.Name == machine.Text("loop"));

    /// <summary>Tells the value of the highest layer among those that do not fit together: nobody can mend a default.</summary>
    private void Order(string expected, params (View Section, string Key)[] values)
    {
        (View section, string key) = values.MaxBy(value => value.Section.Node(value.Key)!.Source.Layer);
        faults.Add(
            "IT0405", "values in the wrong order", section.Place(key), section.PathOf(key), section.Text(key)!, expected);
    }

    private void Condenser(View chiller, View loop, HashSet<string> sinks)
    {
        string condenser = chiller.Text("condenser") ?? "river";
        string? elsewhere = root.Items("loops")
            .FirstOrDefault(other => other.Name != loop.Name && other.Scalars("sinks").Any(sink => sink.Text == condenser))?.Name;
        if (condenser != "river" && !sinks.Contains(condenser) && elsewhere is not null)
        {
            faults.Add(
                "IT0401", "machine in two places", chiller.Place("condenser"), chiller.PathOf("condenser"),
                $"{condenser}, which serves loop {elsewhere}", $"river, or a dry cooler of loop {loop.Name} or of no loop");
        }
    }
}
