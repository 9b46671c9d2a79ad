using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Input;

namespace Twin.Tests.Commands;

[TestClass]
public class CatalogVerbTests
{
    [TestMethod]
    public void Without_a_kind_all_kinds_are_listed_with_their_counts()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("catalog"));
        string[] lines = Lines(shell.Data);
        Assert.HasCount(1 + Catalogue.Kinds.Count, lines);
        Assert.IsTrue(lines.Any(line => line.StartsWith("permits ", StringComparison.Ordinal)
            && line.Contains(" 7 ", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Every_kind_is_a_table_with_units_and_confidence()
    {
        using var shell = new Shell();
        foreach (string kind in CatalogVerb.KindNames)
        {
            Assert.AreEqual(ExitStatus.Done, shell.Call("catalog", kind));
            string[] lines = Lines(shell.Data);
            Assert.HasCount(1 + CatalogVerb.EntryNames(kind).Count(), lines);
            Assert.EndsWith("confidence", lines[0]);
            Assert.IsTrue(lines.All(line => line.Length <= 140), kind); // wider than that, terminals break lines
        }
    }

    [TestMethod]
    public void An_entry_has_all_its_values_its_source_and_remarks()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("catalog", "permits", "sa-hr"));
        Assert.Contains("21.5 degC", shell.Data);
        Assert.Contains("published", shell.Data);
        Assert.Contains("OGewV 2016", shell.Data);
        Assert.Contains("not used: the summer value holds all year", shell.Data);
        Assert.AreEqual(ExitStatus.Done, shell.Call("catalog", "dry-coolers", "dry-cooler-1mw")); // a hyphen is as good
        Assert.Contains("40 kW", shell.Data);
    }

    [TestMethod]
    public void Json_carries_the_same_for_programs()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("catalog", "--json"));
        Assert.AreEqual("servers", JsonDocument.Parse(shell.Data).RootElement[0].GetProperty("kind").GetString());
        Assert.AreEqual(ExitStatus.Done, shell.Call("catalog", "psus", "--json"));
        Assert.AreEqual(3, JsonDocument.Parse(shell.Data).RootElement.GetArrayLength());
        Assert.AreEqual(ExitStatus.Done, shell.Call("catalog", "psus", "ruby", "--json"));
        JsonElement ruby = JsonDocument.Parse(shell.Data).RootElement;
        Assert.AreEqual("96.5 %", ruby.GetProperty("efficiencies")[3].GetString());
        Assert.AreEqual("published", ruby.GetProperty("confidence").GetString());
    }

    [TestMethod]
    [DataRow("dry_cooler", "dry_coolers")]
    [DataRow("servers dgx-b20", "dgx-b200")]
    public void A_slip_is_answered_with_the_nearest_name_and_status_2(string words, string nearest)
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Usage, shell.Call(["catalog", .. words.Split(' ')]));
        Assert.Contains($"Did you mean {nearest}?", shell.Messages);
        Assert.AreEqual(string.Empty, shell.Data);
    }

    private static string[] Lines(string text) => text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
