using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Input.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>What decides the results of a study, and the id that stands for all of it.</summary>
/// <param name="Id">First 12 hex digits of SHA-256 over the texts, the inputs and the engine.</param>
/// <param name="Engine">Version of the engine.</param>
/// <param name="StudyText">The study with its defaults.</param>
/// <param name="BaseText">The resolved base scenario with what the study fixes; empty where only its variants make a scenario.</param>
/// <param name="Inputs">Data files of the base and of every case and policy, each once.</param>
internal sealed record StudyIdentity(
    string Id, string Engine, string StudyText, string BaseText, IReadOnlyList<ResultFile> Inputs)
{
    /// <summary>Identifies a study.</summary>
    public static StudyIdentity Of(Study study)
    {
        ReadResult lowest = study.Base.Vary(study.Fixed);
        string baseText = lowest.Tree is null ? string.Empty : lowest.Resolved(withOrigins: false);

        // Cases and policies may name other files than the base: an ensemble of measured years is made of them.
        IEnumerable<IReadOnlyList<Entry>> others = study.Variables
            .Where(variable => variable.IsCases)
            .SelectMany(variable => Enumerable.Range(0, variable.Cases.Count).Select(i => variable.EntriesOf(i)))
            .Concat(study.Policies.Select(policy => policy.Values));
        ScenarioFile[] inputs =
        [
            .. others.Select(values => study.Base.Vary([.. study.Fixed, .. values])).Prepend(lowest)
                .SelectMany(read => read.Data)
                .DistinctBy(file => (file.Shown, file.Sha256))
                .OrderBy(file => file.Shown, StringComparer.Ordinal),
        ];
        string texts = string.Create(
            CultureInfo.InvariantCulture, $"{study.ResolvedText.Length}:{study.ResolvedText}{baseText}"); // "ab" + "c" is not "a" + "bc"
        string id = RunId.Of(texts, inputs, EngineVersion.Text);
        return new(id, EngineVersion.Text, study.ResolvedText, baseText, [.. inputs.Select(ResultFile.Of)]);
    }
}
