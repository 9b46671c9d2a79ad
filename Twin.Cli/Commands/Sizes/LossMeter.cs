using Twin.Cli.Output.Sizes;
using Twin.Core.Components.Compute;
using Twin.Core.Engine;
using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Cli.Commands.Sizes;

/// <summary>Measures on the rows of a run what was lost, to which plant, and how far ratings were used; keeps no row.</summary>
internal sealed class LossMeter : IRowSink, IDisposable
{
    private const double HourS = 3_600.0;
    private readonly PlantDesign plant;
    private readonly bool[] isFirm;
    private readonly double[] gpus;
    private readonly double mostLostS;
    private readonly CancellationTokenSource enough;
    private readonly LimitBook book;
    private readonly RatingWatch ratings;
    private int[] busy = [], throttled = [];
    private int[][] itParts = [];
    private int itPower;
    private int outputS;

    /// <summary>Makes a meter.</summary>
    /// <param name="plant">The plant that runs.</param>
    /// <param name="isFirm">Whether the work of each hall is firm.</param>
    /// <param name="mostLostGpuHours">Firm GPU-hours whose loss ends the run, since the answer is known by then [h].</param>
    /// <param name="cancel">Ends the run too.</param>
    public LossMeter(PlantDesign plant, bool[] isFirm, double mostLostGpuHours, CancellationToken cancel)
    {
        this.plant = plant;
        this.isFirm = isFirm;
        gpus = [.. plant.Halls.Select(hall => (double)hall.Gpus)];
        mostLostS = mostLostGpuHours * HourS;
        enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        book = new LimitBook(plant);
        ratings = new RatingWatch(plant);
    }

    /// <summary>Ends the run when the loss is beyond what is asked.</summary>
    public CancellationToken Enough => enough.Token;

    /// <summary>GPU-hours lost [h], of firm halls and of the others.</summary>
    public (double Firm, double Other) LostGpuHours => (lostS[0] / HourS, lostS[1] / HourS);

    /// <summary>GPU-hours wanted [h], of firm halls and of the others.</summary>
    public (double Firm, double Other) WantedGpuHours => (wantedS[0] / HourS, wantedS[1] / HourS);

    /// <summary>Largest power of the IT, and of the firm halls' IT at one time [W].</summary>
    public (double All, double Firm) PeakItW { get; private set; }

    /// <summary>Largest heat demand [W]; zero without a network.</summary>
    public double PeakHeatDemandW { get; private set; }

    private int heatDemand = -1;
    private readonly double[] lostS = new double[2], wantedS = new double[2];

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
        this.outputS = outputS;
        var slots = new RowSlots(columns);
        busy = [.. plant.Halls.Select(hall => slots.Of($"halls.{hall.Name}.busy_fraction"))];
        throttled = [.. plant.Halls.Select(hall => slots.Of($"halls.{hall.Name}.throttled_gpus"))];
        itParts = [.. plant.Halls.Select(hall => ItParts(hall, slots))];
        itPower = slots.Of("it.power_w");
        heatDemand = slots.Find("heat.demand_w");
        book.Begin(slots);
        ratings.Begin(slots);
    }

    /// <inheritdoc/>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        double firmItW = 0.0, firmLost = 0.0;
        for (int h = 0; h < gpus.Length; h++)
        {
            double lost = values[throttled[h]];
            int part = isFirm[h] ? 0 : 1;
            lostS[part] += lost * outputS;
            wantedS[part] += (lost + (gpus[h] > 0.0 ? values[busy[h]] * gpus[h] : 0.0)) * outputS;
            if (isFirm[h])
            {
                firmLost += lost;
                foreach (int slot in itParts[h])
                {
                    firmItW += values[slot];
                }
            }
        }

        PeakItW = (Math.Max(PeakItW.All, values[itPower]), Math.Max(PeakItW.Firm, firmItW));
        PeakHeatDemandW = heatDemand < 0 ? 0.0 : Math.Max(PeakHeatDemandW, values[heatDemand]);
        ratings.Row(startUnixS, values);
        if (firmLost > 0.0)
        {
            book.Add(startUnixS, values, firmLost * outputS / HourS);
        }

        if (lostS[0] > mostLostS)
        {
            enough.Cancel();
        }
    }

    /// <summary>What took firm work or was passed, the most first: work lost before ratings.</summary>
    public IReadOnlyList<SizeLimit> Limits() => [.. book.Limits(), .. ratings.Passed()];

    /// <inheritdoc/>
    public void Dispose() => enough.Dispose();

    /// <summary>Power of a hall's IT: at the output of its UPS, so with the loss of the distribution; behind that without one.</summary>
    private static int[] ItParts(HallParameters hall, RowSlots slots)
    {
        string at = $"halls.{hall.Name}.";
        int[] bare = [slots.Of(at + "power_w"), slots.Of(at + "network_w")];
        return hall.Chain.Ups.Length > 0 ? [.. bare, slots.Of(at + "distribution_loss_w")] : bare;
    }
}
