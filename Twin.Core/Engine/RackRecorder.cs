using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>Gathers the power of each rack into means over the output interval.</summary>
internal sealed class RackRecorder
{
    private readonly PlantModel plant;
    private readonly IRowSink rows;
    private readonly double[] sums;
    private readonly int stepsPerRow;
    private int inRow;

    public RackRecorder(PlantModel plant, PlantDesign design, IRowSink rows, int stepsPerRow, int outputS)
    {
        this.plant = plant;
        this.rows = rows;
        this.stepsPerRow = stepsPerRow;
        IReadOnlyList<Column> columns = RackColumns.Of(design);
        sums = new double[columns.Count];
        rows.Begin(columns, outputS);
    }

    /// <summary>Adds a step, and hands on the row when it is whole.</summary>
    public void Add(Boundary boundary, PlantTick tick, long rowUnixS)
    {
        plant.AddRackPowerW(boundary, tick, sums);
        inRow++;
        if (inRow < stepsPerRow)
        {
            return;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] /= stepsPerRow;
        }

        rows.Row(rowUnixS, sums);
        Array.Clear(sums);
        inRow = 0;
    }
}
