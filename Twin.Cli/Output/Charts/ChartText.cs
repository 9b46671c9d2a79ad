using System.Globalization;
using Twin.Cli.Output.Plots;
using Twin.Cli.Output.Reports;
using Twin.Core.Time;

namespace Twin.Cli.Output.Charts;

/// <summary>Numbers, units and times as the page and its charts say them, in the reader's language.</summary>
internal sealed class ChartText(ReportTexts texts)
{
    /// <summary>Blank between a number and its unit, at which no line ends.</summary>
    public const char Joint = '\u00A0';

    private const string NarrowSpace = "\u202F";

    /// <summary>The texts.</summary>
    public ReportTexts Texts { get; } = texts;

    /// <summary>Three digits that count, whole numbers grouped.</summary>
    public string Say(double value)
    {
        double size = Math.Abs(value);
        int decimals = size >= 99.95 || size == 0 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return Fixed(value, decimals);
    }

    /// <summary>A number with so many decimals; what rounds to zero has no sign.</summary>
    public string Fixed(double value, int decimals)
    {
        double shown = Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? 0 : value;
        return shown.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Texts.Numbers);
    }

    /// <summary>A share in per cent, with one decimal.</summary>
    public string Percent(double fraction) => Fixed(fraction * 100, 1) + NarrowSpace + "%";

    /// <summary>An energy with the unit that suits it.</summary>
    /// <param name="energyKWh">Energy [kWh].</param>
    public string Energy(double energyKWh)
    {
        (string unit, double divisor) = PlotText.TotalUnit(Math.Abs(energyKWh) * 3.6e6);
        return $"{Say(energyKWh * 3.6e6 / divisor)}{Joint}{unit}";
    }

    /// <summary>A power with the unit that suits it.</summary>
    /// <param name="powerW">Power [W].</param>
    public string Power(double powerW)
    {
        (string unit, double divisor) = PlotText.PowerUnit(Math.Abs(powerW));
        return $"{Say(powerW / divisor)}{Joint}{unit}";
    }

    /// <summary>Hours, with decimals where they are few.</summary>
    public string Hours(double hours) => $"{Fixed(hours, hours >= 100 || hours == Math.Round(hours) ? 0 : 1)}{Joint}h";

    /// <summary>A temperature, to tenths.</summary>
    public string Celsius(double temperatureC) => $"{Fixed(temperatureC, 1)}{Joint}°C";

    /// <summary>A limit, to as many decimals as it has, two at most.</summary>
    public string Exact(double value) => value.ToString("#,##0.##", Texts.Numbers);

    /// <summary>Name of a month, 1 to 12.</summary>
    public string Month(int month) => Texts[string.Create(CultureInfo.InvariantCulture, $"page.month.{month}")];

    /// <summary>Short name of a month, 1 to 12.</summary>
    public string ShortMonth(int month) => Texts[string.Create(CultureInfo.InvariantCulture, $"page.month_short.{month}")];

    /// <summary>A day without its year.</summary>
    public string ShortDay(DateOnly day) => Texts.Language == "de"
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day}.{day.Month}.")
        : string.Create(CultureInfo.InvariantCulture, $"{day.Day} ") + ShortMonth(day.Month);

    /// <summary>Day and time on the site's clock.</summary>
    public string Instant(LocalTime time) => $"{Texts.Day(time.Date)}, {Clock(time.HourOfDay)}";

    /// <summary>Hours and minutes of a day.</summary>
    public static string Clock(double hourOfDay)
    {
        int minutes = (int)Math.Round(hourOfDay * 60);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
    }

    /// <summary>What a bar stands for, in a sentence.</summary>
    public string LongBar(TimePart part, LocalTime time) => part switch
    {
        TimePart.Month => string.Create(CultureInfo.InvariantCulture, $"{Month(time.Month)} {time.Year}"),
        TimePart.Day => Texts.Day(time.Date),
        TimePart.Hour => Instant(time),
        _ => time.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What a bar stands for, in as few letters as tell it from its neighbours.</summary>
    public string Bar(TimePart part, LocalTime time, bool hasManyYears) => part switch
    {
        TimePart.Year => time.Year.ToString(CultureInfo.InvariantCulture),
        TimePart.Month when hasManyYears => string.Create(CultureInfo.InvariantCulture, $"{ShortMonth(time.Month)} {time.Year % 100:00}"),
        TimePart.Month => ShortMonth(time.Month),
        TimePart.Day => ShortDay(time.Date),
        _ => Clock((int)time.HourOfDay),
    };
}
