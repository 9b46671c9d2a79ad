using System.Globalization;
using ScottPlot.TickGenerators;
using SkiaSharp;
using Twin.Cli.Input.Sizes;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Sizes;

/// <summary>size.png: lost firm GPU-hours of each case over the size, with what is tolerated; below, the peak of the IT.</summary>
internal static class SizeSheet
{
    private const int MostNamed = 4; // cases with a colour and a label of their own; the others stay grey
    private const double PeakRoom = 0.30; // share of the sheet for the lower panel
    private static readonly SKColor[] Colours = [PlotColours.Vermilion, PlotColours.Blue, PlotColours.Green, PlotColours.Purple];

    /// <summary>Draws the sheet.</summary>
    public static void Draw(SizeAnswer answer, string path)
    {
        SizeQuestion question = answer.Question;
        var words = new SizeWords(answer);
        string period = string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Cases.Count} cases, {question.LeastMultiple:0.##} to {question.MostMultiple:0.##} times the base");
        string foot = "Each line is a case; a run ends where its loss is far beyond what is tolerated, so that lines end there too. "
            + "Grey: cases that end later." + (question.Futures is null ? string.Empty : " Of the futures that were asked the worst.");
        using var page = new PlotPage(path, words.Capacity(), PlotPage.Subtitle(question.Label, period), foot);
        double most = Most(answer);
        using PlotPanel lost = new("Firm GPU-hours lost, % of those wanted");
        DrawLosses(lost, answer, most);
        lost.Limit(100.0 * question.LostFraction, PlotColours.Ink);
        lost.Label($"tolerated {SizeWords.Percent(question.LostFraction)}", 100.0 * question.LostFraction, PlotColours.Ink);
        AddSizes(lost, most);
        using PlotPanel peak = new("IT at the peak, MW, all as planned");
        DrawPeak(peak, answer);
        AddSizes(peak, most);
        SKRect body = PlotPage.Body;
        float split = body.Bottom - (float)(PeakRoom * body.Height);
        lost.Draw(page, new SKRect(body.Left, body.Top, body.Right, split), fromZero: true);
        peak.Draw(page, new SKRect(body.Left, split, body.Right, body.Bottom), fromZero: true);
        page.Save();
    }

    // Sizes far beyond the answer only say that nothing holds there.
    private static double Most(SizeAnswer answer)
    {
        double[] sizes = [.. answer.Firm.Probes.Select(probe => answer.Question.MultipleOf(probe.Racks)).Distinct().Order()];
        double end = answer.Question.MultipleOf(answer.Firm.Failing ?? answer.Firm.Largest!);
        return sizes.FirstOrDefault(size => size > 1.3 * end, sizes[^1]);
    }

    private static void DrawLosses(PlotPanel panel, SizeAnswer answer, double most)
    {
        // The cases that fail first are told apart: those with the greatest loss at the least size that fails.
        string[] named = [.. SizeSearch.WorstFirst(answer.Firm.AtFailing.Where(probe => !probe.Holds))
            .Select(probe => probe.Case.Name).Distinct().Take(MostNamed)];
        foreach (SizeCase one in answer.Cases.OrderBy(one => named.Contains(one.Name)))
        {
            SizeProbe[] probes =
            [
                .. OfCase(answer, one.Name).Where(probe => answer.Question.MultipleOf(probe.Racks) <= most)
                    .OrderBy(probe => answer.Question.MultipleOf(probe.Racks)),
            ];
            probes = [.. probes.TakeWhile(probe => probe.IsWhole)];
            int rank = Array.IndexOf(named, one.Name);
            SKColor colour = rank < 0 ? PlotColours.Grey : Colours[rank];
            double[] y = [.. probes.Select(probe => 100.0 * probe.FirmLostFraction)];
            panel.Line([.. probes.Select(probe => answer.Question.MultipleOf(probe.Racks))], y, colour);
            if (rank >= 0 && y.Length > 0)
            {
                panel.Label(one.Name, y[^1], Sheets.Readable(colour));
            }
        }
    }

    // One run of each size: of several futures that with the greatest loss of those that were asked.
    private static IEnumerable<SizeProbe> OfCase(SizeAnswer answer, string name) => answer.Firm.Probes
        .Where(probe => probe.Case.Name == name)
        .GroupBy(probe => probe.Racks.Sum())
        .Select(futures => SizeSearch.WorstFirst(futures).First());

    private static void DrawPeak(PlotPanel panel, SizeAnswer answer)
    {
        SizeProbe[] planned =
        [
            .. OfCase(answer, SizeCases.AsPlanned).Where(probe => probe.IsWhole)
                .OrderBy(probe => answer.Question.MultipleOf(probe.Racks)),
        ];
        double[] x = [.. planned.Select(probe => answer.Question.MultipleOf(probe.Racks))];
        panel.Line(x, [.. planned.Select(probe => probe.PeakItW / 1e6)], PlotColours.Grey);
        panel.Line(x, [.. planned.Select(probe => probe.PeakFirmItW / 1e6)], PlotColours.Blue);
        if (planned.Length > 0)
        {
            panel.Label("all halls", planned[^1].PeakItW / 1e6, PlotColours.Muted);
            panel.Label("firm halls", planned[^1].PeakFirmItW / 1e6, PlotColours.Blue);
        }

        if (answer.Firm.Largest is { } racks)
        {
            panel.Limit(answer.Firm.Planned.PeakFirmItW / 1e6, PlotColours.Ink);
            string at = answer.Question.MultipleOf(racks).ToString("0.00", CultureInfo.InvariantCulture);
            panel.Label($"answer, {at} times the base", answer.Firm.Planned.PeakFirmItW / 1e6, PlotColours.Ink);
        }
    }

    private static void AddSizes(PlotPanel panel, double most)
    {
        double every = most > 10.0 ? 5.0 : most > 4.0 ? 1.0 : most > 1.5 ? 0.25 : 0.1;
        var ticks = new NumericManual();
        for (int i = 0; i * every <= most * (1.0 + 1e-9); i++)
        {
            ticks.AddMajor(i * every, (i * every).ToString("0.##", CultureInfo.InvariantCulture) + " x");
        }

        panel.Plot.Axes.Bottom.TickGenerator = ticks;
        panel.Plot.Axes.SetLimitsX(0.0, most);
    }
}
