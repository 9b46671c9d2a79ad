using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>Trajectories through the space: each starts anywhere and moves one input after the other, each once.</summary>
/// <remarks>
/// Source: M. D. Morris, Factorial sampling plans for preliminary computational experiments, Technometrics 33 (1991) 161-174. Here the p
/// levels are the middles of p equally likely shares, so that inputs without ends have levels too; a move of p/2 levels is therefore
/// always half of the unit interval. Correlations of inputs do not apply: a move is a setting.
/// </remarks>
public sealed class MorrisDesign
{
    /// <summary>Every move goes half of the unit interval up or down.</summary>
    internal const double Move = 0.5;

    private readonly int levels;
    private readonly KeyedRandom[] starts;
    private readonly KeyedRandom[] turns;

    /// <summary>Lays out the trajectories.</summary>
    /// <param name="space">The inputs.</param>
    /// <param name="trajectories">
    /// Number of trajectories; 2 or more, usually 10 to 50. Each takes one run more than there are inputs.
    /// </param>
    /// <param name="levels">Levels of each input; even, 2 or more, usually 4.</param>
    /// <param name="seed">Seed. Another input leaves the levels of the others alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or there are more than 2,147,483,647 runs.</exception>
    public MorrisDesign(StudySpace space, int trajectories, int levels, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels % 2, 0, nameof(levels));
        Trajectories = trajectories;
        this.levels = levels;
        starts = [.. space.Inputs.Select(input => StudyRandom.Of(seed, "morris-level", input.Name))];
        turns = [.. space.Inputs.Select(input => StudyRandom.Of(seed, "morris-turn", input.Name))];
        Design = new(space, (long)trajectories * RunsEach, isDrawn: false, PointOf);
    }

    /// <summary>The runs: trajectory by trajectory, each from its start to its end.</summary>
    public StudyDesign Design { get; }

    /// <summary>Number of trajectories.</summary>
    public int Trajectories { get; }

    /// <summary>Runs of each trajectory.</summary>
    internal int RunsEach => starts.Length + 1;

    /// <summary>The inputs in the order in which a trajectory moves them.</summary>
    internal int[] Order(int trajectory) =>
        [.. Enumerable.Range(0, turns.Length).OrderBy(i => turns[i].Word((ulong)trajectory)).ThenBy(i => i)];

    /// <summary>Whether a trajectory moves an input up; it goes down where it starts in the upper half.</summary>
    internal bool GoesUp(int trajectory, int input) => StartLevel(trajectory, input) < levels / 2;

    private int StartLevel(int trajectory, int input) => StudyRandom.Below(starts[input], trajectory, levels);

    private double[] PointOf(int run)
    {
        (int trajectory, int moves) = Math.DivRem(run, RunsEach);
        int[] order = Order(trajectory);
        double[] point = new double[starts.Length];
        for (int turn = 0; turn < order.Length; turn++)
        {
            int input = order[turn];
            int level = StartLevel(trajectory, input);
            int moved = level < levels / 2 ? level + levels / 2 : level - levels / 2;
            point[input] = ((turn < moves ? moved : level) + 0.5) / levels;
        }

        return point;
    }
}
