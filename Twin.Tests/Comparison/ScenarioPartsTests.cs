using Twin.Cli.Input;
using Twin.Cli.Input.Comparison;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Comparison;

[TestClass]
public class ScenarioPartsTests
{
    private static readonly string[] Changes =
        ["grid.price=120 EUR/MWh", "halls.air_hall.racks.count=8", "river.permit.river_temperature=19 degC", "river.discharge=3 m3/s"];

    [TestMethod]
    public void Parts_stand_in_the_order_of_the_sections_whatever_was_written_first()
    {
        var parts = Between(Read(), Read(Changes));
        CollectionAssert.AreEqual(new[] { "river", "river.permit", "halls.air_hall", "grid" }, parts.Names.ToArray());
        var reversed = Between(Read(), Read([.. Changes.Reverse()]));
        CollectionAssert.AreEqual(parts.Names.ToArray(), reversed.Names.ToArray());
    }

    [TestMethod]
    public void A_value_lies_in_the_innermost_part()
    {
        var parts = Between(Read(), Read(Changes));
        Assert.AreEqual("river.permit", parts.PartOf("river.permit.river_temperature"));
        Assert.AreEqual("river", parts.PartOf("river.discharge"));
        Assert.IsNull(parts.PartOf("halls.liquid_hall.racks.count")); // that hall does not differ
    }

    [TestMethod]
    public void With_all_parts_switched_the_scenario_is_the_other_and_with_none_it_is_itself()
    {
        ReadResult first = Read(), second = Read(Changes);
        var parts = Between(first, second);
        Assert.AreEqual(first.Resolved(withOrigins: false), Resolved(parts, first));
        Assert.AreEqual(second.Resolved(withOrigins: false), Resolved(parts, first, [.. parts.Names]));
    }

    [TestMethod]
    public void A_part_that_is_switched_alone_brings_its_values_and_no_others()
    {
        ReadResult first = Read();
        string mixed = Resolved(Between(first, Read(Changes)), first, "halls.air_hall");
        Assert.AreEqual(Read("halls.air_hall.racks.count=8").Resolved(withOrigins: false), mixed);
    }

    [TestMethod]
    [DataRow("~battery", "battery")]
    [DataRow("~district_heat.tank", "district_heat.tank")]
    [DataRow("~contracts", "contracts.hydro")]
    public void What_only_one_scenario_has_comes_and_goes_with_its_part(string taken, string part)
    {
        ReadResult with = Read(), without = Read(taken);
        ScenarioParts goes = Between(with, without), comes = Between(without, with);
        CollectionAssert.AreEqual(new[] { part }, goes.Names.ToArray());
        CollectionAssert.AreEqual(new[] { part }, comes.Names.ToArray());
        Assert.AreEqual(without.Resolved(withOrigins: false), Resolved(goes, with, part));
        Assert.AreEqual(with.Resolved(withOrigins: false), Resolved(comes, without, part));
    }

    [TestMethod]
    public void Name_label_and_what_only_a_report_reads_are_no_parts() =>
        Assert.IsEmpty(Between(Read(), Read("name=other", "label=Another day", "centre={ name: River centre }")).Names);

    [TestMethod]
    public void A_server_that_both_have_is_a_part_and_one_that_only_one_names_comes_with_its_hall()
    {
        CollectionAssert.AreEqual(
            new[] { "servers.pod-node" }, Between(Read(), Read("servers.pod-node.idle=30 %")).Names.ToArray());
        ReadResult first = Read(), second = Read("halls.air_hall.racks.server=dgx-b200");
        var parts = Between(first, second);
        CollectionAssert.AreEqual(new[] { "halls.air_hall" }, parts.Names.ToArray());
        ReadResult mixed = Resolve(parts, first, "halls.air_hall");
        Assert.IsEmpty(mixed.Faults, FaultText.Write(mixed.Faults));
    }

    private static ReadResult Read(params string[] sets)
    {
        ReadResult read = ScenarioReader.Read(TestRun.Folder("first_day"), ReadOptions.None with { Sets = sets });
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return read;
    }

    private static ScenarioParts Between(ReadResult first, ReadResult second) => new(
        ScenarioParts.WrittenOut(first), ScenarioParts.WrittenOut(second), path => path);

    private static ReadResult Resolve(ScenarioParts parts, ReadResult first, params string[] switched) => ScenarioReader.Resolve(
        parts.Switched(switched.ToHashSet(StringComparer.Ordinal)),
        first.BaseFolder,
        new ScenarioFiles(first.BaseFolder),
        new FaultList());

    private static string Resolved(ScenarioParts parts, ReadResult first, params string[] switched)
    {
        ReadResult read = Resolve(parts, first, switched);
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return read.Resolved(withOrigins: false);
    }
}
