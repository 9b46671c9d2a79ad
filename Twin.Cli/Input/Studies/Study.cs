using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>What a study asks, read and checked: which runs to make of which scenario, and what to read from them.</summary>
/// <param name="Name">Identifier, also of the results folder.</param>
/// <param name="Label">The question in words.</param>
/// <param name="BasePath">Full path of the base scenario: its folder or file.</param>
/// <param name="Base">The base scenario, with the overrides that the study chooses by name.</param>
/// <param name="Fixed">Values laid over the base in every run.</param>
/// <param name="Method">How the runs are chosen.</param>
/// <param name="Design">The points, one for each run of a policy.</param>
/// <param name="Variables">The inputs, in the order of the design's space.</param>
/// <param name="Policies">What is compared under the same points, in the order written; empty where nothing is.</param>
/// <param name="Outcomes">What is read from each run, in the order written.</param>
/// <param name="Constraints">What a run must hold to be feasible.</param>
/// <param name="Costs">What enters the outcomes capex and yearly_cost.</param>
/// <param name="SeriesColumns">Recorded columns of which each run keeps the series; empty where nobody asks.</param>
/// <param name="ResolvedText">The study with its defaults, as YAML; with the base, it decides what the study is.</param>
/// <param name="Files">The study's own files, with fingerprints.</param>
internal sealed record Study(
    string Name,
    string Label,
    string BasePath,
    BaseScenario Base,
    IReadOnlyList<Entry> Fixed,
    StudyMethod Method,
    StudyDesign Design,
    IReadOnlyList<StudyVariable> Variables,
    IReadOnlyList<StudyPolicy> Policies,
    IReadOnlyList<StudyOutcome> Outcomes,
    IReadOnlyList<StudyConstraint> Constraints,
    StudyCosts? Costs,
    IReadOnlyList<string> SeriesColumns,
    string ResolvedText,
    IReadOnlyList<ScenarioFile> Files)
{
    /// <summary>Number of runs: every point with every policy.</summary>
    public long RunCount => (long)Design.Count * Math.Max(1, Policies.Count);

    /// <summary>A run of the study: a pure function of its number.</summary>
    /// <param name="number">Number of the run, from 0; all policies of a point follow each other.</param>
    public StudyRun Run(int number)
    {
        int policies = Math.Max(1, Policies.Count);
        (int point, int policy) = (number / policies, number % policies);
        double[] inputs = Design.Values(point);
        List<Entry> values = [.. Fixed];
        for (int i = 0; i < inputs.Length; i++)
        {
            values.AddRange(Variables[i].EntriesOf(inputs[i]));
        }

        if (Policies.Count > 0)
        {
            values.AddRange(Policies[policy].Values);
        }

        return new(number, point, Policies.Count > 0 ? policy : -1, inputs, values);
    }
}

/// <summary>One run that a study makes.</summary>
/// <param name="Number">Number of the run, from 0.</param>
/// <param name="Point">Number of the point in the design, from 0.</param>
/// <param name="Policy">Index of the policy; -1 where there are none.</param>
/// <param name="Inputs">Values of the variables in their order, in the unit in which the study states them; the index of a case.</param>
/// <param name="Values">What is laid over the base, the later over the earlier.</param>
internal sealed record StudyRun(int Number, int Point, int Policy, IReadOnlyList<double> Inputs, IReadOnlyList<Entry> Values);

/// <summary>One alternative that is run at every point.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">What it lays over the base and the inputs.</param>
internal sealed record StudyPolicy(string Name, IReadOnlyList<Entry> Values);
