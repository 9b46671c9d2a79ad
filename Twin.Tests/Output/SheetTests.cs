using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;

namespace Twin.Tests.Output;

[TestClass]
public class SheetTests
{
    private static readonly string[] All =
    [
        "carbon_free_carpet.png", "energy_sankey.png", "heat_export.png", "load_duration.png", "loop_temperatures.png",
        "monthly_energy.png", "power_stack.png", "pue_carpet.png", "river.png",
    ];

    [TestMethod]
    public void Each_sheet_of_a_year_has_the_right_size_and_ink_in_its_title_subtitle_axis_and_labels()
    {
        using var folder = new TemporaryFolder();
        Assert.IsEmpty(Draw(folder, new SyntheticRun(new DateOnly(2025, 1, 1), days: 365)).LeftOut);
        CollectionAssert.AreEqual(All, Directory.GetFiles(folder.Of("plots")).Select(Path.GetFileName).Order().ToArray());
        foreach (string file in All)
        {
            using SKBitmap sheet = SKBitmap.Decode(folder.Of("plots", file));
            Assert.AreEqual((1600, 900), (sheet.Width, sheet.Height), file);
            Assert.IsGreaterThan(1500, DarkPixels(sheet, new SKRectI(40, 36, 1560, 76)), file + ": title");
            Assert.IsGreaterThan(400, DarkPixels(sheet, new SKRectI(40, 84, 1560, 108)), file + ": subtitle");
            if (file != "energy_sankey.png") // has no axis
            {
                Assert.IsGreaterThan(100, DarkPixels(sheet, new SKRectI(40, 808, 1290, 834)), file + ": names of the months");
            }

            Assert.IsGreaterThan(100, DarkPixels(sheet, new SKRectI(1285, 128, 1580, 840)), file + ": labels");
        }
    }

