using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output;
using Twin.Core.Engine;

namespace Twin.Cli.Commands;

/// <summary>Which scenario the user means.</summary>
/// <param name="Path">A scenario's folder or file.</param>
/// <param name="ScenarioNames">Names of overrides that the scenario defines.</param>
/// <param name="Sets">path=value, from the command line.</param>
/// <param name="SetFiles">Files of such values.</param>
internal sealed record ScenarioRequest(
    string Path, IReadOnlyList<string> ScenarioNames, IReadOnlyList<string> Sets, IReadOnlyList<string> SetFiles)
{
    /// <summary>Path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The scenario itself, when it came from standard input; null when it is to be read from its path.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The scenario as messages call it.</summary>
    public string Shown => Content is null ? Path : ReadOptions.StandardInputName;
}

/// <summary>A scenario that was read and checked.</summary>
/// <param name="Header">What the files of the run say about it.</param>
/// <param name="Simulate">Computes it.</param>
internal sealed record LoadedRun(RunHeader Header, Simulate Simulate);

/// <summary>A run, or the faults because of which there is none.</summary>
/// <param name="Run">The run; null when there are faults.</param>
/// <param name="Faults">All faults, in the order of the files.</param>
internal sealed record LoadOutcome(LoadedRun? Run, IReadOnlyList<Fault> Faults)
{
    /// <summary>What is no fault and yet worth a word.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Reads a scenario and everything it names.</summary>
internal delegate LoadOutcome LoadScenario(ScenarioRequest request);

/// <summary>Computes a run, row by row; racks are null when nobody asks for them.</summary>
/// <exception cref="BooksOpenException">The books of the plant do not close.</exception>
/// <exception cref="OperationCanceledException">The run was to stop.</exception>
internal delegate RunOutcome Simulate(IRowSink rows, IRowSink? racks, Action<RunProgress>? progress, CancellationToken cancel);

/// <summary>Writes faults as people read them.</summary>
internal delegate void PrintFaults(IReadOnlyList<Fault> faults, TextWriter writer);

/// <summary>Reads a study and everything it names; there is a study, or there are faults.</summary>
internal delegate (Study? Study, IReadOnlyList<Fault> Faults) LoadStudy(ScenarioRequest request);

/// <summary>What the verbs are given to work with.</summary>
internal sealed record Services(LoadScenario Load, PrintFaults PrintFaults)
{
    /// <summary>Reads a study, or makes one of a scenario with lists of values.</summary>
    public LoadStudy LoadStudy { get; init; } = StudySource.Load;

    /// <summary>What time it is, and how fast it passes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
