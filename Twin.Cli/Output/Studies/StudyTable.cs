using Twin.Cli.Input.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>How a run of a study ended.</summary>
internal enum RowStatus
{
    /// <summary>It has numbers.</summary>
    Done,

    /// <summary>Its scenario is wrong, or its simulation failed; the error says why.</summary>
    Failed,
}

/// <summary>What is known of one run of a study.</summary>
/// <param name="Number">Number of the run, from 0.</param>
/// <param name="Status">How it ended.</param>
/// <param name="RunId">Id that `twin run` gives to the same scenario; empty where the scenario is wrong.</param>
/// <param name="Error">Code and words of what went wrong; empty for a run that is done.</param>
/// <param name="Numbers">One number for each column of the table, in its unit; NaN where it is not defined.</param>
internal sealed record StudyRow(int Number, RowStatus Status, string RunId, string Error, double[] Numbers);

/// <summary>A finished study: its runs in the order of their numbers, each once.</summary>
/// <param name="Study">What was asked.</param>
/// <param name="Columns">What the numbers of a row are: declared outcomes, what constraints compare, then the other key figures.</param>
/// <param name="Rows">The runs.</param>
internal sealed record StudyTable(Study Study, IReadOnlyList<StudyOutcome> Columns, IReadOnlyList<StudyRow> Rows)
{
    /// <summary>The numbers of one column, in the order of the runs; NaN for failed runs.</summary>
    /// <param name="name">Name of an outcome that the table has.</param>
    public double[] Column(string name)
    {
        int at = Slot(name);
        return [.. Rows.Select(row => row.Status == RowStatus.Done ? row.Numbers[at] : double.NaN)];
    }

    /// <summary>A number of a run that is done.</summary>
    /// <param name="row">The run.</param>
    /// <param name="name">Name of an outcome that the table has.</param>
    public double Value(StudyRow row, string name) => row.Numbers[Slot(name)];

    /// <summary>Whether a run is done and holds every constraint.</summary>
    public bool IsFeasible(StudyRow row) =>
        row.Status == RowStatus.Done
        && Study.Constraints.All(constraint => constraint.IsHeld(Value(row, constraint.Outcome.Name)));

    private int Slot(string name) => Columns.Index().First(column => column.Item.Name == name).Index;
}
