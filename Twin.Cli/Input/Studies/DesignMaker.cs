using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>Lays out the runs of a study whose parts have been checked.</summary>
internal static class DesignMaker
{
    /// <summary>Lays out the runs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 2,147,483,647 runs.</exception>
    public static StudyDesign Of(
        StudyMethod method,
        IReadOnlyList<ReadVariable> inputs,
        IReadOnlyList<RankCorrelation> correlations,
        IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var space = new StudySpace(inputs.Select(input => input.Input), correlations);
        return method.Kind switch
        {
            MethodKind.Grid => SettingDesigns.Grid(space, method.Levels),
            MethodKind.List => SettingDesigns.List(space, rows),
            MethodKind.OneAtATime => SettingDesigns.OneAtATime(space),
            MethodKind.LatinHypercube => DrawnDesigns.LatinHypercube(space, method.N, method.Seed),
            MethodKind.Sobol => SaltelliDesign.Scrambled(space, method.N, method.Seed).Design,
            MethodKind.SobolPoints => DrawnDesigns.Sobol(space, method.N, method.Seed),
            MethodKind.Morris => new MorrisDesign(space, method.N, method.Levels, method.Seed).Design,
            MethodKind.MonteCarlo => DrawnDesigns.MonteCarlo(space, method.N, method.Seed),
            _ => new LimitStepsDesign(space, Levers(inputs), method.N, method.Pairs, method.Seed).Design,
        };
    }

    /// <summary>Inputs of limit steps: to cases of less and more belongs the base between them.</summary>
    public static ReadVariable WithBase(ReadVariable input)
    {
        if (!MethodReader.IsLessAndMore(input))
        {
            return input;
        }

        Func<double, IReadOnlyList<Entry>> entriesOf = input.Variable.EntriesOf;
        int less = input.Variable.Cases[0] == "less" ? 0 : 1;
        return input with
        {
            Variable = input.Variable with
            {
                Cases = ["less", "base", "more"],
                EntriesOf = index => index switch { 0.0 => entriesOf(less), 1.0 => [], _ => entriesOf(1 - less) },
            },
            Input = input.Input with { Distribution = new DiscreteDistribution([0.0, 1.0, 2.0]), BasePoint = 0.5 },
        };
    }

    private static IEnumerable<string> Levers(IReadOnlyList<ReadVariable> inputs) =>
        inputs.Where(input => input.Variable.IsLever).Select(input => input.Name);
}
