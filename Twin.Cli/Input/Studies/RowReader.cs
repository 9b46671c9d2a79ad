using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads the runs of a list: each input is a path that the rows name, with the values that they give it.</summary>
internal sealed class RowReader(StudyVaried varied, FaultList faults)
{
    private const string Path = "method.rows";

    private readonly Dictionary<string, Dictionary<string, int>> orders = new(StringComparer.Ordinal);

    /// <summary>The rows, each with one value for each input in the order of the inputs.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Rows { get; private set; } = [];

    /// <summary>Reads the rows.</summary>
    /// <param name="node">The list.</param>
    /// <returns>The inputs in ordinal order of their names; what could not be read is a fault.</returns>
    public IReadOnlyList<ReadVariable> Read(Node node)
    {
        Node? wrong = node is Sequence { Items.Count: > 0 } all ? all.Items.FirstOrDefault(item => item is not Mapping) : node;
        if (wrong is not null)
        {
            string expected = "a list of runs, each { path: value, ... }";
            faults.Add("IT0106", "wrong kind of value", wrong.Place, Path, Words.KindOf(wrong), expected);
            return [];
        }

        Mapping[] rows = [.. ((Sequence)node).Items.Cast<Mapping>()];
        string[] paths = [.. rows.SelectMany(row => row.Entries).Select(entry => entry.Key).Distinct(StringComparer.Ordinal)];
        int before = faults.Count;
        foreach (Mapping row in rows)
        {
            foreach (string path in paths.Where(path => row[path] is null))
            {
                faults.Add("IT0105", "missing key", row.Place, $"{Path}.{path}", "nothing", "a value in every row, since one row has it");
            }
        }

        if (paths.Length == 0)
        {
            faults.Add("IT0105", "missing key", node.Place, Path, "rows without values", "at least one path with a value in each row");
        }

        Mapping levers = rows[0].With([.. paths.Select(path => AsGrid(path, rows))]);
        IReadOnlyList<ReadVariable> inputs = VariableReader.Read(levers, areLevers: true, varied, faults);
        if (faults.Count == before)
        {
            Rows = [.. rows.Select(row => (IReadOnlyList<double>)[.. inputs.Select(input => ValueOf(input, row[input.Name]!))])];
        }

        return inputs;
    }

    private Entry AsGrid(string path, Mapping[] rows)
    {
        Entry first = rows.Select(row => row.Find(path)).OfType<Entry>().First();
        Dictionary<string, int> order = new(StringComparer.Ordinal);
        List<Node> values = [];
        foreach (Node value in rows.Select(row => row[path]).OfType<Node>())
        {
            if (order.TryAdd(Canonical(path, value), order.Count))
            {
                values.Add(value);
            }
        }

        orders[path] = order;
        var list = new Sequence(values, first.Source, first.Value.Line, first.Value.Column);
        var grid = new Entry("grid", list, first.Source, first.Line, first.Column);
        return first with { Value = new Mapping([grid], first.Source, first.Value.Line, first.Value.Column) };
    }

    private double ValueOf(ReadVariable input, Node value)
    {
        if (input.Variable.IsCases)
        {
            return orders[input.Name][Canonical(input.Name, value)];
        }

        // A value that was written in another unit may be a last digit beside the one of the list: the nearest is meant.
        double inside = Inside(input.Name, value)!.Value;
        return input.Input.Distribution.Listed.MinBy(
            known => Math.Abs(Inside(input.Name, input.Variable.EntriesOf(known)[0].Value)!.Value - inside));
    }

    // 400 l/s and 0.4 m3/s are one value, and so are 0.40 and 0.4.
    private static string Canonical(string path, Node value) =>
        Inside(path, value)?.ToString("R", CultureInfo.InvariantCulture) ?? ListReader.Name(value);

    private static double? Inside(string path, Node value) =>
        value is not Scalar scalar || Keys.Find(path.Split('.'), out _, out _) is not { } key || !StudyNumbers.AreOf(key) ? null
        : Quantity.TryParse(scalar.Text, key.Dimension, out double inside, out _) ? inside
        : Quantity.TryParseNumber(scalar.Text, out double number, out _) ? number
        : null;
}
