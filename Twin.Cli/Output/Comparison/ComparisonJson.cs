using System.Text.Json;
using Twin.Cli.Input;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Comparison;

/// <summary>compare.json: everything that a comparison found, for programs.</summary>
internal static class ComparisonJson
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "compare.json";

    /// <summary>Version of its layout.</summary>
    private const int Schema = 1;

    /// <summary>Writes it.</summary>
    /// <param name="folder">Folder of the comparison.</param>
    /// <param name="runs">The runs, the first of which the others are compared with.</param>
    /// <param name="comparisons">One for each of the others.</param>
    /// <param name="judged">Conditions with what became of them.</param>
    /// <param name="files">The other files of the comparison.</param>
    public static void Write(
        string folder,
        IReadOnlyList<ComparedRun> runs,
        IReadOnlyList<RunComparison> comparisons,
        IReadOnlyList<JudgedCondition> judged,
        IReadOnlyList<string> files) =>
        JsonFile.Write(Path.Combine(folder, FileName), json =>
        {
            json.WriteNumber("schema", Schema);
            json.WriteString("engine_version", EngineVersion.Text);
            json.WriteStartArray("runs");
            foreach (ComparedRun run in runs)
            {
                WriteRun(json, run);
            }

            json.WriteEndArray();
            json.WriteStartArray("comparisons");
            foreach (RunComparison comparison in comparisons)
            {
                WriteComparison(json, comparison);
            }

            json.WriteEndArray();
            json.WriteStartArray("fail_on");
            foreach (JudgedCondition one in judged)
            {
                json.WriteStartObject();
                json.WriteString("condition", one.Condition.Text);
                json.WriteString("run", one.Letter);
                json.WriteBoolean("broken", one.IsBroken);
                json.WriteString("reason", one.Sentence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteTexts("files", files);
        });

    private static void WriteRun(Utf8JsonWriter json, ComparedRun run)
    {
        json.WriteStartObject();
        json.WriteString("run", run.Letter);
        json.WriteString("scenario", run.Summary.Scenario);
        json.WriteString("label", run.Summary.Label);
        json.WriteString("run_id", run.RunId);
        json.WriteString("engine_version", run.EngineVersion);
        json.WriteString("start_utc", UtcText.Of(run.Summary.StartUnixS));
        json.WriteString("end_utc", UtcText.Of(run.Summary.EndUnixS));
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, RunComparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("with", comparison.A.Letter);
        json.WriteString("run", comparison.B.Letter);
        if (comparison.Inputs is { } inputs)
        {
            json.WriteStartArray("inputs");
            foreach (ScenarioDifference input in inputs)
            {
                json.WriteStartObject();
                json.WriteString("path", input.Path);
                json.WriteString("a", input.Before);
                json.WriteString("b", input.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("inputs");
        }

        json.WriteStartObject("key_figures");
        foreach (FigureChange figure in comparison.Figures)
        {
            WriteFigure(json, figure);
        }

        json.WriteEndObject();
        json.WriteStartObject("explained");
        foreach (ExplainedFigure figure in comparison.Explained)
        {
            WriteExplained(json, figure);
        }

        json.WriteEndObject();
        json.WriteTexts("notes", comparison.Notes);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, FigureChange figure)
    {
        json.WriteStartObject(figure.Name);
        json.WriteString("unit", figure.Unit);
        json.WriteNumberOrNull("a", figure.A);
        json.WriteNumberOrNull("b", figure.B);
        json.WriteNumberOrNull("difference", figure.Difference);
        json.WriteNumberOrNull("percent", figure.Percent);
        json.WriteString("verdict", figure.Verdict.Length > 0 ? figure.Verdict : null);
        json.WriteEndObject();
    }

    private static void WriteExplained(Utf8JsonWriter json, ExplainedFigure figure)
    {
        json.WriteStartObject(figure.Name);
        json.WriteString("unit", figure.Unit);
        json.WriteString("why_not", figure.WhyNot.Length > 0 ? figure.WhyNot : null);
        if (figure.Waterfall is { } waterfall)
        {
            json.WriteNumber("start", waterfall.Start);
            json.WriteStartArray("parts");
            foreach (WaterfallStep step in waterfall.Steps)
            {
                json.WriteStartObject();
                json.WriteString("part", step.Input);
                json.WriteNumber("change", step.Change);
                json.WriteNumber("reached", step.Reached);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("remainder", waterfall.Remainder);
            json.WriteNumber("end", waterfall.End);
        }

        json.WriteTexts("joined", figure.Joined);
        json.WriteEndObject();
    }
}

/// <summary>A condition of --fail-on and what became of it in one comparison.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Letter">The run that was compared.</param>
/// <param name="IsBroken">Whether what must not be is so.</param>
/// <param name="Sentence">What the figure does.</param>
internal sealed record JudgedCondition(FailCondition Condition, string Letter, bool IsBroken, string Sentence);
