using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>How the runs of a study of limits are laid out: settings and futures.</summary>
internal sealed class LimitReading
{
    private readonly Study study;
    private readonly int[] inputOfLever;

    /// <summary>Lays the design out again: it is a function of the inputs, the futures and the seed.</summary>
    public LimitReading(Study study)
    {
        this.study = study;
        string[] levers = [.. study.Variables.Where(variable => variable.IsLever).Select(variable => variable.Name)];
        int futures = levers.Length < study.Variables.Count ? study.Method.N : 1; // without uncertainties all futures would be the same
        bool hasPairs = study.Method.Pairs;
        Plan = new(study.Design.Space, levers, futures, hasPairs, study.Method.Seed);
        inputOfLever = [.. Plan.Levers.Select(lever => study.Variables.Index().First(item => item.Item.Name == lever).Index)];
    }

    /// <summary>The design.</summary>
    public LimitStepsDesign Plan { get; }

    /// <summary>Whether all limits stand at their base at a point.</summary>
    public bool IsBase(int point) => Plan.PlaceOf(point).Setting == 0;

    /// <summary>Input of a lever.</summary>
    /// <param name="lever">Index in the levers of the design.</param>
    public int InputOf(int lever) => inputOfLever[lever];

    /// <summary>A setting in words: each limit that moves, with its new value.</summary>
    public string Say(LimitSetting setting, IReadOnlyList<InputWords> inputs)
    {
        string One(int lever, LimitStep step)
        {
            InputWords input = inputs[inputOfLever[lever]];
            return $"{input.Name} {input.Say(study.Design.Space.Inputs[inputOfLever[lever]].Distribution.Listed[(int)step])}";
        }

        return setting.Second < 0
            ? One(setting.First, setting.FirstStep)
            : $"{One(setting.First, setting.FirstStep)} and {One(setting.Second, setting.SecondStep)}";
    }
}
