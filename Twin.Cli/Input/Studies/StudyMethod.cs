namespace Twin.Cli.Input.Studies;

/// <summary>How a study chooses its runs.</summary>
internal enum MethodKind
{
    /// <summary>All combinations.</summary>
    Grid,

    /// <summary>Rows written by hand.</summary>
    List,

    /// <summary>Base, low and high of each input.</summary>
    OneAtATime,

    /// <summary>Latin hypercube.</summary>
    LatinHypercube,

    /// <summary>Rows for Sobol indices, n x (inputs + 2) runs.</summary>
    Sobol,

    /// <summary>n scrambled Sobol points, without indices.</summary>
    SobolPoints,

    /// <summary>Morris trajectories.</summary>
    Morris,

    /// <summary>Independent draws.</summary>
    MonteCarlo,

    /// <summary>Steps of negotiable limits, singly and in pairs, over drawn futures.</summary>
    LimitSteps,
}

/// <summary>How a study chooses its runs, with the numbers behind it.</summary>
/// <param name="Kind">The way.</param>
/// <param name="N">Runs, rows, trajectories or futures, whichever the way counts; 0 where it counts none.</param>
/// <param name="Levels">Levels of a continuous input, for grid and Morris.</param>
/// <param name="Seed">Seed of everything drawn.</param>
/// <param name="Pairs">Whether limit steps move pairs of levers too.</param>
internal sealed record StudyMethod(MethodKind Kind, int N, int Levels, long Seed, bool Pairs = false);
