using System.Globalization;
using System.Text;
using Twin.Cli.Input.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>What a field of the table of runs holds.</summary>
internal enum FieldKind
{
    Whole,
    Truth,
    Text,
    Number,
}

/// <summary>A field of the table of runs: CSV header, Parquet column and columns.json are made from it.</summary>
/// <param name="Name">Header: quantities carry their unit behind their name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">Unit; "1" for a ratio, empty for what is no quantity.</param>
/// <param name="Role">run, lever, uncertainty, outcome, constraint or key_figure.</param>
/// <param name="Label">Words for people.</param>
/// <param name="ValueOf">Its value for a run: int, bool, string or double, whichever its kind says; NaN where none is defined.</param>
internal sealed record TableField(string Name, FieldKind Kind, string Unit, string Role, string Label, Func<RunOfTable, object> ValueOf)
{
    private const string RunRole = "run";

    /// <summary>The fields of a study's table, in the order of its columns.</summary>
    public static IReadOnlyList<TableField> Of(StudyTable table)
    {
        Study study = table.Study;
        List<TableField> fields =
        [
            new("run", FieldKind.Whole, string.Empty, RunRole, "Number of the run, from 0.", run => run.Row.Number),
            new("point", FieldKind.Whole, string.Empty, RunRole, "Number of the point in the design, from 0.", run => run.Run.Point),
            new("policy", FieldKind.Text, string.Empty, RunRole, "Policy; empty where the study compares none.",
                run => run.Run.Policy < 0 ? string.Empty : study.Policies[run.Run.Policy].Name),
        ];
        HashSet<string> names = ["run", "point", "policy", "status", "run_id", "error", "feasible"];
        foreach ((int i, StudyVariable variable) in study.Variables.Index())
        {
            fields.Add(new(
                Unique(names, Header(variable.Name, variable.Unit), "input"),
                variable.IsCases ? FieldKind.Text : FieldKind.Number,
                variable.Unit,
                variable.IsLever ? "lever" : "uncertainty",
                variable.IsCases ? $"Case of {variable.Name}." : $"{variable.Name} as the study sets it.",
                run => variable.IsCases ? variable.TextOf(run.Run.Inputs[i]) : run.Run.Inputs[i]));
        }

        fields.Add(new("status", FieldKind.Text, string.Empty, RunRole, "done or failed.",
            run => run.Row.Status == RowStatus.Done ? "done" : "failed"));
        fields.Add(new("run_id", FieldKind.Text, string.Empty, RunRole,
            "Id that twin run gives to the same scenario; empty where the scenario is wrong.", run => run.Row.RunId));
        fields.Add(new("error", FieldKind.Text, string.Empty, RunRole, "Code and words of what went wrong; empty for a run that is done.",
            run => run.Row.Error));
        fields.Add(new("feasible", FieldKind.Truth, string.Empty, RunRole, "Whether the run is done and holds every constraint.",
            run => table.IsFeasible(run.Row)));
        foreach ((int i, StudyOutcome outcome) in table.Columns.Index())
        {
            fields.Add(new(
                Unique(names, Header(outcome.Name, outcome.Unit), "outcome"),
                FieldKind.Number,
                outcome.Unit,
                study.Outcomes.Contains(outcome) ? "outcome"
                    : study.Constraints.Any(constraint => constraint.Outcome == outcome) ? "constraint"
                    : "key_figure",
                outcome.Label,
                run => run.Row.Status == RowStatus.Done ? run.Row.Numbers[i] : double.NaN));
        }

        return fields;
    }

    /// <summary>A name with its unit behind it, as columns of a run carry it: grid.price in EUR/MWh is grid.price_eur_mwh.</summary>
    /// <param name="name">Name of the quantity.</param>
    /// <param name="unit">Its unit; "1" and nothing leave the name as it is.</param>
    public static string Header(string name, string unit)
    {
        string letters = unit switch
        {
            "" or "1" => string.Empty,
            "%" => "percent",
            "degC" => "c",
            _ => Letters(unit),
        };
        return letters.Length == 0 ? name : $"{name}_{letters}";
    }

    /// <summary>The text of a value in a table of text; empty for a number that is not defined.</summary>
    public string TextOf(RunOfTable run) => ValueOf(run) switch
    {
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
        bool truth => truth ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        var text => (string)text,
    };

    private static string Letters(string unit)
    {
        var letters = new StringBuilder();
        foreach (char c in unit.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters.Append(c);
            }
            else if (letters.Length > 0 && letters[^1] != '_')
            {
                letters.Append('_');
            }
        }

        return letters.ToString().TrimEnd('_');
    }

    private static string Unique(HashSet<string> names, string wanted, string kind)
    {
        string name = wanted;
        while (!names.Add(name))
        {
            name = $"{kind}.{name}";
        }

        return name;
    }
}

/// <summary>A run of a table with what its number stands for.</summary>
/// <param name="Run">Point, policy and inputs.</param>
/// <param name="Row">What is known of it.</param>
internal readonly record struct RunOfTable(StudyRun Run, StudyRow Row);
