using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Input.Sizes;

/// <summary>Reads what is uncertain, how many futures are drawn, and in which share of them a size must hold.</summary>
internal sealed class SizeFutureReader(View file, FaultList faults)
{
    private const string Section = "uncertainties";
    private static readonly string[] Numbers = ["futures", "seed", "share"];

    /// <summary>Reads the futures.</summary>
    /// <param name="scenario">The base.</param>
    /// <param name="values">What is laid over it in every run.</param>
    /// <param name="halls">Halls whose racks are the lever.</param>
    /// <returns>The futures; null where nothing is uncertain, and after a fault.</returns>
    public SizeFutures? Read(BaseScenario scenario, IReadOnlyList<Entry> values, IReadOnlyList<SizeHall> halls)
    {
        if (file.Node(Section) is not { } written)
        {
            TellIdle();
            return null;
        }

        if (written is not Mapping { Entries.Count: > 0 } uncertain)
        {
            faults.Add(
                "IT0106", "wrong kind of value", written.Place, Section, Words.KindOf(written),
                "inputs, each with its distribution, as in grid.import_limit: { uniform: [10 MW, 14 MW] }");
            return null;
        }

        IReadOnlyList<ReadVariable> inputs =
            VariableReader.Read(uncertain, areLevers: false, new StudyVaried(scenario, values), faults);
        TellTwice(inputs, values, halls);
        if (!faults.IsEmpty)
        {
            return null;
        }

        var space = new StudySpace(inputs.Select(input => input.Input), []);
        int seed = (int)Number("seed");
        StudyDesign design = DrawnDesigns.MonteCarlo(space, (int)Number("futures"), seed);
        return new([.. inputs.Select(input => input.Variable)], design, Number("share"), seed);
    }

    private double Number(string key) => file.Value(key) ?? SizeKeys.UsualOf(file.Key(key));

    private void TellIdle()
    {
        foreach (string key in Numbers.Where(file.Has))
        {
            faults.Add(
                "IT0525", "futures of nothing uncertain", file.Place(key), key, $"{key} without uncertainties",
                "uncertainties in which the futures differ, or none of futures, seed and share");
        }
    }

    private void TellTwice(IReadOnlyList<ReadVariable> inputs, IReadOnlyList<Entry> values, IReadOnlyList<SizeHall> halls)
    {
        List<(string Path, string By)> taken =
        [
            .. values.Select(entry => (entry.Key, "the key set")),
            .. file.Scalars("scales").Select(path => (path.Text, "the key scales")),
            .. halls.Select(hall => ($"halls.{hall.Name}.racks.count", "the search")),
        ];
        foreach (ReadVariable input in inputs)
        {
            foreach (string path in input.Paths)
            {
                if (taken.Find(other => IsSame(other.Path, path)) is { Path: not null } other)
                {
                    faults.Add(
                        "IT0501", "input named twice", input.Place, TreeMerge.Join(Section, input.Name),
                        $"{path}, which {other.By} gives a value too", "each value in one place");
                }
            }

            taken.AddRange(input.Paths.Select(path => (path, "the input " + input.Name)));
        }
    }

    private static bool IsSame(string a, string b) =>
        a == b || a.StartsWith(b + ".", StringComparison.Ordinal) || b.StartsWith(a + ".", StringComparison.Ordinal);
}
