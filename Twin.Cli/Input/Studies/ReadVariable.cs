using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>How the file states an input.</summary>
internal enum VariableForm
{
    /// <summary>A list of values.</summary>
    Grid,

    /// <summary>All between two ends.</summary>
    Range,

    /// <summary>The base, one step less and one more.</summary>
    Step,

    /// <summary>Bundles of values with names.</summary>
    Cases,

    /// <summary>A distribution.</summary>
    Distribution,
}

/// <summary>An input with what the file says of it.</summary>
/// <param name="Variable">What its values mean for the scenario.</param>
/// <param name="Input">How its values spread.</param>
/// <param name="Form">How the file states it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Paths">Dotted paths that it sets.</param>
/// <param name="Written">The same with every value in the unit of the input, for the resolved text.</param>
internal sealed record ReadVariable(
    StudyVariable Variable, StudyInput Input, VariableForm Form, Place Place, IReadOnlyList<string> Paths, Mapping Written)
{
    /// <summary>Its name.</summary>
    public string Name => Variable.Name;
}
