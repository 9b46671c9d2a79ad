using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads an input that is a list of values: numbers where all are numbers, else cases called after the values.</summary>
internal sealed class ListReader(Entry entry, Entry form, Key key, bool isLever, StudyVaried varied, FaultList faults)
{
    private readonly string path = $"{(isLever ? "levers" : "uncertainties")}.{entry.Key}";

    /// <summary>Reads the list.</summary>
    /// <returns>The input; null after a fault.</returns>
    public ReadVariable? Read()
    {
        Node? values = form.Value;
        Sequence? weights = null;
        if (form.Key == "discrete")
        {
            if (form.Value is not Mapping said || !IsClosed(said))
            {
                return null;
            }

            values = said["values"];
            weights = said["weights"] as Sequence;
        }

        if (values is not Sequence { Items.Count: > 0 } list)
        {
            Node at = values ?? form.Value;
            string found = values switch { null => "nothing", Sequence => "an empty list", _ => Words.KindOf(at) };
            faults.Add("IT0106", "wrong kind of value", at.Place, path, found, "a list of values");
            return null;
        }

        var numbers = new StudyNumbers(key, faults);
        bool areNumbers = StudyNumbers.AreOf(key) && list.Items.All(item => item is Scalar scalar && !key.Choices.Contains(scalar.Text));
        return areNumbers ? OfNumbers(list, weights, numbers) : OfWords(list, weights);
    }

    /// <summary>Whether no two values are the same; a fault at the second.</summary>
    public static bool AreDistinct(Sequence list, double?[] values, StudyNumbers numbers, string path, FaultList faults)
    {
        HashSet<double> seen = [];
        bool areDistinct = true;
        foreach ((Node item, double? value) in list.Items.Zip(values))
        {
            if (value is { } one && !seen.Add(one))
            {
                areDistinct = false;
                faults.Add("IT0103", "duplicate value", item.Place, path, $"{numbers.TextOf(one)} a second time", "each value once");
            }
        }

        return areDistinct;
    }

    /// <summary>The distribution of a list with weights.</summary>
    /// <returns>The distribution; null after a fault.</returns>
    public static DiscreteDistribution? Spread(double[] values, double[] weights, Place place, string path, FaultList faults)
    {
        try
        {
            return new DiscreteDistribution(values, weights);
        }
        catch (ArgumentException)
        {
            faults.Add(
                "IT0502", "values that make no distribution", place, path,
                "a weight that is lost beside the others", "weights of which none is so small that its value would never be met");
            return null;
        }
    }

    /// <summary>Reads weights, one for each value.</summary>
    /// <returns>The weights; null after a fault.</returns>
    public static double[]? Weights(Sequence list, int count, string path, FaultList faults)
    {
        var weight = new Key("weight", KeyKind.Number, string.Empty) { Minimum = 0.0, IsAboveMinimum = true };
        var numbers = new StudyNumbers(weight, faults);
        double?[] read = [.. list.Items.Select(item => numbers.Value(item, path))];
        if (read.Length != count)
        {
            string found = $"{StudyNumbers.Plain(read.Length)} weights";
            faults.Add("IT0208", "wrong number of values", list.Place, path, found, $"{StudyNumbers.Plain(count)}, one for each");
            return null;
        }

        return read.Contains(null) ? null : [.. read.OfType<double>()];
    }

    private bool IsClosed(Mapping said)
    {
        string[] allowed = ["values", "weights"];
        Entry[] unknown = [.. said.Entries.Where(other => !allowed.Contains(other.Key))];
        foreach (Entry other in unknown)
        {
            faults.Add(
                "IT0104", "unknown key", other.Place, $"{path}.discrete.{other.Key}", "a key that discrete does not have",
                Words.OneOf(allowed), Nearest.Of(other.Key, allowed));
        }

        if (said["weights"] is { } weights and not Sequence)
        {
            faults.Add(
                "IT0106", "wrong kind of value", weights.Place, path, Words.KindOf(weights), "a list of weights, one for each value");
            return false;
        }

        return unknown.Length == 0;
    }

