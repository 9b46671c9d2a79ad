using Twin.Cli.Input;
using Twin.Core.Plant;
using Twin.Core.Scenarios;

namespace Twin.Tests.Input;

[TestClass]
public sealed class ShippedScenarioTests
{
    [TestMethod]
    [DataRow("munich")]
    [DataRow("first_day")]
    public void A_shipped_scenario_reads_without_a_fault(string name)
    {
        ReadResult result = ScenarioReader.Read(Folder(name), ReadOptions.None);
        Assert.AreEqual("0 faults; nothing was run.\n", FaultText.Write(result.Faults));
        Assert.AreEqual(name, result.Scenario!.Name);
    }

    [TestMethod]
    [DataRow("munich")]
    [DataRow("first_day")]
    [DataRow("growth")]
    [DataRow("munich_liquid")]
    public void A_resolved_scenario_reads_back_to_the_same_text(string name)
    {
        ReadResult first = ScenarioReader.Read(Folder(name), ReadOptions.None);
        foreach (bool withOrigins in (bool[])[false, true])
        {
            using ScenarioFolder copy = new ScenarioFolder().With("scenario.resolved.yaml", first.Resolved(withOrigins));
            ReadResult second = copy.Read(ReadOptions.None with { BaseFolder = first.BaseFolder }, "scenario.resolved.yaml");
            Assert.AreEqual("0 faults; nothing was run.\n", FaultText.Write(second.Faults));
            Assert.AreEqual(first.Resolved(withOrigins: false), second.Resolved(withOrigins: false));
        }
    }

    [TestMethod]
    public void Munich_arrives_in_the_plant_as_it_is_written()
    {
        Scenario munich = ScenarioReader.Read(Folder("munich"), ReadOptions.None).Scenario!;
        PlantDesign plant = munich.Plant;
        Assert.AreEqual(365 * 288, munich.Clock.Count); // a year of steps of five minutes
        Assert.AreEqual(900, munich.OutputS);
        CollectionAssert.AreEqual((string[])["batch", "inference", "training"], plant.Halls.Select(hall => hall.Name).ToArray());
        Assert.AreEqual(10_000, plant.Halls.Sum(hall => hall.Gpus)); // 3200 + 3600 + 3200
        Assert.AreEqual(0.6, plant.Permit!.IntakeM3PerS);
        var closed = new DateTimeOffset(2025, 11, 3, 0, 0, 0, TimeSpan.FromHours(1)); // midnight in Munich
        Assert.AreEqual(closed.ToUnixTimeSeconds(), plant.Permit.Closed[0].FromUnixS);
        Assert.AreEqual(2_790.0, plant.Transformers!.NoLoadLossW); // 2500 kVA dry, Regulation (EU) 548/2014, table I.2
        CollectionAssert.AreEqual((double[])[1e6, 3e6], plant.HeatPumps[0].UnitsW.ToArray());
        CollectionAssert.AreEqual((string[])["heat_pump", "river", "dry_cooler", "chiller"], plant.Loops[0].Sinks.ToArray());
        Assert.AreEqual(14_300.0, plant.Halls[2].Server.RatedPowerW);
        Assert.IsTrue(plant.Halls[0].Workload.Deferrable);
    }

    [TestMethod]
    public void The_demand_of_the_normal_year_adds_up_to_the_annual_heat()
    {
        Scenario munich = ScenarioReader.Read(Folder("munich"), ReadOptions.None).Scenario!;
        var demand = munich.Plant.DistrictHeat!.Demand;
        double kelvinSeconds = Core.Climate.NormalYear.HeatingKelvinSeconds(Climate.Places.Normals("munich"), demand.HeatingLimitC);
        double yearJ = demand.HotWaterW * Core.Climate.NormalYear.LengthS + demand.HeatingWPerK * kelvinSeconds;
        Assert.AreEqual(13e9 * 3600.0, yearJ, 13e9 * 3600.0 * 1e-12); // rounding only
    }

    internal static string Folder(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "IndustrialTwin.sln")))
            {
                return Path.Combine(at.FullName, "scenarios", name);
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
