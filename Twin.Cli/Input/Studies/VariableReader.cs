using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads a section of inputs: levers, which somebody sets, or uncertainties, which nobody does.</summary>
internal sealed class VariableReader
{
    private const int MostTried = 16; // values of a list that are tried on the base one by one; of a longer one the ends and the middle
    private const double AlmostLow = 0.01;
    private const double AlmostHigh = 0.99;

    private static readonly string[] LeverForms = ["cases", "grid", "range", "step"];

    private static readonly string[] UncertaintyForms = 
    [
        .. DistributionReader.Lists.Keys.Except([DistributionReader.Range]).Concat(["cases", "discrete", "seeds"])
            .Order(StringComparer.Ordinal),
    ];

    private readonly string section;
    private readonly bool areLevers;
    private readonly StudyVaried varied;
    private readonly FaultList faults;

    private VariableReader(string section, bool areLevers, StudyVaried varied, FaultList faults)
    {
        this.section = section;
        this.areLevers = areLevers;
        this.varied = varied;
        this.faults = faults;
    }

    /// <summary>Reads a section and tries the values of each input on the base.</summary>
    /// <param name="section">Names with what is said of each.</param>
    /// <param name="areLevers">Whether somebody sets them.</param>
    /// <param name="scenario">The base scenario.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The inputs that could be read, in ordinal order of their names, as the space of a study has them.</returns>
    public static IReadOnlyList<ReadVariable> Read(Mapping section, bool areLevers, BaseScenario scenario, FaultList faults) =>
        Read(section, areLevers, new StudyVaried(scenario, []), faults);

    /// <summary>Reads a section and tries the values of each input on the base with what the study sets in every run.</summary>
    /// <param name="section">Names with what is said of each.</param>
    /// <param name="areLevers">Whether somebody sets them.</param>
    /// <param name="varied">The base with what the study sets.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The inputs that could be read, in ordinal order of their names.</returns>
    public static IReadOnlyList<ReadVariable> Read(Mapping section, bool areLevers, StudyVaried varied, FaultList faults)
    {
        var reader = new VariableReader(areLevers ? "levers" : "uncertainties", areLevers, varied, faults);
        List<ReadVariable> read = [];
        foreach (Entry entry in section.Entries)
        {
            if (reader.One(entry) is { } variable)
            {
                read.Add(variable);
            }
        }

        return [.. read.OrderBy(variable => variable.Name, StringComparer.Ordinal)];
    }

    private ReadVariable? One(Entry entry)
    {
        string path = $"{section}.{entry.Key}";
        string[] forms = areLevers ? LeverForms : UncertaintyForms;
        if (entry.Value is not Mapping said)
        {
            string example = areLevers ? "{ grid: [...] }" : "{ triangular: [...] }";
            faults.Add(
                "IT0106", "wrong kind of value", entry.Value.Place, path, Words.KindOf(entry.Value),
                $"one way to state it, such as {example}; there are {string.Join(", ", forms)}");
            return null;
        }

        string[] allowed = areLevers || said["cases"] is null ? forms : [.. forms, "weights"];
        bool isClosed = true;
        foreach (Entry other in said.Entries.Where(other => !allowed.Contains(other.Key)))
        {
            isClosed = false;
            faults.Add(
                "IT0104", "unknown key", other.Place, $"{path}.{other.Key}", "a key that an input does not have", Words.OneOf(allowed),
                Nearest.Of(other.Key, allowed));
        }

        Entry[] given = [.. said.Entries.Where(other => forms.Contains(other.Key))];
        if (isClosed && given.Length == 0)
        {
            faults.Add("IT0105", "missing key", said.Place, path, "nothing", $"one way to state it: {string.Join(", ", forms)}");
        }
        else if (given.Length > 1)
        {
            string both = string.Join(" and ", given.Select(form => form.Key));
            faults.Add("IT0112", "two ways at once", given[1].Place, path, both, "one way to state it");
        }

        return !isClosed || given.Length != 1 ? null
            : given[0].Key == "cases" ? CaseReader.Read(entry, said, areLevers, varied, faults)
            : DottedPaths.Check(entry, path, faults) ? OfPath(entry, given[0], path) : null;
    }

