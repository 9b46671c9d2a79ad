using Twin.Cli.Input;

namespace Twin.Tests.Input;

[TestClass]
public sealed class PermitNotesTests
{
    [TestMethod]
    [DataRow("intake: 1 m3/s")]
    [DataRow("intake: 1 m3/s, river_temperature: 21.5 degC")]
    [DataRow("intake: 1 m3/s, river_temperature: 25 degC, mixed_temperature: 25 degC")]
    [DataRow("region: mp, intake: 1 m3/s")]
    [DataRow("region: sa-hr, intake: 1 m3/s, mixed_rise: 1 K, river_temperature: 20 degC, mixed_temperature: 21 degC")]
    public void A_permit_whose_limits_go_together_has_no_note(string permit) => Assert.IsEmpty(Notes(permit));

    [TestMethod]
    public void A_mixed_limit_below_that_of_the_river_upstream_is_noted_and_called_a_default_if_it_is_one()
    {
        Assert.AreEqual(
            "river.permit.mixed_temperature, 25 degC (the default), lies below river_temperature, 28 degC: "
                + "no heat may be added from the lower one on",
            Notes("intake: 1 m3/s, river_temperature: 28 degC").Single());
        Assert.Contains("24 degC, lies below", Notes("intake: 1 m3/s, river_temperature: 28 degC, mixed_temperature: 24 degC").Single());
    }

    [TestMethod]
    public void What_is_laxer_than_the_region_that_the_permit_names_is_noted()
    {
        string[] notes =
            [.. Notes("region: sa-hr, intake: 1 m3/s, mixed_temperature: 25 degC, river_temperature: unlimited, mixed_rise: 3 K")];
        string[] expected =
        [
            "river.permit.river_temperature, unlimited, is laxer than the 21.5 degC of region sa-hr",
            "river.permit.mixed_temperature, 25 degC, is laxer than the 21.5 degC of region sa-hr",
            "river.permit.mixed_rise, 3 K, is laxer than the 1.5 K of region sa-hr",
        ];
        CollectionAssert.AreEqual(expected, notes);
    }

    [TestMethod]
    public void A_phase_that_changes_the_permit_is_looked_at_too() => Assert.Contains(
        "lies below",
        Notes("intake: 1 m3/s", "phases: [ { from: 2025-01-02, set: { river.permit.river_temperature: 27 degC } } ]\n").Single());

    private static IReadOnlyList<string> Notes(string permit, string more = "")
    {
        ReadResult read = ScenarioFolder.ReadText(
            ScenarioFolder.Smallest.Replace("end: 2025-01-02T00:00Z", "end: 2025-01-03T00:00Z", StringComparison.Ordinal)
                + $"river: {{ temperature: 12 degC, discharge: 25 m3/s, permit: {{ {permit} }} }}\n{more}");
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return read.Notes;
    }
}
