using System.Text;
using Twin.Cli.Input;

namespace Twin.Tests.Input;

/// <summary>Whatever a file holds, the answer is a scenario or a list of faults, and soon.</summary>
[TestClass]
public sealed class HostileInputTests
{
    private static readonly string[] Bits =
    [
        "", " ", "\n", "- ", ": ", "[", "]", "{", "}", ",", "\"", "'", "#", "&a ", "*a ", "!t ", "|", ">", "%", "@", "`", "? ", "~",
        "null", "-1",
        "1e999",
        ".nan", "5 K", "\t", "---\n", "...\n", "name: x", "\u0000", "\u202e", "é", "[]", "{}", "unlimited", "auto", "<<: {}", "x.y", "\r",
    ];

    [TestMethod]
    [Timeout(Patience.HangMs)]
    public void No_mutation_of_a_scenario_brings_the_reader_down()
    {
        string whole = File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder("first_day"), "scenario.yaml"));
        using ScenarioFolder folder = new();
        var random = new Random(20250614); // fixed: a failure must come back
        for (int i = 0; i < 800; i++)
        {
            string text = Mutated(whole, random);
            folder.With("scenario.yaml", text);
            ReadResult result = folder.Read();
            Assert.IsTrue(result.Scenario is null != result.Faults.Count is 0, text);
            bool areTold = result.Faults.All(fault => fault.Code.Length == 6 && fault.Place.File.Length > 0);
            Assert.IsTrue(areTold, FaultText.Write(result.Faults));
        }
    }

    [TestMethod]
    [DataRow("a: ", DisplayName = "nested keys")]
    [DataRow("&a ", DisplayName = "anchors")]
    [DataRow("!a ", DisplayName = "tags")]
    [DataRow("*a ", DisplayName = "aliases")]
    [DataRow("\"", DisplayName = "quotes")]
    [DataRow("a: 1\n", DisplayName = "one key again and again")]
    [DataRow("- a\n", DisplayName = "a long list")]
    [DataRow("%", DisplayName = "directives")]
    [DataRow("---\n", DisplayName = "documents")]
    [DataRow("#", DisplayName = "comments")]
    [DataRow("\t", DisplayName = "tabs")]
    [DataRow("[]", DisplayName = "empty lists")]
    [DataRow("{},", DisplayName = "empty mappings")]
    [DataRow("|\n", DisplayName = "blocks")]
    [Timeout(Patience.HangMs)]
    public void A_hundred_thousand_of_anything_is_answered(string part)
    {
        string text = new StringBuilder().Insert(0, part, 100_000).ToString();
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", text);
        IReadOnlyList<Fault> faults = folder.Read().Faults;
        Assert.IsNotEmpty(faults);
    }

    [TestMethod]
    public void Sixty_five_files_are_one_too_many()
    {
        using ScenarioFolder folder = new();
        for (int i = 0; i < 70; i++)
        {
            folder.With($"f{i}.yaml", $"label: file {i}\n");
        }

        string all = string.Join(", ", Enumerable.Range(0, 70).Select(i => $"f{i}.yaml"));
        folder.With("scenario.yaml", ScenarioFolder.Smallest + $"extends: [{all}]\n");
        IReadOnlyList<Fault> faults = folder.Read().Faults;
        Assert.IsTrue(faults.All(fault => fault.Code == "IT0107"), FaultText.Write(faults));
    }

    [TestMethod]
    public void A_text_with_anything_in_it_survives_the_resolved_file()
    {
        const string Label = "a \\\"b\\\" : # 'c' \\u00e9 \\U0001F30A \\e[0m \\t \\n {}[] &*!|>%@` \\\\ end ";
        string text = ScenarioFolder.Smallest + $"label: \"{Label}\"\n";
        ReadResult first = ScenarioFolder.ReadText(text);
        ReadResult second = ScenarioFolder.ReadText(first.Resolved(withOrigins: true));
        Assert.IsEmpty(second.Faults, FaultText.Write(second.Faults));
        Assert.AreEqual(first.Scenario!.Label, second.Scenario!.Label);
        Assert.AreEqual(first.Resolved(withOrigins: false), second.Resolved(withOrigins: false));
    }

    private static string Mutated(string whole, Random random)
    {
        var text = new StringBuilder(whole);
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(12), text.Length - at);
            string bit = random.Next(3) == 0
                ? whole.Substring(random.Next(whole.Length - 40), random.Next(40))
                : Bits[random.Next(Bits.Length)];
            text.Remove(at, length).Insert(at, bit);
        }

        return text.ToString();
    }
}
