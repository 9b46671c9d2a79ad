using Twin.Cli.Input;

namespace Twin.Tests.Input;

[TestClass]
public sealed class LoopCheckTests
{
    private static IReadOnlyList<Fault> Read(params string[] sets) =>
        ScenarioReader.Read(ShippedScenarioTests.Folder("first_day"), ReadOptions.None with { Sets = sets }).Faults;

    [TestMethod]
    public void A_river_that_would_leave_warmer_than_the_loop_is_a_fault()
    {
        Fault fault = Read("river_exchangers.river.rise=10 K").Single(); // 8 K of the loop and 2 K of approach
        Assert.AreEqual(("IT0405", "river_exchangers.river.rise"), (fault.Code, fault.Path));
        Assert.IsEmpty(Read("river_exchangers.river.rise=9.9 K"));
    }

    [TestMethod]
    public void Loop_water_that_would_leave_a_coolant_unit_warmer_than_the_coolant_is_a_fault()
    {
        Fault fault = Read("halls.liquid_hall.liquid.coolant_rise=7 K").Single(); // 10 K of the loop, 3 K of approach
        Assert.AreEqual(("IT0405", "halls.liquid_hall.liquid.coolant_rise"), (fault.Code, fault.Path));
        Assert.AreEqual("loops.warm.design_rise", Read("loops.warm.design_rise=13 K").Single().Path);
        Assert.IsEmpty(Read("halls.liquid_hall.liquid.coolant_rise=7.1 K"));
    }

    [TestMethod]
    public void An_approach_beyond_the_loops_supply_is_a_fault() =>
        Assert.Contains(
            "river_exchangers.river.approach", Read("river_exchangers.river.approach=20 K").Select(fault => fault.Path).ToArray());

    [TestMethod]
    public void A_condenser_on_the_dry_cooler_of_another_loop_is_a_fault() =>
        Assert.AreEqual(
            ("IT0401", "chillers.chiller.condenser"),
            Read("chillers.chiller.condenser=warm_cooler").Select(fault => (fault.Code, fault.Path)).Single());
}
