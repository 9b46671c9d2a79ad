using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>What a lever does in a setting of limit steps.</summary>
public enum LimitStep
{
    /// <summary>One step less.</summary>
    Less,

    /// <summary>As it is today.</summary>
    Base,

    /// <summary>One step more.</summary>
    More,
}

/// <summary>One setting of all levers: which of them stand a step beside their base.</summary>
/// <param name="First">Index in the levers of the one that moves; -1 for the base.</param>
/// <param name="FirstStep">Where it goes.</param>
/// <param name="Second">Index of the one that moves with it; -1 where one moves alone.</param>
/// <param name="SecondStep">Where that goes.</param>
public readonly record struct LimitSetting(int First, LimitStep FirstStep, int Second, LimitStep SecondStep)
{
    /// <summary>Where a lever stands in this setting.</summary>
    /// <param name="lever">Index in the levers.</param>
    public LimitStep StepOf(int lever) => lever == First ? FirstStep : lever == Second ? SecondStep : LimitStep.Base;
}

/// <summary>
/// What a step of each negotiable limit is worth: the base, each lever one step less and more, on request each pair of levers in all four
/// combinations; every setting meets the same futures.
/// </summary>
/// <remarks>
/// Futures are drawn as <see cref="DrawnDesigns.MonteCarlo"/> draws them, with the same numbers, once for all settings (common random
/// numbers): the difference of two settings is free of the luck of the draw that both share.
/// </remarks>
public sealed class LimitStepsDesign
{
    private const int Stations = 3;

    private readonly LimitSetting[] settings;
    private readonly int[] slotOfLever;

    /// <summary>Lays out the runs.</summary>
    /// <param name="space">Levers and uncertainties. Each lever is a list of three values: a step less, the base, a step more.</param>
    /// <param name="levers">Names of the inputs that are levers; at least one. All others are uncertainties.</param>
    /// <param name="futures">Number of futures; at least 1, and 1 where there is no uncertainty: more would all be the same.</param>
    /// <param name="pairs">Whether pairs of levers move too.</param>
    /// <param name="seed">Seed of the futures.</param>
    /// <exception cref="ArgumentException">
    /// There is no lever, one is named twice or is not in the space, or has not three values; or a correlation names one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no future, or several without an uncertainty, or there are more than 2,147,483,647 runs.
    /// </exception>
    public LimitStepsDesign(StudySpace space, IEnumerable<string> levers, int futures, bool pairs, long seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        Levers = [.. levers.Order(StringComparer.Ordinal)];
        string[] names = [.. space.Inputs.Select(input => input.Name)];
        slotOfLever = [.. Levers.Select(lever => Array.IndexOf(names, lever))];
        if (Levers.Count == 0 || slotOfLever.Contains(-1) || slotOfLever.Distinct().Count() < slotOfLever.Length)
        {
            throw new ArgumentException($"found {string.Join(", ", Levers)}, expected inputs of the space, each once.", nameof(levers));
        }

        if (space.Correlated.FirstOrDefault(Levers.Contains) is { } correlated)
        {
            throw new ArgumentException($"found {correlated} in a correlation, expected levers that go with nothing.", nameof(levers));
        }

        foreach (int slot in slotOfLever)
        {
            RequireThree(space.Inputs[slot]);
        }

        bool isSure = slotOfLever.Length == names.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(futures, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(futures, isSure ? 1 : int.MaxValue);
        Futures = futures;
        settings = [.. SettingsOf(Levers.Count, pairs)];
        KeyedRandom[] numbers = [.. names.Select(name => StudyRandom.Of(seed, "monte-carlo", name))];
        Design = new(space, (long)futures * settings.Length, isDrawn: true, run =>
        {
            (int future, int setting) = Math.DivRem(run, settings.Length);
            double[] point = [.. numbers.Select(of => StudyRandom.Point(of, future))];
            for (int lever = 0; lever < slotOfLever.Length; lever++)
            {
                int slot = slotOfLever[lever];
                point[slot] = space.Inputs[slot].Distribution.PointOfLevel((int)settings[setting].StepOf(lever), Stations);
            }

            return point;
        });
    }

    /// <summary>The runs: future by future, each with all settings in their order.</summary>
    public StudyDesign Design { get; }

    /// <summary>Names of the levers in ordinal order; settings count them in it.</summary>
    public IReadOnlyList<string> Levers { get; }

    /// <summary>Number of futures.</summary>
    public int Futures { get; }

    /// <summary>The settings: the base, each lever less and more, then the pairs (less less, less more, more less, more more).</summary>
    public IReadOnlyList<LimitSetting> Settings => settings;

    /// <summary>Setting and future of a run.</summary>
    /// <param name="run">Number of the run, from 0.</param>
    /// <returns>Index in the settings, and number of the future from 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such run.</exception>
    public (int Setting, int Future) PlaceOf(int run)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(run, Design.Count);
        return (run % settings.Length, run / settings.Length);
    }

    /// <summary>The run that meets a future with a setting.</summary>
    /// <param name="setting">Index in the settings.</param>
    /// <param name="future">Number of the future, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such setting or future.</exception>
    public int RunOf(int setting, int future)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(setting);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(setting, settings.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(future);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(future, Futures);
        return future * settings.Length + setting;
    }

    private static IEnumerable<LimitSetting> SettingsOf(int levers, bool pairs)
    {
        LimitStep[] both = [LimitStep.Less, LimitStep.More];
        yield return new(-1, LimitStep.Base, -1, LimitStep.Base);
        for (int i = 0; i < levers; i++)
        {
            foreach (LimitStep step in both)
            {
                yield return new(i, step, -1, LimitStep.Base);
            }
        }

        for (int i = 0; pairs && i < levers; i++)
        {
            for (int j = i + 1; j < levers; j++)
            {
                foreach (LimitStep first in both)
                {
                    foreach (LimitStep second in both)
                    {
                        yield return new(i, first, j, second);
                    }
                }
            }
        }
    }

    private static void RequireThree(StudyInput lever)
    {
        if (lever.Distribution.Listed.Count != Stations)
        {
            throw new ArgumentException(
                $"found {lever.Distribution.Listed.Count} values of {lever.Name}, expected three: less, base, more.", nameof(lever));
        }
    }
}
