using Twin.Core.Components.Cooling;
using Twin.Core.Series;

namespace Twin.Core.Components.Compute;

/// <summary>A hall of equal racks: one type of server, one class of work, one power path, one air path.</summary>
/// <param name="Name">Name of the hall.</param>
/// <param name="Server">What stands in the racks.</param>
/// <param name="Racks">Number of racks; at least 1.</param>
/// <param name="ServersPerRack">Servers in one rack; at least 1.</param>
/// <param name="Workload">What the racks do.</param>
/// <param name="Chain">How they get their power.</param>
/// <param name="Air">How their air is cooled.</param>
/// <param name="Liquid">How their cold plates are cooled; null when the server has none.</param>
public sealed record HallParameters(
    string Name,
    Server Server,
    int Racks,
    int ServersPerRack,
    WorkloadParameters Workload,
    ChainParameters Chain,
    AirPathParameters Air,
    LiquidPathParameters? Liquid)
{
    /// <summary>GPUs in the hall.</summary>
    public int Gpus => Racks * ServersPerRack * Server.Gpus;

    /// <summary>Servers in the hall.</summary>
    public int Servers => Racks * ServersPerRack;
}

/// <summary>What the racks of a hall do.</summary>
/// <param name="Profile">Shape of the work when no series is given; null with a series.</param>
/// <param name="Utilisation">Mean busy share of the hall over time [1], 0 to 1; null with a profile.</param>
/// <param name="Deferrable">Whether this work is cut before the rest when a limit binds.</param>
public sealed record WorkloadParameters(WorkloadProfile? Profile, ISeries? Utilisation, bool Deferrable);

/// <summary>The power path of a hall, from the racks upward.</summary>
/// <param name="DistributionLossFraction">Loss of busbars and distribution units as share of what they deliver [1]; 0 to 0.2.</param>
/// <param name="NetworkFraction">Network, storage and management as share of the servers' power [1]; 0 to 0.5. Assumed 0.08.</param>
/// <param name="Ups">Name of the UPS that feeds the hall; empty for none.</param>
/// <param name="HeatTo">Where the heat of the distribution goes.</param>
public sealed record ChainParameters(double DistributionLossFraction, double NetworkFraction, string Ups, HeatPlace HeatTo);