    [TestMethod]
    [DataRow(7)]
    [DataRow(10)]
    [DataRow(800)]
    [DataRow(1300)]
    public void Runs_from_a_week_to_years_can_be_drawn(int days)
    {
        using var folder = new TemporaryFolder();
        Assert.IsEmpty(Draw(folder, new SyntheticRun(new DateOnly(2025, 3, 29), days)).LeftOut);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void A_run_of_less_than_a_week_has_no_carpets_and_says_why(int days)
    {
        using var folder = new TemporaryFolder();
        Drawing drawing = Draw(folder, new SyntheticRun(new DateOnly(2025, 3, 29), days));
        CollectionAssert.AreEqual(new[] { "pue_carpet", "carbon_free_carpet" }, drawing.LeftOut.Select(sheet => sheet.Name).ToArray());
        StringAssert.Contains(drawing.LeftOut[0].Reason, "week");
        Assert.HasCount(All.Length - 2, drawing.Files);
    }

    [TestMethod]
    public void A_plant_without_a_river_has_no_river_sheet()
    {
        using var folder = new TemporaryFolder();
        Drawing drawing = Draw(folder, new SyntheticRun(new DateOnly(2025, 6, 12), days: 8, hasRiver: false));
        CollectionAssert.AreEqual(new[] { "river" }, drawing.LeftOut.Select(sheet => sheet.Name).ToArray());
        Assert.IsFalse(File.Exists(folder.Of("plots", "river.png")));
    }

    [TestMethod]
    public void A_run_whose_energy_does_not_add_up_has_no_sankey_and_is_told_where()
    {
        using var folder = new TemporaryFolder();
        Draw(folder, new SyntheticRun(new DateOnly(2025, 7, 12), days: 1));
        string series = folder.Of(RunFiles.TimeSeries);
        string changed = File.ReadAllText(series).Replace("chillers.chiller.heat_w", "chillers.chiller.lost_w", StringComparison.Ordinal);
        File.WriteAllText(series, changed);
        Drawing again = Sheets.Draw(folder.Path, folder.Of("again"), ["energy_sankey"], [PlotFormat.Png], CancellationToken.None);
        Assert.IsEmpty(again.Files);
        StringAssert.Contains(again.LeftOut.Single().Reason, "chillers");
    }

    [TestMethod]
    public void The_same_files_give_the_same_pictures()
    {
        using var folder = new TemporaryFolder();
        Draw(folder, new SyntheticRun(new DateOnly(2025, 6, 12), days: 8));
        string[] formats = [PlotFormat.Png, PlotFormat.Svg];
        Drawing drawing = Sheets.Draw(folder.Path, folder.Of("a"), Sheets.Names, formats, CancellationToken.None);
        Sheets.Draw(folder.Path, folder.Of("b"), Sheets.Names, formats, CancellationToken.None);
        Assert.HasCount(2 * All.Length, drawing.Files);
        foreach (string file in drawing.Files)
        {
            CollectionAssert.AreEqual(File.ReadAllBytes(folder.Of("a", file)), File.ReadAllBytes(folder.Of("b", file)), file);
        }
    }

    [TestMethod]
    public void A_vector_sheet_has_its_words_as_text_that_any_machine_can_set()
    {
        using var folder = new TemporaryFolder();
        Draw(folder, new SyntheticRun(new DateOnly(2025, 6, 12), days: 8));
        Drawing drawing = Sheets.Draw(folder.Path, folder.Of("a"), Sheets.Names, [PlotFormat.Svg], CancellationToken.None);
        foreach (string file in drawing.Files)
        {
            XElement[] texts = XDocument.Load(folder.Of("a", file)).Descendants()
                .Where(element => element.Name.LocalName == "text").ToArray();
            Assert.IsTrue(texts.Any(text => text.Value.Contains("Munich AI factory", StringComparison.Ordinal)), file);
            foreach (XElement text in texts)
            {
                StringAssert.EndsWith(text.Attribute("font-family")!.Value, ", sans-serif", file);
                Assert.DoesNotContain(",", text.Attribute("x")!.Value, file); // one place a line, not one a letter
            }
        }
    }

    [TestMethod]
    public void Each_cell_of_a_carpet_is_the_ratio_of_its_hour_and_the_hour_skipped_in_spring_has_none()
    {
        using var folder = new TemporaryFolder();
        Draw(folder, new SyntheticRun(new DateOnly(2025, 3, 29), days: 8));
        RunSeries run = RunSeries.Read(folder.Path, CarpetSheet.Pue.Columns);
        var carpet = new Carpet(run["site.power_w"], run["it.power_w"], run.Grid);
        const int noon = 1 + (12 * 4); // lines of the file: its head, then quarter hours of a day whose clock is not changed
        string[][] lines = [.. File.ReadLines(folder.Of(RunFiles.TimeSeries)).Select(line => line.Split(','))];
        double Sum(string name) => Enumerable.Range(noon, 4).Sum(
            line => double.Parse(lines[line][Array.IndexOf(lines[0], name)], CultureInfo.InvariantCulture));
        double expected = Sum("site.power_w") / Sum("it.power_w");
        Assert.AreEqual(expected, carpet[0, 12], 1e-12); // the same sums: only rounding may part them
        Assert.IsTrue(double.IsNaN(carpet[1, 2])); // 30 March, 02:00
        Assert.IsTrue(carpet.HasGap);
        Assert.IsTrue(double.IsFinite(carpet[2, 2]));
    }

    [TestMethod]
    public void The_fonts_that_sheets_are_set_in_have_the_signs_that_units_need()
    {
        Assert.IsTrue(PlotFont.Regular.ContainsGlyphs("°C m³/s € Δ ₂ ² · ’ ü → …"));
        Assert.AreEqual("Inter", PlotFont.Regular.FamilyName);
        Assert.IsGreaterThan(PlotFont.Regular.FontWeight, PlotFont.SemiBold.FontWeight);
    }

    [TestMethod]
    [DataRow("a site, ° ü Ω Ж")]
    [DataRow("\u5317\u4eac \u2603 \U0001F642 \u05d0")]
    [DataRow("a\nb\tc\u0007")]
    public void Every_letter_is_set_in_a_font_that_has_it_or_shown_as_unknown(string text)
    {
        foreach ((string letters, SKTypeface face) in PlotLetters.Runs(text, PlotFont.Regular))
        {
            Assert.IsTrue(face.ContainsGlyphs(letters), letters);
        }
    }

    [TestMethod]
    public void A_letter_that_no_font_can_have_is_shown_as_unknown() => // U+10FFFE is no character and never will be
        Assert.AreEqual(("a?b", PlotFont.Regular), PlotLetters.Runs("a\U0010FFFEb", PlotFont.Regular).Single());

    [TestMethod]
    public void A_text_that_is_too_long_ends_in_an_ellipsis_within_its_room()
    {
        string whole = string.Concat(Enumerable.Repeat("hall \U0001F642 ", 60));
        string fitted = PlotLetters.Fitted(whole, PlotFont.Regular, 18, 286);
        Assert.EndsWith("…", fitted);
        Assert.IsLessThanOrEqualTo(286f, PlotLetters.WidthOf(fitted, PlotFont.Regular, 18));
        Assert.IsGreaterThan(286f, PlotLetters.WidthOf(fitted[..^1] + "hall …", PlotFont.Regular, 18));
        Assert.AreEqual("short", PlotLetters.Fitted("short", PlotFont.Regular, 18, 286));
    }

    [TestMethod]
    public void A_sheet_of_a_site_with_an_endless_name_keeps_its_period_and_its_margins()
    {
        using var folder = new TemporaryFolder();
        var run = new SyntheticRun(new DateOnly(2025, 6, 12), days: 8);
        Write(folder, run, run.Header with { Label = string.Concat(Enumerable.Repeat("a very long name, ", 40)) });
        Drawing drawing = Sheets.Draw(folder.Path, folder.Of("a"), ["river"], [PlotFormat.Png, PlotFormat.Svg], CancellationToken.None);
        Assert.HasCount(2, drawing.Files);
        Assert.IsTrue(Texts(folder.Of("a", "river.svg")).Any(text => text.EndsWith(
            "… · 12 June 2025 to 19 June 2025", StringComparison.Ordinal)));
        using SKBitmap sheet = SKBitmap.Decode(folder.Of("a", "river.png"));
        Assert.AreEqual(0, DarkPixels(sheet, new SKRectI(1592, 0, 1600, 900)));
    }

    [TestMethod]
    public void A_title_of_two_lines_has_ink_in_both()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Of("title.png");
        using (var page = new PlotPage(path, string.Concat(Enumerable.Repeat("words without end ", 8)), "b", "c"))
        {
            page.Save();
        }

        using SKBitmap sheet = SKBitmap.Decode(path);
        Assert.IsGreaterThan(1000, DarkPixels(sheet, new SKRectI(40, 22, 1560, 46)));
        Assert.IsGreaterThan(100, DarkPixels(sheet, new SKRectI(40, 54, 1560, 78)));
    }

