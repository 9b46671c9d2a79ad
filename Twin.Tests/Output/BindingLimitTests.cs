using System.Xml.Linq;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;
using Twin.Core.Results;

namespace Twin.Tests.Output;

[TestClass]
public class BindingLimitTests
{
    [TestMethod]
    [DataRow("mixed_rise", "warming after mixing by 1 K")]
    [DataRow("intake", "intake of 50.0 l/s")]
    [DataRow("return_rise", "rise of the returned water by 5 K")]
    public void The_river_sheet_names_the_limit_that_binds_longest(string limit, string words)
    {
        string title = $"The permitted {words} binds for 36 h, 75 % of the time; the water body is too warm for 12 h";
        using var folder = new TemporaryFolder();
        Write(folder, $"river.limited_{limit}_fraction", everyS: 3600);
        Sheets.Draw(folder.Path, folder.Of("a"), ["river"], [PlotFormat.Svg], CancellationToken.None);
        string[] texts = [.. XDocument.Load(folder.Of("a", "river.svg")).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(text => text.Value.Trim())];
        Assert.Contains(title, string.Join(' ', texts)); // a long title takes two lines
        Assert.IsTrue(Array.Exists(
            texts, text => text.StartsWith("permit", StringComparison.Ordinal) && text.EndsWith(", 36 h", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Rows_longer_than_an_hour_have_no_carpet_and_it_is_said_why()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "it.power_w", everyS: 7200);
        RunSeries run = RunSeries.Read(folder.Path, [.. CarpetSheet.Pue.Columns]);
        StringAssert.Contains(CarpetSheet.Pue.WhyNot(run), "rows of the run are longer");
    }

    // Two days: the share is one in the first 36 hours, and the water is too warm in the last 12.
    private static void Write(TemporaryFolder folder, string share, int everyS)
    {
        RunHeader header = new SyntheticRun(new DateOnly(2025, 6, 12), days: 2).Header with
        {
            Limits = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["river.permit.river_temperature_c"] = 20,
                ["river.permit.intake_m3_s"] = 0.05,
                ["river.permit.mixed_rise_k"] = 1,
                ["river.permit.return_rise_k"] = 5,
            },
        };
        string[] names =
        [
            "river.temperature_c", "river.return_c", "river.withdrawn_m3_s", "river.mixed_rise_k", "river.mixed_rise_k_max",
            "river.return_rise_k_max", "river.above_limit_fraction", share, "site.power_w",
        ];
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            rows.Begin([.. names.Select(name => new Column(name, "1", Statistic.Mean, "One."))], everyS);
            for (int s = 0; s < 48 * 3600; s += everyS)
            {
                bool isBound = s < 36 * 3600;
                rows.Row(header.StartUnixS + s, [isBound ? 18 : 21, 23, 0.05, 1, 1, 5, isBound ? 0 : 1, isBound ? 1 : 0, 1]);
            }
        }

        SummaryFile.Write(folder.Path, header, SyntheticRun.KeyFigures);
    }
}
