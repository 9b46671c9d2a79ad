using System.Globalization;
using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads which uncertainties go together.</summary>
internal static class CorrelationReader
{
    private const string Path = "correlations";

    /// <summary>Reads the list, whose keys have been checked.</summary>
    /// <param name="list">The pairs.</param>
    /// <param name="names">Names of the uncertainties, also of those that could not be read.</param>
    /// <param name="inputs">The inputs that could be read.</param>
    /// <param name="method">The method; null if it could not be read.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static IReadOnlyList<RankCorrelation> Read(
        Sequence list, string[] names, IReadOnlyList<ReadVariable> inputs, StudyMethod? method, FaultList faults)
    {
        if (list.Items.Count == 0)
        {
            return [];
        }

        if (method is not null && !MethodReader.Drawn.Contains(method.Kind))
        {
            string word = MethodReader.WordOf(method.Kind);
            string drawn = string.Join(", ", MethodReader.Drawn.Select(MethodReader.WordOf));
            faults.Add(
                "IT0505", "method that does not fit", list.Place, Path, $"inputs that go together, for {word}",
                method.Kind == MethodKind.Sobol
                    ? $"independent inputs: of correlated ones no share of the variance is one input's own; or one of {drawn}"
                    : $"one of {drawn}, which draw their points");
            return [];
        }

        int before = faults.Count;
        HashSet<(string, string)> seen = [];
        List<RankCorrelation> read = [];
        foreach (Mapping item in list.Items.OfType<Mapping>())
        {
            if (Pair(item, names, seen, faults) is { } pair)
            {
                read.Add(pair);
            }
        }

        if (faults.Count == before && names.All(name => inputs.Any(input => input.Name == name)))
        {
            Together(list, names, read, faults);
        }

        return read;
    }

    private static RankCorrelation? Pair(Mapping item, string[] names, HashSet<(string, string)> seen, FaultList faults)
    {
        if (item["between"] is not Sequence between || item["rank"] is not Scalar rank
            || !double.TryParse(rank.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double spearman))
        {
            return null; // told by the check of the keys
        }

        Scalar[] two = [.. between.Items.OfType<Scalar>()];
        if (two.Length != 2 || two[0].Text == two[1].Text)
        {
            faults.Add(
                "IT0504", "correlation that cannot be", between.Place, Path, $"[{string.Join(", ", two.Select(name => name.Text))}]",
                "two different uncertainties");
            return null;
        }

        foreach (Scalar name in two.Where(name => !names.Contains(name.Text)))
        {
            faults.Add(
                "IT0206", "unknown name", name.Place, Path, FaultText.Printable(name.Text),
                names.Length == 0 ? "an uncertainty, of which there is none" : Words.OneOf(names), Nearest.Of(name.Text, names));
        }

        (string First, string Second) pair = string.CompareOrdinal(two[0].Text, two[1].Text) < 0
            ? (two[0].Text, two[1].Text) : (two[1].Text, two[0].Text);
        if (!seen.Add(pair))
        {
            faults.Add("IT0504", "correlation that cannot be", between.Place, Path, "a pair that stands already", "each pair once");
        }

        if (Math.Abs(spearman) >= 1.0)
        {
            faults.Add(
                "IT0504", "correlation that cannot be", rank.Place, Path, FaultText.Printable(rank.Text),
                "above -1 and below 1; of two inputs that are one, one is enough");
            return null;
        }

        return names.Contains(pair.First) && names.Contains(pair.Second) ? new(pair.First, pair.Second, spearman) : null;
    }

    private static void Together(Sequence list, string[] names, List<RankCorrelation> read, FaultList faults)
    {
        string[] correlated = [.. names.Where(name => read.Exists(pair => pair.First == name || pair.Second == name))];
        try
        {
            _ = new GaussianCopula(correlated, read);
        }
        catch (ArgumentException)
        {
            faults.Add(
                "IT0504", "correlation that cannot be", list.Place, Path, "correlations that contradict each other",
                "a positive definite matrix: two inputs that both go with a third go with each other");
        }
    }
}