    [TestMethod]
    public void The_limit_of_the_intake_and_limits_by_phase_stand_beside_their_lines()
    {
        using var folder = new TemporaryFolder();
        var run = new SyntheticRun(new DateOnly(2025, 6, 12), days: 8);
        long laterUnixS = run.Header.StartUnixS + (3 * 86_400);
        Write(folder, run, run.Header with
        {
            Limits = new Dictionary<string, double>(StringComparer.Ordinal) { ["river.permit.intake_m3_s"] = 0.6 },
            ChangingLimits = new Dictionary<string, IReadOnlyList<LimitFrom>>(StringComparer.Ordinal)
            {
                ["river.permit.river_temperature_c"] = [new(run.Header.StartUnixS, null), new(laterUnixS, 21.5)],
                ["grid.import_limit_w"] = [new(run.Header.StartUnixS, 15e6), new(laterUnixS, 16e6)],
                ["loops.chilled.supply_limit_c"] = [new(run.Header.StartUnixS, 27), new(laterUnixS, 26)],
            },
        });
        Sheets.Draw(folder.Path, folder.Of("a"), Sheets.Names, [PlotFormat.Svg], CancellationToken.None);
        CollectionAssert.IsSubsetOf(
            (string[])["permit, intake 0.600 m³/s", "permit, water body none → 21.5 °C"], Texts(folder.Of("a", "river.svg")));
        CollectionAssert.Contains(Texts(folder.Of("a", "power_stack.svg")), "grid connection 15 → 16 MW");
        CollectionAssert.Contains(Texts(folder.Of("a", "loop_temperatures.svg")), "limit 27 → 26 °C");
    }

