using SkiaSharp;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>The year's energy from its sources to where it ends, as ribbons whose widths add up at every place.</summary>
internal static class SankeyChart
{
    private const double Height = 540;
    private const double PlaceWidth = 12;
    private const double TallPlace = 42;
    private const double RibbonOpacity = 0.41;
    private static readonly double[] LayerX = [142, 238, 354, 560, 682, 848];

    private static readonly Dictionary<FlowNode, string> Keys = new()
    {
        [EnergyFlows.Contracts] = "contracts",
        [EnergyFlows.Spot] = "spot",
        [EnergyFlows.Own] = "own",
        [EnergyFlows.Emptied] = "emptied",
        [EnergyFlows.Unserved] = "unserved",
        [EnergyFlows.Electricity] = "electricity",
        [EnergyFlows.It] = "it",
        [EnergyFlows.Pumps] = "pumps",
        [EnergyFlows.Fans] = "fans",
        [EnergyFlows.Losses] = "losses",
        [EnergyFlows.Auxiliaries] = "auxiliaries",
        [EnergyFlows.Battery] = "battery",
        [EnergyFlows.Loops] = "loops",
        [EnergyFlows.HeatPumps] = "heat_pumps",
        [EnergyFlows.Chillers] = "chillers",
        [EnergyFlows.Export] = "export",
        [EnergyFlows.Network] = "network",
        [EnergyFlows.River] = "river",
        [EnergyFlows.Air] = "air",
        [EnergyFlows.Outside] = "outside",
        [EnergyFlows.Filled] = "filled",
    };

    /// <summary>Keys of the names of all places.</summary>
    public static IEnumerable<string> NameKeys =>
        Keys.Values.Append("heat_reuse").Append("electricity_sold").Select(key => "page.flow." + key);

    /// <summary>Draws the ribbons; on a phone the picture is moved sideways under the finger.</summary>
    public static void Draw(Html html, string id, ChartAlt alt, EnergyFlows energy, ChartText text)
    {
        var layout = new SankeyLayout(energy, 10, (float)Height - 10);
        var svg = new Svg(html, id, ChartSize.Wide, Height, alt);
        foreach (SankeyLayout.Leg leg in layout.Legs.Where(layout.IsDrawn))
        {
            string tip = $"{NameOf(energy, leg.Flow.From, text)} → {NameOf(energy, leg.Flow.To, text)}: {Energy(leg.Flow.EnergyJ, text)}";
            svg.Fill(Ribbon(leg), ColourOf(leg.Flow), RibbonOpacity, tip);
        }

        SankeyLayout.Stop[] places = [.. layout.Stops.Where(layout.IsLabelled)];
        foreach (SankeyLayout.Stop stop in places)
        {
            svg.Rect(LayerX[stop.Layer], stop.Top, PlaceWidth, Math.Max(1, stop.Height), stop.Place!.Colour);
        }

        foreach (SankeyLayout.Stop stop in places)
        {
            Label(svg, stop, NameOf(energy, stop.Place!, text), Energy(stop.EnergyJ, text));
        }

        svg.End();
    }

    /// <summary>The name of a place in this plant.</summary>
    public static string NameOf(EnergyFlows energy, FlowNode node, ChartText text)
    {
        string key = energy.NameOf(node) == node.Name ? Keys[node] : node == EnergyFlows.HeatPumps ? "heat_reuse" : "electricity_sold";
        return text.Texts["page.flow." + key];
    }

    private static string Energy(double energyJ, ChartText text) => text.Energy(energyJ / 3.6e6);

    // Where many flows meet, each has the colour of its source, beyond that of what it becomes.
    private static SKColor ColourOf(Flow flow) =>
        flow.To == EnergyFlows.Electricity || flow.To == EnergyFlows.Loops ? flow.From.Colour : flow.To.Colour;

    private static string Ribbon(SankeyLayout.Leg leg)
    {
        double left = LayerX[leg.From.Layer] + (leg.From.Place is null ? 0 : PlaceWidth);
        double right = LayerX[leg.To.Layer];
        string bend = Svg.Say((left + right) / 2);
        string begin = Svg.Say(leg.BeginTop), end = Svg.Say(leg.EndTop);
        string beginBelow = Svg.Say(leg.BeginTop + leg.Width), endBelow = Svg.Say(leg.EndTop + leg.Width);
        return $"M{Svg.Say(left)} {begin}C{bend} {begin} {bend} {end} {Svg.Say(right)} {end}L{Svg.Say(right)} {endBelow}"
            + $"C{bend} {endBelow} {bend} {beginBelow} {Svg.Say(left)} {beginBelow}Z";
    }

    private static void Label(Svg svg, SankeyLayout.Stop stop, string name, string amount)
    {
        double middle = stop.Top + (stop.Height / 2);
        double x = LayerX[stop.Layer];
        double line = svg.Size.LineHeight;
        if (stop.IsAtEnd)
        {
            bool isLeft = stop.Layer == 0;
            double at = isLeft ? x - 9 : x + PlaceWidth + 9;
            svg.Text(name, at, middle - 3, PlotColours.Ink, isLeft ? "end" : "start");
            svg.Text(amount, at, middle - 3 + line, PlotColours.Muted, isLeft ? "end" : "start");
        }
        else if (stop.Height >= TallPlace)
        {
            svg.Text(name, x + PlaceWidth + 7, middle - 3, PlotColours.Ink, isOverInk: true);
            svg.Text(amount, x + PlaceWidth + 7, middle - 3 + line, PlotColours.Ink, isOverInk: true);
        }
        else
        {
            svg.Text($"{name} {amount}", x + PlaceWidth + 7, middle + 5, PlotColours.Ink, isOverInk: true);
        }
    }
}
