namespace Twin.Cli.Output;

/// <summary>A file that the scenario was made from.</summary>
/// <param name="Path">Path relative to the scenario's folder, with forward slashes.</param>
/// <param name="SizeBytes">Size.</param>
/// <param name="Sha256">SHA-256 of the content, lower-case hex.</param>
internal sealed record InputFile(string Path, long SizeBytes, string Sha256);
