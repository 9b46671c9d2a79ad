using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>What `twin inspect` was asked for.</summary>
internal sealed record InspectRequest(string File, string Format, string? Zone, bool AsJson);

/// <summary>twin inspect: what is this file?</summary>
internal sealed class InspectVerb(Terminal terminal)
{
    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(InspectRequest request)
    {
        if (FileInspection.Of(request.File, request.Format, request.Zone, out IReadOnlyList<Fault> faults) is not { } inspection)
        {
            if (request.AsJson)
            {
                terminal.Out.Write(InspectJson.Write(request.File, faults));
            }
            else
            {
                terminal.Error.Write(FaultText.Write(faults, "nothing was inspected"));
            }

            return ExitStatus.InvalidScenario;
        }

        terminal.Out.Write(request.AsJson ? InspectJson.Write(inspection) : new InspectText(inspection).Write());
        return ExitStatus.Done;
    }
}
