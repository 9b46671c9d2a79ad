using System.Globalization;
using System.Text;
using Twin.Cli.Input.Formats;

namespace Twin.Tests.Input;

/// <summary>Weather files whose sun is known, because the radiation in them was made for it.</summary>
internal static class MadeWeather
{
    public const double LatitudeDeg = 48.0, LongitudeDeg = 11.0;
    private const double LowestCosine = 0.2; // such a beam at a lower sun would be brighter than any clear sky
    private const double BeamWPerM2 = 600.0, DiffuseWPerM2 = 80.0;

    public static FilePosition Position { get; } = new(LatitudeDeg, LongitudeDeg, 500.0);

    /// <summary>An EPW of June days.</summary>
    /// <param name="days">Number of days.</param>
    /// <param name="headerZoneH">Zone in the header [h].</param>
    /// <param name="trueZoneH">Zone that the hours are really in [h].</param>
    /// <param name="sunS">From the end of an hour to the instant of its sun [s].</param>
    /// <param name="comment">Second comment line.</param>
    public static string Epw(int days, int headerZoneH, int trueZoneH, double sunS = -1800.0, string comment = "")
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"LOCATION,Testville,-,DEU,made,000000,{LatitudeDeg},{LongitudeDeg},{headerZoneH},500\n");
        text.Append("DESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVING,No,0,0,0\n");
        text.Append("COMMENTS 1,made\n");
        text.Append(CultureInfo.InvariantCulture, $"COMMENTS 2,{comment}\nDATA PERIODS,1,1,Data,Sunday, 6/ 1, 6/30\n");
        var begin = new DateTime(2015, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int hour = 1; hour <= 24 * days; hour++)
        {
            double endUnixS = (begin.AddHours(hour) - DateTime.UnixEpoch).TotalSeconds - trueZoneH * 3600.0;
            (double global, double beam, double diffuse) = Sky(endUnixS + sunS);
            DateTime day = begin.AddHours(hour - 1);
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy},{day.Month},{day.Day},{day.Hour + 1},0,?,");
            text.Append(CultureInfo.InvariantCulture, $"{10 + hour % 24},5.0,{40 + hour % 24},");
            text.Append(CultureInfo.InvariantCulture, $"95000,9999,9999,300,{global:F2},{beam:F2},{diffuse:F2}");
            text.Append(",999999,999999,999999,9999,180,3.5,99,99\n");
        }

        return text.ToString();
    }

    /// <summary>Global, beam and diffuse irradiance at an instant; none by night.</summary>
    public static (double Global, double Beam, double Diffuse) Sky(double unixS)
    {
        double cosine = SunTiming.CosineAt(unixS, Position);
        return cosine > LowestCosine ? (DiffuseWPerM2 + BeamWPerM2 * cosine, BeamWPerM2, DiffuseWPerM2) : (0.0, 0.0, 0.0);
    }
}
