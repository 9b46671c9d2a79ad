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
        var carpet = new Carpet(run["site.power_w"], run["it.power_w"], new TimeAxis(run));
        const int noon = 12 * 4; // of quarter hours, on a day whose clock is not changed
        double expected = run["site.power_w"][noon..(noon + 4)].Sum() / run["it.power_w"][noon..(noon + 4)].Sum();
        Assert.AreEqual(expected, carpet[0, 12], 1e-12); // the same sums: only rounding may part them
        Assert.IsTrue(double.IsNaN(carpet[1, 2])); // 30 March, 02:00
        Assert.IsTrue(carpet.HasGap);
        Assert.IsTrue(double.IsFinite(carpet[2, 2]));
    }

    [TestMethod]
    public void The_fonts_that_sheets_are_set_in_have_the_signs_that_units_need()
    {
        Assert.IsTrue(PlotFont.Regular.ContainsGlyphs("°C m³/s € Δ ₂ ² · ’ ü"));
        Assert.AreEqual("Inter", PlotFont.Regular.FamilyName);
        Assert.IsGreaterThan(PlotFont.Regular.FontWeight, PlotFont.SemiBold.FontWeight);
    }

    private static Drawing Draw(TemporaryFolder folder, SyntheticRun run)
    {
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            run.Play(rows, null, CancellationToken.None);
        }

        SummaryFile.Write(folder.Path, run.Header, SyntheticRun.KeyFigures);
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
