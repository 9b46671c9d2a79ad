using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>A tenant's part of a period (EnEfG section 15); the parts of all tenants and of the rest are the whole.</summary>
/// <param name="Name">Identifier; empty for what no tenant has.</param>
/// <param name="Label">Name for people; empty for what no tenant has.</param>
/// <param name="DirectKWh">Energy directly assignable: input of the IT in the tenant's racks [kWh].</param>
/// <param name="OverheadKWh">Share of everything else the centre drew, in each row by the power of the IT [kWh].</param>
/// <param name="Co2Kg">Share of the location-based CO2, in each row by the energy [kg].</param>
/// <param name="WaterM3">Share of the water: that of the river in each row by the energy, potable water by that of the period [m3].</param>
public sealed record TenantStatement(
    string Name, string Label, double DirectKWh, double OverheadKWh, double Co2Kg, double WaterM3);

/// <summary>Shares a centre's energy, CO2 and water among its tenants, row by row.</summary>
public sealed class TenantBook
{
    private const double JoulesPerKWh = 3.6e6;
    private readonly IReadOnlyList<Tenant> tenants;
    private readonly FigureBasis basis;
    private readonly int outputS;
    private readonly (string Name, int Power, int Network)[] halls;
    private readonly int site;
    private readonly int unserved;
    private readonly int battery;
    private readonly int heatPumps;
    private readonly int carbon;
    private readonly int water;
    private readonly Part[] parts; // the last is what no tenant has
    private readonly double[] directW;
    private double usedJ;
    private double centreJ;

    /// <summary>Opens the book.</summary>
    /// <param name="tenants">The tenants; at least one.</param>
    /// <param name="columns">Names of the columns, in the order of a row.</param>
    /// <param name="outputS">Length of a row [s].</param>
    /// <param name="basis">Whether the heat pumps are the centre's.</param>
    public TenantBook(IReadOnlyList<Tenant> tenants, IReadOnlyList<string> columns, int outputS, FigureBasis basis)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(basis);
        (this.tenants, this.outputS, this.basis) = (tenants, outputS, basis);
        List<string> names = [.. columns];
        const string prefix = "halls.", suffix = ".network_w";
        halls =
        [
            .. names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..^suffix.Length])
                .Select(name => (name, names.IndexOf($"{prefix}{name}.power_w"), names.IndexOf($"{prefix}{name}{suffix}"))),
        ];
        site = names.IndexOf("site.power_w");
        unserved = names.IndexOf("grid.unserved_w");
        battery = names.IndexOf("battery.loss_w");
        heatPumps = names.IndexOf("heat_pumps.power_w");
        carbon = names.IndexOf("emissions.co2_location_g_s");
        water = names.IndexOf("river.withdrawn_m3_s");
        parts = new Part[tenants.Count + 1];
        directW = new double[parts.Length];
    }

    /// <summary>Takes a row.</summary>
    /// <param name="startUnixS">Begin of its interval, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="row">One number for each column.</param>
    public void Add(long startUnixS, ReadOnlySpan<double> row)
    {
        double servedW = row[site] - row[unserved];
        double servedFraction = row[site] > 0.0 ? servedW / row[site] : 0.0;
        double usedW = servedW + (battery < 0 ? 0.0 : row[battery]);
        double wholeW = basis.HeatPumpInside ? usedW : usedW - row[heatPumps];
        double itW = Assign(startUnixS, row, servedFraction);
        double overheadW = wholeW - itW;
        for (int i = 0; i < parts.Length; i++)
        {
            double share = itW > 0.0 ? directW[i] / itW : i == tenants.Count ? 1.0 : 0.0;
            double partW = directW[i] + share * overheadW;
            double fraction = wholeW > 0.0 ? partW / wholeW : share;
            parts[i].DirectJ += directW[i] * outputS;
            parts[i].OverheadJ += share * overheadW * outputS;
            parts[i].Co2G += carbon < 0 ? 0.0 : fraction * row[carbon] * outputS;
            parts[i].WaterM3 += water < 0 ? 0.0 : fraction * row[water] * outputS;
        }

        usedJ += usedW * outputS;
        centreJ += wholeW * outputS;
    }

    /// <summary>The parts: each tenant in its order, then what no tenant has.</summary>
    /// <param name="potableM3">Potable water of the period [m3]; it is shared by the energy.</param>
    public IReadOnlyList<TenantStatement> Parts(double potableM3)
    {
        // CO2 is recorded for all power through the connection; the centre has its share of the period, as in CUE.
        double kgPerG = usedJ > 0.0 ? centreJ / usedJ / 1_000.0 : 0.0;
        return
        [
            .. parts.Select((part, i) => new TenantStatement(
                i < tenants.Count ? tenants[i].Name : string.Empty,
                i < tenants.Count ? tenants[i].Label : string.Empty,
                part.DirectJ / JoulesPerKWh,
                part.OverheadJ / JoulesPerKWh,
                part.Co2G * kgPerG,
                part.WaterM3 + (centreJ > 0.0 ? potableM3 * (part.DirectJ + part.OverheadJ) / centreJ : 0.0))),
        ];
    }

    /// <summary>Puts the power of the IT to the tenants whose racks draw it.</summary>
    /// <returns>The power of all IT [W].</returns>
    private double Assign(long unixS, ReadOnlySpan<double> row, double servedFraction)
    {
        Array.Clear(directW);
        double itW = 0.0;
        foreach ((string name, int power, int network) in halls)
        {
            double hallW = (row[power] + row[network]) * servedFraction;
            double rest = 1.0;
            for (int i = 0; i < tenants.Count; i++)
            {
                double share = ShareOf(tenants[i], name, unixS);
                directW[i] += share * hallW;
                rest -= share;
            }

            directW[^1] += Math.Max(0.0, rest) * hallW; // shares never sum up to more than one; rounding may
            itW += hallW;
        }

        return itW;
    }

    private static double ShareOf(Tenant tenant, string hall, long unixS)
    {
        double share = 0.0;
        foreach (TenantShare held in tenant.Shares)
        {
            if (held.Hall == hall && held.FromUnixS <= unixS)
            {
                share = held.Fraction;
            }
        }

        return share;
    }

    private record struct Part(double DirectJ, double OverheadJ, double Co2G, double WaterM3);
}
