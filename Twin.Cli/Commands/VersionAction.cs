using System.CommandLine;
using System.CommandLine.Invocation;
using Twin.Cli.Output;

namespace Twin.Cli.Commands;

/// <summary>twin --version: the engine that would compute, as manifests name it.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine("twin " + EngineVersion.Text);
        return ExitStatus.Done;
    }
}
