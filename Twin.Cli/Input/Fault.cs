namespace Twin.Cli.Input;

/// <summary>Where a fault stands; line and column count from 1, both 0 where a whole file is meant.</summary>
internal readonly record struct Place(string File, int Line, int Column);

/// <summary>One thing wrong with what the user gave: enough to mend it without asking anyone.</summary>
/// <param name="Code">ITnnnn: 01 structure, 02 values, 03 files and series, 04 the plant as a whole, 05 studies.</param>
/// <param name="Title">The fault in two or three words, e.g. "unknown key".</param>
/// <param name="Place">File, line and column of the key or value.</param>
/// <param name="Path">Dotted path of the value in the scenario, e.g. halls.training.racks.count; empty for a whole file.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right, with an example.</param>
/// <param name="Nearest">The known name next to the one found, if one is near.</param>
internal sealed record Fault(string Code, string Title, Place Place, string Path, string Found, string Expected, string? Nearest = null);
