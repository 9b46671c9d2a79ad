using System.Text.RegularExpressions;
using Twin.Cli.Output.Reports;
using Twin.Core.Rules;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Rules;

/// <summary>Every sentence that rules and fields use is there in both languages, and nothing else is.</summary>
[TestClass]
public sealed partial class RuleTextTests
{
    // Words that stand in English sentences of these texts and in no German one. "in", "an", "was", "die" are words of both.
    private static readonly string[] EnglishOnly =
    [
        "the", "of", "and", "is", "are", "not", "with", "without", "from", "after", "before", "which", "whether", "year", "heat", "water",
        "provided", "cooling", "energy", "average", "threshold", "limit", "share", "size", "class", "floor", "area", "power",
        "by", "to", "at", "for", "it", "no", "yes", "below", "above", "month", "site", "owner", "operator",
    ];

    // Names of things that people call so in German too.
    private static readonly string[] NamesInGerman = ["IT"];

    private static string[] Keys(string language) =>
        [.. ReportTexts.Of(language).Keys.Where(key => key.StartsWith("rules.", StringComparison.Ordinal)
            || key.StartsWith("fields.", StringComparison.Ordinal))];

    [TestMethod]
    public void Both_languages_have_the_same_texts() => CollectionAssert.AreEqual(Keys("en"), Keys("de"));

    [TestMethod]
    public void Both_languages_have_the_same_places()
    {
        var english = ReportTexts.Of("en");
        var german = ReportTexts.Of("de");
        foreach (string key in Keys("en"))
        {
            CollectionAssert.AreEqual(Places(english[key]), Places(german[key]), key);
        }
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void Every_text_that_the_sources_name_is_there(string language)
    {
        string[] named = Named();
        Assert.IsGreaterThan(100, named.Length);
        CollectionAssert.IsSubsetOf(named, Keys(language));
    }

    [TestMethod]
    public void Every_rule_has_a_title_and_says_what_it_asks_and_every_field_has_a_name_and_a_definition() =>
        CollectionAssert.IsSubsetOf(Required().Distinct(StringComparer.Ordinal).ToArray(), Keys("en"));

    [TestMethod]
    public void No_text_is_left_over()
    {
        string[] used = [.. Named(), .. Required()];
        string[] left = [.. Keys("en").Except(used, StringComparer.Ordinal)];
        Assert.IsEmpty(left, string.Join(' ', left));
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void Every_verdict_and_every_field_can_be_said_with_all_places_filled(string language)
    {
        var texts = ReportTexts.Of(language);
        CentreYear complete = CentreBuilder.Of(CentreBuilder.Complete);
        IEnumerable<CentreYear> sunny = new bool?[] { true, false, null }.Select(retired => CentreBuilder.Of(
            CentreBuilder.Complete with { OwnGuaranteesRetired = retired, IntakeSetpointC = null, ItPowerIsRated = retired },
            (FigureNames.OwnUsed, 1e6), (FigureNames.RenewableOwn, null), (FigureNames.Renewable, null), (FigureNames.Ref, null),
            (FigureNames.HeatPumpEnergy, 3e6), (FigureNames.CentreEnergyWithoutHeatPump, retired is true ? 67e6 : 70e6),
            (FigureNames.WasteHeatAir, retired is true ? null : 31.0), (FigureNames.WasteHeatWater, retired is false ? null : 42.0),
            (FigureNames.InstalledItPower, retired is null ? 99.0 : 600.0)) with { HasRiver = retired is true });
        IEnumerable<CentreYear> centres =
        [
            .. LegalCase.All.Select(c => c.Centre), .. sunny, complete with { IsWhole = false, IsComplete = false },
            complete with { IsWhole = false }, complete with { IsDesign = true }, CentreBuilder.Part(complete),
            CentreBuilder.Part(complete) with { HasRiver = false },
            CentreBuilder.Of(CentreBuilder.Complete, (FigureNames.WaterPotable, null), (FigureNames.RenewableGuarantees, 0.0)),
        ];
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (CentreYear centre in centres)
        {
            foreach (Remark remark in Remarks(centre))
            {
                int places = Places(texts[remark.Key]).Distinct().Count();
                Assert.AreEqual(places, remark.Data.Count, remark.Key);
                string sentence = texts.Say(remark);
                Assert.DoesNotContain("{", sentence, remark.Key);
                said.Add(remark.Key);
            }
        }

        string[] remarks = [.. Keys(language).Where(key => key.Contains(".reason.", StringComparison.Ordinal)
            || key.Contains(".note.", StringComparison.Ordinal))];
        Assert.IsEmpty(remarks.Except(said, StringComparer.Ordinal), "no case leads to: " + string.Join(' ', remarks.Except(said)));
    }

    [TestMethod]
    public void German_texts_have_no_english_rest()
    {
        var german = ReportTexts.Of("de");
        foreach (string key in Keys("de"))
        {
            string[] words = [.. Word().Matches(german[key]).Select(match => match.Value).Except(NamesInGerman, StringComparer.Ordinal)];
            string[] english = [.. words.Select(word => word.ToLowerInvariant()).Intersect(EnglishOnly)];
            Assert.IsEmpty(english, $"{key}: {german[key]}");
        }
    }

    [TestMethod]
    public void The_word_list_finds_english()
    {
        var english = ReportTexts.Of("en");
        int found = Keys("en").Count(
            key => Word().Matches(english[key]).Any(match => EnglishOnly.Contains(match.Value.ToLowerInvariant())));
        Assert.IsGreaterThan(Keys("en").Length / 2, found); // most sentences have at least one; names like "PUE" have none
    }

    [TestMethod]
    public void A_list_of_missing_fields_is_said_in_the_language_of_the_reader()
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete with { Postcode = null, DataStoredB = null });
        Verdict verdict = Regimes.Judge(centre).First(v => v.Rule == "enefg-13-report");
        Assert.AreEqual(
            "Nicht angegebene Felder: 2 von 28; die Meldung ist am 31. März des Folgejahres fällig. "
                + "Nicht angegeben: Postleitzahl, Gespeicherte Daten.",
            ReportTexts.Of("de").Say(verdict.Reason));
    }

