using System.Globalization;

namespace Twin.Tests.Exact;

/// <summary>A case with a closed form: what goes in, what must come out, and how near.</summary>
/// <param name="Id">Name.</param>
/// <param name="Formula">Closed form in the names of the inputs.</param>
/// <param name="Inputs">Name and number of each input.</param>
/// <param name="Expected">The form at 50 digits.</param>
/// <param name="Tolerance">Relative tolerance.</param>
/// <param name="Reason">Why that tolerance.</param>
internal sealed record ExactCase(
    string Id, string Formula, IReadOnlyDictionary<string, double> Inputs, double Expected, double Tolerance, string Reason)
{
    /// <summary>All cases of the table.</summary>
    public static IReadOnlyList<ExactCase> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Exact", "exact_solutions.csv")).Skip(2).Select(Read),
    ];

    /// <summary>Number of an input.</summary>
    public double this[string name] => Inputs[name];

    private static ExactCase Read(string line)
    {
        string[] cells = line.Split(';');
        Assert.HasCount(6, cells, line);
        var inputs = cells[2].Split(' ').Select(input => input.Split('=')).ToDictionary(pair => pair[0], pair => Number(pair[1]));
        return new(cells[0], cells[1], inputs, Number(cells[3]), Number(cells[4]), cells[5]);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
