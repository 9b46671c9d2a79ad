using Twin.Cli.Input;
using Twin.Cli.Input.Studies;

namespace Twin.Cli.Commands;

internal static class StudySource
{
    public static (Study? Study, IReadOnlyList<Fault> Faults) Load(ScenarioRequest request) => throw new NotImplementedException();
}