    private ReadVariable? OfNumbers(Sequence list, Sequence? weights, StudyNumbers numbers)
    {
        double?[] read = [.. list.Items.Select(item => numbers.Value(item, path))];
        double[]? shares = weights is null ? [.. read.Select(_ => 1.0)] : Weights(weights, read.Length, path, faults);
        if (read.Contains(null) || !AreDistinct(list, read, numbers, path, faults) || shares is null)
        {
            return null;
        }

        double[] values = [.. read.OfType<double>()];
        if (Spread(values, shares, (weights ?? form.Value).Place, path, faults) is not { } distribution)
        {
            return null;
        }

        Func<double, IReadOnlyList<Entry>> entriesOf = VariableReader.EntriesOf(entry, form.Value, numbers, today: null);
        foreach (double value in VariableReader.Tried(distribution))
        {
            Node item = list.Items[Math.Max(0, Array.IndexOf(values, value))];
            Entry there = entriesOf(value)[0];
            var scalar = new Scalar(((Scalar)there.Value).Text, isQuoted: false, entry.Source, item.Line, item.Column);
            varied.Try([there with { Value = scalar }], item.Place, $"{entry.Key} = {numbers.TextOf(value)}", faults);
        }

        var input = new StudyInput(entry.Key, distribution);
        double? today = varied.ValueAt(entry.Key) is { } text ? numbers.OfBase(text.Text) : null;
        return new(
            new(entry.Key, isLever, numbers.UnitText, [], entriesOf),
            isLever ? VariableReader.AsLever(input, today) : input,
            isLever ? VariableForm.Grid : VariableForm.Distribution,
            entry.Place,
            [entry.Key],
            Resolved(values.Zip(shares).OrderBy(pair => pair.First), value => Written.Text(numbers.TextOf(value)), weights is not null));
    }

    private ReadVariable? OfWords(Sequence list, Sequence? weights)
    {
        string[] names = [.. list.Items.Select(Name)];
        int twice = Array.FindIndex(names, name => names.Count(other => other == name) > 1);
        twice = twice < 0 ? twice : Array.IndexOf(names, names[twice], twice + 1);
        if (twice >= 0)
        {
            faults.Add("IT0103", "duplicate value", list.Items[twice].Place, path, $"{names[twice]} a second time", "each value once");
            return null;
        }

        foreach ((int index, Node item) in list.Items.Index())
        {
            varied.Try([entry with { Value = item }], item.Place, $"{entry.Key} = {names[index]}", faults);
        }

        double[]? shares = weights is null ? [.. names.Select(_ => 1.0)] : Weights(weights, names.Length, path, faults);
        double[] indices = [.. names.Select((_, i) => (double)i)];
        if (shares is null || Spread(indices, shares, (weights ?? form.Value).Place, path, faults) is not { } distribution)
        {
            return null;
        }

        Node[] items = [.. list.Items];
        var input = new StudyInput(entry.Key, distribution);
        double? today = varied.ValueAt(entry.Key) is { } text && Array.IndexOf(names, text.Text) is >= 0 and int at ? at : null;
        return new(
            new(entry.Key, isLever, string.Empty, names, index => [entry with { Value = items[(int)index] }]),
            isLever ? VariableReader.AsLever(input, today) : input,
            VariableForm.Cases,
            entry.Place,
            [entry.Key],
            Resolved(items.Zip(shares), Written.Sorted, weights is not null));
    }

    private Mapping Resolved<T>(IEnumerable<(T Value, double Share)> pairs, Func<T, Node> write, bool areWeighted)
    {
        (T Value, double Share)[] all = [.. pairs];
        Sequence values = Written.List(all.Select(pair => write(pair.Value)));
        return form.Key == "grid" ? Written.One("grid", values)
            : Written.One("discrete", Written.Map(areWeighted
                ? [("values", values), ("weights", Written.Texts(all.Select(pair => StudyNumbers.Plain(pair.Share))))]
                : [("values", values)]));
    }

    /// <summary>What a value is called that is no number.</summary>
    public static string Name(Node node) => node switch
    {
        Scalar scalar => scalar.Text,
        Sequence list => $"[{string.Join(", ", list.Items.Select(Name))}]",
        Mapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(inner => $"{inner.Key}: {Name(inner.Value)}"))}}}",
        _ => string.Empty,
    };
}
