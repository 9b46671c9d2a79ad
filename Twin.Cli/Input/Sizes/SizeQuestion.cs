namespace Twin.Cli.Input.Sizes;

/// <summary>A hall of the plant whose capacity is asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">Type of server in it.</param>
/// <param name="ServersPerRack">Servers in one of its racks.</param>
/// <param name="GpusPerServer">GPUs in one of them.</param>
/// <param name="RackW">Rated power of one rack [W]; above zero.</param>
/// <param name="ShareFraction">Its share of the rated power of all halls [1]; 0 to 1.</param>
/// <param name="BaseRacks">Racks in the base.</param>
/// <param name="IsInterruptible">Whether its work may be lost without the case failing.</param>
internal sealed record SizeHall(
    string Name,
    string Server,
    int ServersPerRack,
    int GpusPerServer,
    double RackW,
    double ShareFraction,
    int BaseRacks,
    bool IsInterruptible)
{
    /// <summary>GPUs in one rack.</summary>
    public int GpusPerRack => ServersPerRack * GpusPerServer;
}

/// <summary>A condition under which the plant must carry its firm work.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Label">Words that go on after "when", such as "one unit of chillers.chiller is out".</param>
/// <param name="Values">What it sets.</param>
internal sealed record SizeCase(string Name, string Label, IReadOnlyList<Entry> Values);

/// <summary>Equal machines of which one can be out.</summary>
/// <param name="Path">Dotted path of the group, such as chillers.chiller or halls.training.air.</param>
/// <param name="Units">Machines installed in the base.</param>
/// <param name="Out">Of which out of service in the base.</param>
internal sealed record SizeGroup(string Path, int Units, int Out);

/// <summary>A value of the base that grows with the servers.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Key">The key at its end.</param>
/// <param name="Inside">Value in the base, in the inside unit.</param>
internal sealed record SizeScale(string Path, Key Key, double Inside);

/// <summary>What `twin size` is asked, read and checked.</summary>
/// <param name="Name">Identifier, also of the results folder.</param>
/// <param name="Label">The question in words.</param>
/// <param name="Base">The base scenario.</param>
/// <param name="Fixed">Values laid over it in every run: the design year.</param>
/// <param name="Design">The base with them, without faults.</param>
/// <param name="Halls">Halls with their shares, in ordinal order of their names.</param>
/// <param name="Scales">Plant that grows with the servers; empty for none.</param>
/// <param name="Groups">Groups of which one unit is out in a case of its own.</param>
/// <param name="Cases">Cases in place of the usual ones; null for those.</param>
/// <param name="LostFraction">Share of the wanted GPU-hours of the firm halls that may be lost in a case [1]; 0 to 1.</param>
/// <param name="LeastMultiple">Least size asked, as multiple of the rated server power of the base [1].</param>
/// <param name="MostMultiple">Greatest size asked [1].</param>
/// <param name="Futures">Futures in a share of which a size must hold; null where nothing is uncertain.</param>
/// <param name="Files">Files of the question itself, with fingerprints; empty for a bare scenario.</param>
internal sealed record SizeQuestion(
    string Name,
    string Label,
    BaseScenario Base,
    IReadOnlyList<Entry> Fixed,
    ReadResult Design,
    IReadOnlyList<SizeHall> Halls,
    IReadOnlyList<SizeScale> Scales,
    IReadOnlyList<SizeGroup> Groups,
    IReadOnlyList<SizeCase>? Cases,
    double LostFraction,
    double LeastMultiple,
    double MostMultiple,
    SizeFutures? Futures,
    IReadOnlyList<ScenarioFile> Files)
{
    /// <summary>Rated power of all servers of the base [W].</summary>
    public double BaseW => Halls.Sum(hall => hall.BaseRacks * hall.RackW);

    /// <summary>Futures that each case is run in; the base alone is one.</summary>
    public int FutureCount => Futures?.Count ?? 1;

    /// <summary>Futures in which a size may fail.</summary>
    public int MayFail => FutureCount - (Futures?.Needed ?? 1);

    /// <summary>The values of <see cref="Scales"/> at a size.</summary>
    /// <param name="racks">Racks by hall.</param>
    public IEnumerable<Entry> ScaledAt(IReadOnlyList<int> racks) => Scales.Select(scale => SizeScales.At(
        scale,
        MultipleOf(racks),
        Groups.Where(group => group.Path + ".units" == scale.Path).Select(group => group.Out + 2).FirstOrDefault()));

    /// <summary>A size as multiple of the rated server power of the base.</summary>
    /// <param name="racks">Racks by hall.</param>
    public double MultipleOf(IReadOnlyList<int> racks) => Halls.Zip(racks, (hall, count) => count * hall.RackW).Sum() / BaseW;
}
