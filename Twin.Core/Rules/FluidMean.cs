namespace Twin.Core.Rules;

/// <summary>Mean temperature of streams: mixed by heat within a row, then over the time in which heat flows, and by heat.</summary>
/// <param name="streams">Slots of the streams' temperatures in a row, each with that of the heat it carries.</param>
/// <param name="taken">Slots of the heats that count over time in place of those that mix; empty for the same.</param>
internal sealed class FluidMean((int Temperature, int Heat)[] streams, int[] taken)
{
    private double overTime;
    private long rows;
    private double byHeat;
    private double heat;

    /// <summary>Mean over the rows in which heat flows [degC]; null where it never does.</summary>
    public double? OverTimeC => rows > 0 ? overTime / rows : null;

    /// <summary>Mean weighted with the heat [degC]; null where none flows.</summary>
    public double? ByHeatC => heat > 0.0 ? byHeat / heat : null;

    /// <summary>Takes a row.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        double mixed = 0.0, flowing = 0.0;
        foreach ((int temperature, int heatSlot) in streams)
        {
            double streamW = row[heatSlot];
            if (streamW > 0.0)
            {
                mixed += streamW * row[temperature];
                flowing += streamW;
            }
        }

        double countedW = flowing;
        if (taken.Length > 0)
        {
            countedW = 0.0;
            foreach (int slot in taken)
            {
                countedW += row[slot];
            }
        }

        if (flowing > 0.0 && countedW > 0.0)
        {
            double temperatureC = mixed / flowing;
            overTime += temperatureC;
            rows++;
            byHeat += countedW * temperatureC;
            heat += countedW;
        }
    }
}
