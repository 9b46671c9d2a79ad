using Twin.Cli.Output.Pages;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>What a board sees first: site, period, status, eight figures and what the rules say of them.</summary>
internal static class FirstScreen
{
    /// <summary>Writes site, period and status.</summary>
    /// <param name="part">Part of the page.</param>
    /// <param name="heading">Element of the site's name.</param>
    public static void WriteHead(PagePart part, string heading)
    {
        Html html = part.Html;
        html.Open("p", ("class", "pills"));
        html.Element("span", part.T("status." + part.Status), ("class", "pill status")).Text(" ");
        html.Element("span", part.T("modelled"), ("class", "pill modelled")).Close("p");
        html.Open(heading, ("id", part.Id("top")));
        part.Given(part.SiteName);
        html.Close(heading);
        html.Open("p", ("class", "lead")).Text(part.T("year_and_period", part.Subject.Year.Year, part.Period())).Close("p");
        html.Open("p", ("class", "note")).Text(part.T("status_note." + part.Status)).Close("p");
    }

    /// <summary>Writes the eight figures.</summary>
    public static void WriteFigures(PagePart part) => part.Section("headline", () =>
    {
        part.Html.Open("dl", ("class", "tiles"));
        foreach ((string name, string? value, string meaning) in Figures(part))
        {
            part.Html.Line().Open("div", ("class", "tile")).Element("dt", name);
            part.Html.Element("dd", value ?? part.T("not_provided"), ("class", value is null ? "figure none" : "figure"));
            part.Html.Element("dd", meaning, ("class", "meaning")).Close("div");
        }

        part.Html.Close("dl");
        VerdictPart.WriteSummary(part);
        StillToState.Write(part);
    });

    /// <summary>The eight figures: name, number with unit, and what it means.</summary>
    internal static IEnumerable<(string Name, string? Value, string Meaning)> Figures(PagePart part)
    {
        yield return (part.T("tile.pue", part.PueName), Ratio(part, FigureNames.Pue, 3), PueMeaning(part));
        yield return ("REF", Share(part, FigureNames.Ref), part.T("tile.ref"));
        yield return (part.T("tile.erf_name", part.T("boundary." + Boundary(part))), Share(part, FigureNames.Erf), part.T("tile.erf"));
        yield return ("CER", Ratio(part, FigureNames.Cer, 1), part.T("tile.cer"));
        yield return (part.T("tile.wue_name"), Number(part, FigureNames.WueInput), WueMeaning(part));
        yield return ("CUE", Number(part, FigureNames.Cue), part.T("tile.cue"));
        string? heat = part.Figure(FigureNames.HeatDelivered) is { } heatKWh ? part.Say.Energy(heatKWh) : null;
        yield return (part.T("tile.heat_name"), heat, HeatMeaning(part));
        yield return (part.T("tile.cfe_name"), Share(part, FigureNames.CfeScore), part.T("tile.cfe"));
    }

    /// <summary>Where the heat pumps stand: inside, outside, or none.</summary>
    internal static string Boundary(PagePart part) =>
        part.Figure(FigureNames.HeatPumpEnergy) is not > 0 ? "none"
        : part.Figure(FigureNames.CentreEnergy) == part.Figure(FigureNames.CentreEnergyWithoutHeatPump) ? "outside"
        : "inside";

    private static string PueMeaning(PagePart part)
    {
        string meaning = part.T("tile.pue_meaning");
        return part.Figure(FigureNames.PueWithoutHeatPump) is { } without && Boundary(part) == "inside"
            ? $"{meaning} {part.T("tile.pue_without", part.Say.Fixed(without, 3))}"
            : meaning;
    }

    private static string WueMeaning(PagePart part)
    {
        string meaning = part.T("tile.wue");
        return part.Figure(FigureNames.WueConsumed) is { } consumed
            ? $"{meaning} {part.T("tile.wue_consumed", part.WithUnit(consumed, "m3/MWh"))}"
            : meaning;
    }

    private static string HeatMeaning(PagePart part) => part.Figure(FigureNames.HeatPeak) is > 0 and { } peakKW
        ? part.T("tile.heat", part.Say.Power(peakKW * 1_000))
        : part.T("tile.heat_none");

    private static string? Ratio(PagePart part, string name, int decimals) =>
        part.Figure(name) is { } value ? part.Say.Fixed(value, decimals) : null;

    private static string? Share(PagePart part, string name) => part.Figure(name) is { } value ? part.Say.Percent(value) : null;

    private static string? Number(PagePart part, string name) =>
        part.Figure(name) is { } value ? part.WithUnit(value, part.Subject.Year.Figures[name].Unit) : null;
}
