using SkiaSharp;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;

namespace Twin.Tests.Output;

[TestClass]
public class SheetTests
{
    private static readonly string[] All = ["heat_export.png", "monthly_energy.png", "power_stack.png", "river.png"];

    [TestMethod]
    public void Each_sheet_of_a_year_has_the_right_size_and_ink_in_its_title_subtitle_axis_and_labels()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<string> leftOut = Draw(folder, new SyntheticRun(new DateOnly(2025, 1, 1), days: 365));
        Assert.IsEmpty(leftOut);
        CollectionAssert.AreEqual(All, Directory.GetFiles(folder.Of("plots")).Select(Path.GetFileName).Order().ToArray());
        foreach (string file in All)
        {
            using SKBitmap sheet = SKBitmap.Decode(folder.Of("plots", file));
            Assert.AreEqual((1600, 900), (sheet.Width, sheet.Height), file);
            Assert.IsGreaterThan(1500, DarkPixels(sheet, new SKRectI(40, 36, 1560, 76)), file + ": title");
            Assert.IsGreaterThan(400, DarkPixels(sheet, new SKRectI(40, 84, 1560, 108)), file + ": subtitle");
            Assert.IsGreaterThan(100, DarkPixels(sheet, new SKRectI(40, 808, 1290, 834)), file + ": names of the months");
            Assert.IsGreaterThan(100, DarkPixels(sheet, new SKRectI(1285, 128, 1580, 840)), file + ": labels");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(10)]
    [DataRow(800)]
    public void Runs_from_a_day_to_years_can_be_drawn(int days)
    {
        using var folder = new TemporaryFolder();
        Assert.IsEmpty(Draw(folder, new SyntheticRun(new DateOnly(2025, 3, 29), days)));
    }

    [TestMethod]
    public void A_plant_without_a_river_has_no_river_sheet()
    {
        using var folder = new TemporaryFolder();
        var run = new SyntheticRun(new DateOnly(2025, 6, 12), days: 1, hasRiver: false);
        CollectionAssert.AreEqual(new[] { "river.png" }, Draw(folder, run).ToArray());
        Assert.IsFalse(File.Exists(folder.Of("plots", "river.png")));
    }

    [TestMethod]
    public void The_same_files_give_the_same_pictures()
    {
        using var folder = new TemporaryFolder();
        Draw(folder, new SyntheticRun(new DateOnly(2025, 6, 12), days: 1));
        byte[] first = File.ReadAllBytes(folder.Of("plots", "power_stack.png"));
        Sheets.DrawAll(folder.Path, CancellationToken.None);
        CollectionAssert.AreEqual(first, File.ReadAllBytes(folder.Of("plots", "power_stack.png")));
    }

    [TestMethod]
    public void The_fonts_that_sheets_are_set_in_have_the_signs_that_units_need()
    {
        Assert.IsTrue(PlotFont.Regular.ContainsGlyphs("°C m³/s € Δ ₂ ² · ’ ü"));
        Assert.AreEqual("Inter", PlotFont.Regular.FamilyName);
        Assert.IsGreaterThan(PlotFont.Regular.FontWeight, PlotFont.SemiBold.FontWeight);
    }

    private static IReadOnlyList<string> Draw(TemporaryFolder folder, SyntheticRun run)
    {
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            run.Play(rows, null, CancellationToken.None);
        }

        SummaryFile.Write(folder.Path, run.Header, SyntheticRun.KeyFigures);
        return Sheets.DrawAll(folder.Path, CancellationToken.None);
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