    [TestMethod]
    public void Water_that_nobody_takes_does_not_come_back()
    {
        using var folder = new TemporaryFolder();
        Draw(folder, new SyntheticRun(new DateOnly(2025, 11, 2), days: 15)); // closed for works from the 3rd to the 13th
        using SKBitmap sheet = SKBitmap.Decode(folder.Of("plots", "river.png"));
        SKColor orange = PlotColours.Orange;
        int Orange(int left, int right) => Enumerable.Range(left, right - left).Sum(x => Enumerable.Range(150, 400)
            .Count(y => sheet.GetPixel(x, y) is var p && Math.Abs(p.Red - orange.Red) + Math.Abs(p.Green - orange.Green)
                + Math.Abs(p.Blue - orange.Blue) < 60));
        Assert.IsGreaterThan(20, Orange(1200, 1270)); // the last days: open again
        Assert.AreEqual(0, Orange(400, 800)); // the middle of the works
    }

    [TestMethod]
    [DataRow(21.0, 21.04, "The water body has 21 °C throughout")]
    [DataRow(15.0, 21.0, "The water body has between 15 and 21 °C")]
    public void A_river_that_is_always_the_same_is_said_so(double lowC, double highC, string title)
    {
        using var folder = new TemporaryFolder();
        var header = new SyntheticRun(new DateOnly(2025, 6, 12), days: 1).Header with
        {
            Limits = new Dictionary<string, double>(StringComparer.Ordinal),
            EndUnixS = new SyntheticRun(new DateOnly(2025, 6, 12), days: 1).Header.StartUnixS + (2 * 900),
        };
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            string[] names = ["river.temperature_c", "river.return_c", "river.withdrawn_m3_s"];
            rows.Begin([.. names.Select(name => new Twin.Core.Results.Column(name, "1", Twin.Core.Results.Statistic.Mean, "One."))], 900);
            rows.Row(header.StartUnixS, [lowC, lowC, 0.0]);
            rows.Row(header.StartUnixS + 900, [highC, highC, 0.0]);
        }

        SummaryFile.Write(folder.Path, header, SyntheticRun.KeyFigures);
        Sheets.Draw(folder.Path, folder.Of("a"), ["river"], [PlotFormat.Svg], CancellationToken.None);
        CollectionAssert.Contains(Texts(folder.Of("a", "river.svg")), title);
    }

    private static string[] Texts(string file) =>
        [.. XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value.Trim())];

    private static void Write(TemporaryFolder folder, SyntheticRun run, RunHeader header)
    {
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            run.Play(rows, null, CancellationToken.None);
        }

        SummaryFile.Write(folder.Path, header, SyntheticRun.KeyFigures);
    }

    private static Drawing Draw(TemporaryFolder folder, SyntheticRun run)
    {
        Write(folder, run, run.Header);
        return Sheets.Draw(folder.Path, folder.Of(RunFiles.Plots), Sheets.Names, [PlotFormat.Png], CancellationToken.None);
    }

    private static int DarkPixels(SKBitmap sheet, SKRectI area)
    {
        int dark = 0;
        for (int y = area.Top; y < area.Bottom; y++)
        {
            for (int x = area.Left; x < area.Right; x++)
            {
                SKColor pixel = sheet.GetPixel(x, y);
                dark += pixel.Red + pixel.Green + pixel.Blue < 450 ? 1 : 0;
            }
        }

        return dark;
    }
}
