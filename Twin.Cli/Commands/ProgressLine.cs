using System.Globalization;
using Twin.Core.Engine;

namespace Twin.Cli.Commands;

/// <summary>One line on the terminal that says how far the work has come; rewritten, never scrolled.</summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);
    private readonly TextWriter writer;
    private readonly TimeProvider clock;
    private readonly long started;
    private long written;
    private int width;

    /// <summary>Starts to measure.</summary>
    public ProgressLine(TextWriter writer, TimeProvider clock)
    {
        this.writer = writer;
        this.clock = clock;
        started = clock.GetTimestamp();
        written = started;
    }

    /// <summary>Shows how far the run is, unless that was done a moment ago.</summary>
    public void Report(RunProgress progress)
    {
        string date = DateTimeOffset.FromUnixTimeSeconds(progress.AtUnixS).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Report(date, progress.DoneFraction);
    }

    /// <summary>Shows how far something is, unless that was done a moment ago.</summary>
    /// <param name="reached">Words for what is reached.</param>
    /// <param name="doneFraction">Share of it that is done [1]; 0 to 1.</param>
    public void Report(string reached, double doneFraction)
    {
        if (clock.GetElapsedTime(written) < LeastPause)
        {
            return;
        }

        written = clock.GetTimestamp();
        string percent = (100 * doneFraction).ToString("0", CultureInfo.InvariantCulture);
        Write($"{reached}  {percent,3} %  {TimeLeft(doneFraction)}");
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        if (width > 0)
        {
            writer.Write("\r" + new string(' ', width) + "\r");
            width = 0;
        }
    }

    private string TimeLeft(double doneFraction)
    {
        if (doneFraction <= 0)
        {
            return string.Empty;
        }

        TimeSpan left = clock.GetElapsedTime(started) * ((1 - doneFraction) / doneFraction);
        string format = left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss";
        return left.ToString(format, CultureInfo.InvariantCulture) + " left";
    }

    private void Write(string text)
    {
        writer.Write("\r" + text.PadRight(width));
        width = text.Length;
        writer.Flush();
    }
}
