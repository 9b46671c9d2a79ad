using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads an input whose values are bundles with names: years of real series, closures, alternatives.</summary>
internal static class CaseReader
{
    /// <summary>Reads the cases of an input and tries each on the base.</summary>
    /// <param name="entry">The input.</param>
    /// <param name="said">What is said of it.</param>
    /// <param name="isLever">Whether somebody sets it.</param>
    /// <param name="varied">The base with what the study sets.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The input; null after a fault.</returns>
    public static ReadVariable? Read(Entry entry, Mapping said, bool isLever, StudyVaried varied, FaultList faults)
    {
        string path = $"{(isLever ? "levers" : "uncertainties")}.{entry.Key}";
        if (!Words.IsName(entry.Key))
        {
            faults.Add(
                "IT0206", "bad name", entry.Place, path, FaultText.Printable(entry.Key),
                "a name of small letters, digits and _ for the cases, such as \"closure\"; each case holds the paths");
            return null;
        }

        if (said["cases"] is not Mapping { Entries.Count: > 0 } cases)
        {
            Node at = said["cases"]!;
            faults.Add(
                "IT0106", "wrong kind of value", at.Place, path, Words.KindOf(at),
                "names, each with dotted paths and values, such as { dry: { river.discharge: 15 m3/s }, today: {} }");
            return null;
        }

        int before = faults.Count;
        List<IReadOnlyList<Entry>> bundles = [.. cases.Entries.Select(one => Bundle(one, $"{path}.{one.Key}", varied, faults))];
        double[]? weights = said["weights"] switch
        {
            null => [.. bundles.Select(_ => 1.0)],
            Sequence list => ListReader.Weights(list, bundles.Count, path, faults),
            { } other => Wrong(other, path, faults),
        };
        string[] names = [.. cases.Entries.Select(one => one.Key)];
        double[] indices = [.. names.Select((_, i) => (double)i)];
        if (faults.Count > before || weights is null
            || ListReader.Spread(indices, weights, said.Place, path, faults) is not { } distribution)
        {
            return null;
        }

        int asItIs = bundles.FindIndex(bundle => bundle.Count == 0);
        var input = new StudyInput(entry.Key, distribution);
        return new(
            new(entry.Key, isLever, string.Empty, names, index => bundles[(int)index]),
            isLever ? VariableReader.AsLever(input, asItIs >= 0 ? asItIs : null) : input,
            VariableForm.Cases,
            entry.Place,
            [.. bundles.SelectMany(bundle => bundle).Select(one => one.Key).Distinct(StringComparer.Ordinal)],
            Written.Map(
            [
                ("cases", Written.Map(cases.Entries.Select(one => (one.Key, Written.Sorted(one.Value))))),
                .. said["weights"] is null ? [] : new (string, Node)[] { ("weights", Written.Texts(weights.Select(StudyNumbers.Plain))) },
            ]));
    }

    /// <summary>Reads dotted paths with values under a name, and tries them together on the base.</summary>
    /// <returns>What the bundle sets; empty for the base as it is, and after a fault.</returns>
    public static IReadOnlyList<Entry> Bundle(Entry named, string path, StudyVaried varied, FaultList faults)
    {
        if (!Words.IsName(named.Key))
        {
            faults.Add(
                "IT0206", "bad name", named.Place, path, FaultText.Printable(named.Key),
                "a name of small letters, digits and _, such as \"dry_year\"");
        }

        if (named.Value is not Mapping body)
        {
            faults.Add(
                "IT0106", "wrong kind of value", named.Value.Place, path, Words.KindOf(named.Value),
                "dotted paths and values, or {} for the base as it is");
            return [];
        }

        if (!body.Entries.Aggregate(true, (all, one) => DottedPaths.Check(one, $"{path}.{one.Key}", faults) && all))
        {
            return [];
        }

        varied.Try(body.Entries, named.Place, named.Key, faults);
        return body.Entries;
    }

    private static double[]? Wrong(Node other, string path, FaultList faults)
    {
        faults.Add("IT0106", "wrong kind of value", other.Place, path, Words.KindOf(other), "a list of weights, one for each case");
        return null;
    }
}
