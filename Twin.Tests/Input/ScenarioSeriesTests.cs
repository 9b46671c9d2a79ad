using Twin.Cli.Input;

namespace Twin.Tests.Input;

/// <summary>Series as a scenario names them: units, offsets, faults of their files.</summary>
[TestClass]
public sealed class ScenarioSeriesTests
{
    private const long BeginUnixS = 1_735_689_600; // 2025-01-01T00:00Z

    [TestMethod]
    public void A_column_comes_in_the_inside_unit_with_factor_and_offset()
    {
        ReadResult result = Read("{ file: air.csv, column: t, unit: degF, offset: 2 K, factor: 0.5 }", LayersTests.Hours("t", _ => "50"));
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        double[] means = new double[1];
        result.Scenario!.Surroundings.AirTemperatureC.FillMeans(BeginUnixS, 3600, means);
        Assert.AreEqual(7.0, means[0], 1e-12); // 50 degF = 10 degC; half of it plus 2 K; rounding only
    }

    [TestMethod]
    public void A_constant_needs_no_file()
    {
        ReadResult result = Read("12.5 degC", "");
        double[] means = new double[2];
        result.Scenario!.Surroundings.AirTemperatureC.FillMeans(BeginUnixS, 3600, means);
        CollectionAssert.AreEqual((double[])[12.5, 12.5], means);
    }

    [TestMethod]
    public void A_header_may_carry_the_unit() =>
        Assert.IsEmpty(Read("{ file: air.csv, column: t }", LayersTests.Hours("t [degC]", _ => "10")).Faults);

    [TestMethod]
    [DataRow("{ file: none.csv, column: t, unit: degC }", "IT0301", "scenario.yaml", DisplayName = "missing file")]
    [DataRow("{ file: air.csv, column: u, unit: degC }", "IT0302", "scenario.yaml", DisplayName = "missing column")]
    [DataRow("{ file: air.csv, column: t }", "IT0201", "scenario.yaml", DisplayName = "missing unit")]
    [DataRow("{ file: air.csv, column: t, unit: K }", "IT0202", "scenario.yaml", DisplayName = "wrong dimension")]
    [DataRow("{ file: air.csv, column: t, unit: Celsius }", "IT0203", "scenario.yaml", DisplayName = "unknown unit")]
    [DataRow("{ file: air.csv, column: t, unit: degC, offset: 1 degC }", "IT0202", "scenario.yaml", DisplayName = "offset in degC")]
    [DataRow("{ file: air.csv, column: t, unit: degC, sha256: 00ff }", "IT0310", "scenario.yaml", DisplayName = "other file than pinned")]
    [DataRow("{ file: air.csv, column: t, unit: degC, colum: x }", "IT0104", "scenario.yaml", DisplayName = "unknown key")]
    [DataRow("{ file: air.csv, unit: degC }", "IT0302", "scenario.yaml", DisplayName = "no column")]
    [DataRow("{ file: air.csv, column: t, unit: degC, fill: {} }", "IT0105", "scenario.yaml", DisplayName = "empty fill")]
    [DataRow("{ file: air.csv, column: t, unit: degC, zone: Europe/Munchen }", "IT0206", "scenario.yaml", DisplayName = "unknown zone")]
    [DataRow("{ file: ../air.csv, column: t, unit: degC }", "IT0110", "scenario.yaml", DisplayName = "file outside")]
    public void A_series_that_cannot_be_had_is_a_fault(string series, string code, string file)
    {
        Fault fault = Read(series, LayersTests.Hours("t", _ => "10")).Faults.Single();
        Assert.AreEqual((code, file, 5), (fault.Code, fault.Place.File, fault.Place.Line));
    }

    [TestMethod]
    public void Values_that_an_offset_makes_hotter_than_any_air_are_told_in_the_file()
    {
        Fault[] faults = [.. Read("{ file: air.csv, column: t, unit: degC, offset: 300 K }", LayersTests.Hours("t", _ => "10")).Faults];
        Assert.AreEqual(("IT0205", "air.csv", 2), (faults[0].Code, Path.GetFileName(faults[0].Place.File), faults[0].Place.Line));
        StringAssert.Contains(faults[0].Found, "310", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_gap_that_nobody_declared_is_a_fault_in_the_file_and_a_declared_one_is_not()
    {
        string gap = LayersTests.Hours("t", hour => hour is 5 or 6 ? "" : "10");
        Fault fault = Read("{ file: air.csv, column: t, unit: degC }", gap).Faults.Single();
        Assert.AreEqual(("IT0307", 6), (fault.Code, fault.Place.Line)); // the last row before the gap
        Assert.IsEmpty(Read("{ file: air.csv, column: t, unit: degC, fill: { linear: 3 h } }", gap).Faults);
    }

    private static ReadResult Read(string airTemperature, string csv)
    {
        string weather = $"{{ air_temperature: {airTemperature} }}";
        string text = ScenarioFolder.Smallest.Replace("{ synthetic: munich }", weather, StringComparison.Ordinal);
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", text).With("air.csv", csv);
        return folder.Read();
    }
}