    private ReadVariable? OfPath(Entry entry, Entry form, string path)
    {
        Key key = Keys.Find(entry.Key.Split('.'), out _, out _)!;
        if (form.Key is "grid" or "discrete")
        {
            return new ListReader(entry, form, key, areLevers, varied, faults).Read();
        }

        if (!StudyNumbers.AreOf(key))
        {
            faults.Add(
                "IT0502", "values that make no distribution", form.Place, path, $"{form.Key} for {KeyText.Expected(key)}",
                areLevers ? "grid: [...], a list of values" : "discrete: { values: [...] }, a list of values");
            return null;
        }

        var numbers = new StudyNumbers(key, faults);
        (Distribution Distribution, Node Written, double? Base)? read = form.Key switch
        {
            "step" => Step(entry, form, numbers, path),
            "seeds" => Seeds(form, numbers, path) is { } seeds ? (seeds.Distribution, seeds.Written, null) : null,
            _ => new DistributionReader(numbers, path, faults).Read(form.Key, form.Value) is { } one
                ? (one.Distribution, one.Written, null) : null,
        };
        if (read is not { } found)
        {
            return null;
        }

        Func<double, IReadOnlyList<Entry>> entriesOf = EntriesOf(entry, form.Value, numbers, found.Base);
        var input = new StudyInput(entry.Key, found.Distribution);
        double? today = varied.ValueAt(entry.Key) is { } text ? numbers.OfBase(text.Text) : null;
        foreach (double value in Tried(found.Distribution))
        {
            varied.Try(entriesOf(value), form.Value.Place, $"{entry.Key} = {numbers.TextOf(value)}", faults);
        }

        return new(
            new(entry.Key, areLevers, numbers.UnitText, [], entriesOf),
            areLevers ? AsLever(input, today) : input,
            form.Key switch
            {
                "step" => VariableForm.Step,
                DistributionReader.Range => VariableForm.Range,
                _ => VariableForm.Distribution,
            },
            entry.Place,
            [entry.Key],
            Written.One(form.Key, found.Written));
    }

    /// <summary>A lever moves from end to end and rests at the value of the base, where that lies within.</summary>
    internal static StudyInput AsLever(StudyInput input, double? today)
    {
        Distribution spread = input.Distribution;
        double rest = today is not { } value || value < spread.Lowest || value > spread.Highest ? input.BasePoint
            : spread is DiscreteDistribution list ? list.Listed.Contains(value) ? list.PointOf(value) : input.BasePoint
            : spread.Cdf(value);
        return input with { BasePoint = rest, LowPoint = 0.0, HighPoint = 1.0 };
    }

    /// <summary>What a number means for the scenario; the base's own value leaves the base as it is.</summary>
    internal static Func<double, IReadOnlyList<Entry>> EntriesOf(Entry entry, Node at, StudyNumbers numbers, double? today) =>
        value => value == today
            ? []
            : [entry with { Value = new Scalar(numbers.TextOf(value), isQuoted: false, entry.Source, at.Line, at.Column) }];

    /// <summary>The values of a distribution that are tried on the base before anything runs.</summary>
    internal static IEnumerable<double> Tried(Distribution distribution)
    {
        if (distribution.Listed is { Count: > 0 and <= MostTried } all)
        {
            return all;
        }

        double low = double.IsFinite(distribution.Lowest) && distribution is not LogNormalDistribution
            ? distribution.Lowest : distribution.Quantile(AlmostLow);
        double high = double.IsFinite(distribution.Highest) ? distribution.Highest : distribution.Quantile(AlmostHigh);
        return [low, distribution.Quantile(0.5), high];
    }

    private (Distribution Distribution, Node Written, double? Base)? Step(Entry entry, Entry form, StudyNumbers numbers, string path)
    {
        if (!varied.IsSound)
        {
            return null; // what is wrong with the base has been told
        }

        double? step = numbers.Distance(form.Value, path);
        if (step is not { } distance)
        {
            return null;
        }

        if (varied.ValueAt(entry.Key) is not { } text || numbers.OfBase(text.Text) is not { } today)
        {
            faults.Add(
                "IT0505", "method that does not fit", form.Value.Place, path,
                "a step from a value that the base does not have as a number", "a path whose value in the base is one number");
            return null;
        }

        (double less, double more) = (Sum(today, -distance), Sum(today, distance));
        string unit = numbers.UnitText == "degC" ? "K" : numbers.UnitText;
        string written = numbers.Unit is null ? StudyNumbers.Plain(distance) : $"{StudyNumbers.Plain(distance)} {unit}";
        return (new DiscreteDistribution([less, today, more]), Written.Text(written), today);
    }

    // In tenths as people count them: 0.6 less 0.05 is 0.55, of which the nearest doubles know nothing.
    private static double Sum(double value, double step) =>
        Math.Abs(value) < 1e15 && Math.Abs(step) < 1e15 ? (double)((decimal)value + (decimal)step) : value + step;

    private (Distribution Distribution, Node Written)? Seeds(Entry form, StudyNumbers numbers, string path)
    {
        if (!numbers.AreWhole)
        {
            faults.Add(
                "IT0502", "values that make no distribution", form.Place, path, "seeds for what is no whole number",
                "seeds for a whole number such as time.seed");
            return null;
        }

        if (form.Value is Sequence list)
        {
            double?[] seeds = [.. list.Items.Select(item => numbers.Value(item, path))];
            if (seeds.Contains(null) || !ListReader.AreDistinct(list, seeds, numbers, path, faults))
            {
                return null;
            }

            double[] values = [.. seeds.OfType<double>().Order()];
            return (new DiscreteDistribution(values), Written.Texts(values.Select(numbers.TextOf)));
        }

        var count = new Key("seeds", KeyKind.Integer, string.Empty) { Minimum = 1.0, Maximum = 10_000.0 };
        return new StudyNumbers(count, faults).Value(form.Value, path) is { } many
            ? (DiscreteDistribution.Whole(1, (int)many), Written.Text(StudyNumbers.Plain(many)))
            : null;
    }
}
