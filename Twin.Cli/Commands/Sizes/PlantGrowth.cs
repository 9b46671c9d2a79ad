using Twin.Cli.Input;
using Twin.Cli.Input.Sizes;

namespace Twin.Cli.Commands.Sizes;

/// <summary>What takes a limit out of the way, so that the next one shows.</summary>
/// <remarks>
/// The connection becomes unlimited. To a loop come as many chillers and dry coolers as carry the rated power of the added servers,
/// and one more of each. Room coolers, coolant units, UPS and transformers grow with the servers and by a unit, as if they had been named
/// under scales. Ten times of everything would be simpler, but fans and idle losses of that plant would end the search at the connection.
/// </remarks>
internal sealed class PlantGrowth(SizeQuestion question, IReadOnlyList<int> held)
{
    private const string Unlimited = "1000 GW";
    private const int MostUnits = 10_000;
    private readonly View root = View.Of(question.Design.Tree!);

    /// <summary>What lifts a limit, by size.</summary>
    /// <param name="limit">Name of the limit.</param>
    /// <returns>Null where the plant has nothing that could grow.</returns>
    public Func<IReadOnlyList<int>, IReadOnlyList<Entry>>? Of(string limit)
    {
        if (limit == LimitBook.Grid)
        {
            return _ => [SizeCases.Value(limit, Unlimited)];
        }

        if (limit.StartsWith("loops.", StringComparison.Ordinal))
        {
            View[] machines = [.. OfLoop(limit["loops.".Length..])];
            return machines.Length == 0 ? null : racks => [.. machines.Select(machine => MoreOf(machine, racks))];
        }

        SizeGroup group = SizeGroups.All(root).Single(group => group.Path == limit);
        return racks => [SizeCases.Value(limit + ".units", UnitsOf(group, racks))];
    }

    private IEnumerable<View> OfLoop(string loop)
    {
        HashSet<string> sinks =
            [.. root.Items("loops").Single(view => view.Name == loop).Scalars("sinks").Select(sink => sink.Text)];
        View[] chillers = [.. root.Items("chillers").Where(chiller => sinks.Contains(chiller.Name))];
        sinks.UnionWith(chillers.Select(chiller => chiller.Word("condenser")));
        return chillers.Concat(root.Items("dry_coolers").Where(cooler => sinks.Contains(cooler.Name)));
    }

    private Entry MoreOf(View machine, IReadOnlyList<int> racks)
    {
        double addedW = Math.Max(0.0, question.MultipleOf(racks) - question.MultipleOf(held)) * question.BaseW;
        int units = Held(machine.PathOf("units"), machine.Count("units"));
        double grown = units + 1 + Math.Ceiling(addedW / machine.Inside("size"));
        return SizeCases.Value(machine.PathOf("units"), (int)Math.Min(MostUnits, grown));
    }

    private int UnitsOf(SizeGroup group, IReadOnlyList<int> racks)
    {
        int hall = question.Halls.Index()
            .FirstOrDefault(one => group.Path.StartsWith($"halls.{one.Item.Name}.", StringComparison.Ordinal), (-1, null!)).Index;
        double grown = hall >= 0
            ? (double)racks[hall] / Math.Max(1, held[hall])
            : question.MultipleOf(racks) / question.MultipleOf(held);
        return (int)Math.Min(MostUnits, Math.Ceiling(Held(group.Path + ".units", group.Units) * grown) + 1.0);
    }

    // What is scaled has grown by then already.
    private int Held(string path, int units) => question.Scales.Any(scale => scale.Path == path)
        ? (int)Math.Ceiling(units * question.MultipleOf(held))
        : units;
}
