using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>Whether steps fill recorded intervals and these fill the run.</summary>
internal sealed class TimeCheck(View time, FaultList faults)
{
    private const double MostSteps = 50e6; // beyond lies a slip of the pen, not a study

    /// <summary>Checks the section "time".</summary>
    public void Check()
    {
        long? start = TimeText.Instant(time.Text("start") ?? "");
        long? end = TimeText.Instant(time.Text("end") ?? "");
        double? step = time.Value("step");
        double? output = time.Value("output");
        if (end <= start)
        {
            Fault(
                "IT0405", "values in the wrong order",
                "end", $"a time after the start, {time.Text("start")}", "start", $"a time before the end, {time.Text("end")}");
            end = null;
        }

        if (step is not null && step != Math.Floor(step.Value))
        {
            Fault("IT0406", "steps that do not fit", "step", "whole seconds");
            step = null;
        }

        if (output % step != 0.0 && output is not null && step is not null)
        {
            Fault(
                "IT0406", "steps that do not fit",
                "output", $"a whole multiple of the step, {time.Text("step")}",
                "step", $"a step that divides the recorded interval, {time.Text("output")}");
            output = null;
        }

        if ((end - start) % output is { } rest && rest != 0.0)
        {
            string whole = $"a whole number of intervals of {time.Text("output")}";
            string run = $"the run, from {time.Text("start")} to {time.Text("end")}";
            if (IsDefault("output") && !IsDefault("step"))
            {
                // The interval follows from the step, so that the step is what somebody chose.
                Fault(
                    "IT0406", "steps that do not fit",
                    "end", $"an end {whole} after the start, or time.output beside the step of {time.Text("step")}",
                    "step", $"a step whose recorded interval, {time.Text("output")} by default, divides {run}");
            }
            else
            {
                Fault(
                    "IT0406", "steps that do not fit",
                    "end", $"an end {whole} after the start",
                    "output", $"an interval that divides {run}");
            }
        }

        if ((end - start) / step > MostSteps)
        {
            string expected = string.Create(CultureInfo.InvariantCulture, $"at most {MostSteps} steps between start and end");
            Fault("IT0406", "too many steps", "step", expected);
        }
    }

    private bool IsDefault(string key) => time.Node(key)?.Source.Layer == Layer.Default;

    /// <summary>Blames one key, or another beside it that stands in a higher layer: nobody can mend a default.</summary>
    private void Fault(string code, string title, string key, string expected, string other, string otherExpected)
    {
        bool isOther = time.IsBelow(key, other);
        Fault(code, title, isOther ? other : key, isOther ? otherExpected : expected);
    }

    private void Fault(string code, string title, string key, string expected) =>
        faults.Add(code, title, time.Place(key), time.PathOf(key), time.Text(key) ?? "nothing", expected);
}