    [TestMethod]
    public void A_share_is_said_in_percent_and_a_ratio_with_three_decimals()
    {
        Verdict[] verdicts = [.. Regimes.Judge(CentreBuilder.Of(CentreBuilder.Complete)).Where(v => v.Year == 2028)];
        var texts = ReportTexts.Of("en");
        Assert.AreEqual(
            "PUE: 1.160. The limit of 1.500 is kept.", texts.Say(verdicts.Single(v => v.Rule == "enefg-11-1-pue").Reason));
        Assert.AreEqual(
            "Renewable share (REF): 100 %. The 100 % asked for is reached.",
            texts.Say(verdicts.Single(v => v.Rule == "enefg-11-5-renewable").Reason));
    }

    private static IEnumerable<Remark> Remarks(CentreYear centre)
    {
        foreach (Verdict verdict in Regimes.Judge(centre))
        {
            yield return verdict.Reason;
            foreach (Remark note in verdict.Notes)
            {
                yield return note;
            }
        }

        foreach (FieldList list in FieldLists.Of(centre))
        {
            foreach (Remark note in list.Notes.Concat(list.Rows.Where(row => row.Note is not null).Select(row => row.Note!)))
            {
                yield return note;
            }
        }
    }

    private static IEnumerable<string> Required()
    {
        foreach (string rule in Regimes.Rules)
        {
            yield return $"rules.{rule}.title";
            yield return $"rules.{rule}.about";
        }

        foreach (FieldList list in FieldLists.Of(CentreBuilder.Of(CentreBuilder.Complete)))
        {
            yield return $"fields.{list.Id}.title";
            yield return $"fields.version.{list.Version}";
            foreach (FieldRow row in list.Rows)
            {
                yield return $"fields.{list.Id}.{row.Id}.name";
                yield return $"fields.{list.Id}.{row.Id}.definition";
            }
        }
    }

    // Keys stand in the sources as whole literals, but for the names of figures.
    private static string[] Named()
    {
        string folder = Path.GetFullPath(Path.Combine(TestRun.Folder("munich"), "..", "..", "Twin.Core", "Rules"));
        IEnumerable<string> literals = Directory.EnumerateFiles(folder, "*.cs")
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        return [.. literals.Concat(FiguresCompared.Select(figure => "rules.figure." + figure)).Distinct(StringComparer.Ordinal)];
    }

    private static string[] FiguresCompared =>
    [
        FigureNames.Pue, FigureNames.PueWithoutHeatPump, FigureNames.Erf, FigureNames.Ref, FigureNames.Cer, FigureNames.CfeScore,
        FigureNames.WuePotable, FigureNames.InstalledItPower, FigureNames.CentreEnergy, "gwp", FigureNames.RiverLargestMixedSummer,
        FigureNames.RiverLargestMixedWinter, FigureNames.RiverLargestRiseSummer, FigureNames.RiverLargestRiseWinter,
        FigureNames.RiverHoursByPlantSummer, FigureNames.RiverHoursByPlantWinter,
    ];

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("\"((?:rules|fields)\\.(?:reason|note|fact|word|due)\\.[a-z0-9-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
