using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Cli.Output.Reports;
using Twin.Tests.Documents;
using Twin.Tests.Output;

namespace Twin.Tests.Reports;

/// <summary>The lists as they lie in the folder of a report: every number there is computed a second time from the rows of the run.</summary>
[TestClass]
public sealed class ListTests
{
    private static readonly string[] Lists = ["eu-2024-1364", "eu-2026-draft", "enefg-annex3", "heat-platform"];

    [TestMethod]
    [DataRow("munich")]
    [DataRow("island_noon")]
    public void Every_number_of_every_list_is_what_sums_over_the_rows_say(string scenario)
    {
        ReportSubject subject = FigureTests.Read(scenario, 2025, []);
        IReadOnlyDictionary<string, double?> figures = FigureTests.Independent(scenario, 2025, [], subject).All();
        using var folder = Written(scenario);
        int compared = 0;
        foreach (string list in Lists)
        {
            foreach (Dictionary<string, string> row in Rows(folder.Of(list + ".csv")))
            {
                bool isNumber = double.TryParse(row["value"], NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
                if (!isNumber || row["quality"] == "stated")
                {
                    continue;
                }

                Assert.IsTrue(ListNumbers.Known.TryGetValue((list, row["field"]), out var expected), $"{list} {row["field"]} is not computed here");
                Assert.IsTrue(
                    FigureTests.Same(expected(figures), number), $"{list} {row["field"]}: {expected(figures)} here, {number} in the list");
                compared++;
            }
        }

        Assert.IsGreaterThan(50, compared); // a plant without river and heat network has fewer
    }

    [TestMethod]
    public void CSV_and_JSON_of_a_list_hold_the_same_fields_in_the_same_order()
    {
        using var folder = Written("munich");
        foreach (string list in Lists)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(folder.Of(list + ".json")));
            JsonElement[] fields = [.. json.RootElement.GetProperty("centres")[0].GetProperty("fields").EnumerateArray()];
            Dictionary<string, string>[] rows = [.. Rows(folder.Of(list + ".csv"))];
            Assert.HasCount(rows.Length, fields);
            for (int i = 0; i < rows.Length; i++)
            {
                Assert.AreEqual(rows[i]["field"], fields[i].GetProperty("field").GetString());
                Assert.AreEqual(rows[i]["quality"], fields[i].GetProperty("quality").GetString());
                JsonElement value = fields[i].GetProperty("value");
                string told = value.ValueKind switch
                {
                    JsonValueKind.Null => "not provided",
                    JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
                    _ => value.GetString()!,
                };
                Assert.AreEqual(rows[i]["value"], told, rows[i]["field"]);
            }
        }
    }

    [TestMethod]
    public void Every_source_is_a_column_of_some_plant_or_a_key_of_a_scenario()
    {
        string columns = Page.Read("docs/columns.md");
        using var folder = Written("munich");
        string[] files = [.. Lists.Select(list => list + ".csv"), "key-figures.csv", "ghg.csv"];
        foreach (string source in files.SelectMany(file => Rows(folder.Of(file))).SelectMany(row => row["sources"].Split("; ")).Distinct())
        {
            string pattern = System.Text.RegularExpressions.Regex.Escape($"`{source}`").Replace("\\*", "<\\w+>", StringComparison.Ordinal);
            bool isColumn = System.Text.RegularExpressions.Regex.IsMatch(columns, pattern);
            Assert.IsTrue(source.Length == 0 || isColumn || Keys.Find(source.Split('.'), out _, out _) is not null, source);
        }
    }

    [TestMethod]
    public void Tenants_of_the_file_are_the_centre_of_the_list()
    {
        using var folder = Written("munich");
        Dictionary<string, string>[] rows = [.. Rows(folder.Of("tenants.csv"))];
        double Number(Dictionary<string, string> row) => double.Parse(row["energy_kwh"], CultureInfo.InvariantCulture);
        string total = Rows(folder.Of("enefg-annex3.csv")).Concat(Rows(folder.Of("eu-2024-1364.csv"))).First(row => row["symbol"] == "E_DC")["value"];
        Assert.IsTrue(FigureTests.Same(double.Parse(total, CultureInfo.InvariantCulture), Number(rows[^1])), "the whole");
        Assert.IsTrue(FigureTests.Same(Number(rows[^1]), rows[..^1].Sum(Number)), "the parts");
    }

    [TestMethod]
    public void Words_that_a_spreadsheet_would_compute_and_a_browser_would_run_stay_words()
    {
        string[] sets = ["centre.name=\"=cmd|' /C calc'!A0\"", "centre.owner.name=\"<script>alert(1)</script>\"", "label=\"+1 & <b>\""];
        using var folder = new TemporaryFolder();
        (int status, string _, string messages) =
            FinishedRuns.Call("report", FinishedRuns.Of("first_day", sets), "--out", folder.Path);
        Assert.AreEqual(ExitStatus.Done, status, messages);
        Assert.Contains("\"'=cmd|' /C calc'!A0\"".Trim('"'), File.ReadAllText(folder.Of("eu-2024-1364.csv")));
        foreach (string file in Directory.EnumerateFiles(folder.Path, "*.csv"))
        {
            foreach (string cell in Rows(file).SelectMany(row => row.Values))
            {
                bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
                Assert.IsFalse(!isNumber && cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal), $"{file}: {cell}");
            }
        }

        string page = File.ReadAllText(folder.Of("report.html"));
        Assert.DoesNotContain("<script>alert", page);
        Assert.Contains("&lt;script&gt;alert(1)", page);
    }

    [TestMethod]
    public void A_wrong_word_is_told_with_the_nearest_that_is_known_and_nothing_is_written()
    {
        string run = FinishedRuns.Of("first_day");
        using var folder = new TemporaryFolder();
        foreach ((string[] args, string told) in new (string[], string)[]
        {
            (["--kind", "heat-platfrom"], "did you mean heat-platform?"),
            (["--lang", "fr"], "there is no language 'fr'"),
            (["--lang", "en,de"], "a report has one language"),
            (["--year", "25"], "'25' is no calendar year such as 2027"),
        })
        {
            (int status, string data, string messages) = FinishedRuns.Call(["report", run, "--out", folder.Of("out"), .. args]);
            Assert.AreEqual(ExitStatus.Usage, status);
            Assert.AreEqual(string.Empty, data);
            Assert.Contains(told, messages);
        }

        (int wrongYear, _, string says) = FinishedRuns.Call("report", run, "--year", "2031", "--out", folder.Of("out"));
        Assert.AreEqual(ExitStatus.InvalidScenario, wrongYear);
        Assert.Contains("the run covers 2025, not 2031", says);
        (int twice, _, string tells) = FinishedRuns.Call("report", run, run, "--out", folder.Of("out"));
        Assert.AreEqual(ExitStatus.Usage, twice);
        Assert.Contains("is named twice; its energy would count twice", tells);
        (int noRun, _, string said) = FinishedRuns.Call("report", Path.GetDirectoryName(run)!, "--out", folder.Of("out"));
        Assert.AreEqual(ExitStatus.InvalidScenario, noRun);
        Assert.Contains("did you mean", said);
        Assert.IsEmpty(folder.Entries());
    }

    [TestMethod]
    public void A_run_whose_files_were_changed_is_not_reported()
    {
        using var folder = new TemporaryFolder();
        string copy = folder.Of("changed");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(FinishedRuns.Of("first_day")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        File.AppendAllText(Path.Combine(copy, "violations.csv"), "river.permit,,,,,,,,,\n");
        (int status, _, string messages) = FinishedRuns.Call("report", copy);
        Assert.AreEqual(ExitStatus.InvalidScenario, status);
        Assert.Contains("its files are not the ones manifest.json names", messages);
        Assert.IsFalse(Directory.Exists(Path.Combine(copy, "report")));
    }

    [TestMethod]
    public void Both_languages_have_the_same_texts_with_the_same_places()
    {
        ReportTexts english = ReportTexts.Of("en"), german = ReportTexts.Of("de");
        CollectionAssert.AreEqual(english.Keys.ToArray(), german.Keys.ToArray());
        foreach (string key in english.Keys)
        {
            CollectionAssert.AreEquivalent(Places(english[key]), Places(german[key]), key);
        }

        static string[] Places(string text) =>
            [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\d+\}").Select(match => match.Value).Distinct()];
    }

    [TestMethod]
    public void Every_figure_has_a_name_and_a_formula_in_both_languages()
    {
        foreach (string language in ReportTexts.Languages)
        {
            ReportTexts texts = ReportTexts.Of(language);
            foreach (string name in FigureTests.Read("munich", 2025, []).Year.Figures.Keys)
            {
                Assert.IsTrue(texts.Has(ReportWords.FigureKey(name, "name")) && texts.Has(ReportWords.FigureKey(name, "formula")), name);
            }
        }
    }

    private static TemporaryFolder Written(string scenario)
    {
        var folder = new TemporaryFolder();
        (int status, _, string messages) = FinishedRuns.Call("report", FinishedRuns.Of(scenario), "--out", folder.Path);
        Assert.AreEqual(ExitStatus.Done, status, messages);
        return folder;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using CsvReader csv = CsvReader.FromFile(file);
        List<string> names = [.. csv.Headers];
        while (csv.Read())
        {
            yield return names.Select((name, i) => (name, Cell: csv.GetString(i)))
                .ToDictionary(cell => cell.name, cell => cell.Cell, StringComparer.Ordinal);
        }
    }
}
