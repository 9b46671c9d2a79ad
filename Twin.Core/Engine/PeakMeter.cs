namespace Twin.Core.Engine;

/// <summary>Largest mean over a quarter of an hour, as a grid operator meters it.</summary>
/// <param name="stepS">Length of a step [s].</param>
/// <remarks>Quarters begin at full quarters of UTC. Where steps do not divide them, the window is the least number of steps that covers
/// one.</remarks>
internal sealed class PeakMeter(int stepS)
{
    private const int QuarterS = 900;
    private readonly int stepsPerWindow = (QuarterS + stepS - 1) / stepS;
    private double sum;
    private int steps;

    /// <summary>Largest mean of a whole window [W]; zero before the first.</summary>
    public double LargestW { get; private set; }

    /// <summary>Adds the mean of a step.</summary>
    /// <param name="startUnixS">Begin of the step.</param>
    /// <param name="powerW">Mean power [W].</param>
    public void Add(long startUnixS, double powerW)
    {
        if (QuarterS % stepS == 0 && startUnixS % QuarterS == 0)
        {
            sum = 0.0;
            steps = 0;
        }

        sum += powerW;
        steps++;
        if (steps == stepsPerWindow)
        {
            LargestW = Math.Max(LargestW, sum / steps);
            sum = 0.0;
            steps = 0;
        }
    }
}
