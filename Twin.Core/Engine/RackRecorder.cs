using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Core.Engine;

/// <summary>Gathers the power of each rack into means over the output interval.</summary>
internal sealed class RackRecorder
{
    private readonly IRowSink rows;
    private readonly int[] room;
    private readonly double[] sums;
    private readonly int stepsPerRow;
    private int inRow;

    public RackRecorder(Scenario scenario, IRowSink rows)
    {
        this.rows = rows;
        stepsPerRow = scenario.OutputS / scenario.Clock.StepS;
        PlantDesign[] designs = [scenario.Plant, .. scenario.Phases.Select(phase => phase.Plant)];
        room = RackColumns.Room(designs);
        sums = new double[room.Sum()];
        rows.Begin(RackColumns.Of(designs), scenario.OutputS);
    }

    /// <summary>Adds a step, and hands on the row when it is whole.</summary>
    public void Add(PlantModel plant, Boundary boundary, PlantTick tick, long rowUnixS)
    {
        plant.AddRackPowerW(boundary, tick, room, sums);
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
