using System.Globalization;
using CsCheck;
using Twin.Cli.Input;
using Twin.Core.Components.Compute;
using Twin.Core.Units;

namespace Twin.Tests.Components;

[TestClass]
public sealed class EfficiencyTests
{
    private const double Rounding = 1e-12; // relative: closed forms on both sides

    private static readonly EfficiencyCurve[] All =
        [Types.Psu("ruby"), Types.Titanium, Types.Psu("platinum"), Types.DoubleConversion, Types.Eco];

    public static IEnumerable<object[]> Curves => All.Select(c => new object[] { c.Name });

    /// <summary>Published class values: 80 PLUS Ruby as in the press of the programme, UPS classes as in the fact base.</summary>
    [TestMethod]
    [DataRow("ruby", 0.05, 0.900)]
    [DataRow("ruby", 0.20, 0.950)]
    [DataRow("ruby", 0.50, 0.965)]
    [DataRow("ruby", 1.00, 0.920)]
    [DataRow("titanium", 0.10, 0.90)]
    [DataRow("titanium", 0.50, 0.96)]
    [DataRow("titanium", 1.00, 0.91)]
    [DataRow("platinum", 0.20, 0.90)]
    [DataRow("platinum", 0.50, 0.94)]
    [DataRow("platinum", 1.00, 0.91)]
    [DataRow("double-conversion", 0.10, 0.925)]
    [DataRow("double-conversion", 0.25, 0.955)]
    [DataRow("double-conversion", 0.50, 0.968)]
    [DataRow("double-conversion", 0.75, 0.970)]
    [DataRow("double-conversion", 1.00, 0.967)]
    [DataRow("eco", 0.10, 0.970)]
    [DataRow("eco", 0.25, 0.985)]
    [DataRow("eco", 0.50, 0.990)]
    [DataRow("eco", 1.00, 0.991)]
    public void A_curve_goes_through_its_points(string name, double load, double efficiency)
    {
        double lossW = Find(name).LossW(load * 2e6, 2e6);
        Assert.AreEqual(efficiency, load * 2e6 / (load * 2e6 + lossW), Rounding);
    }

    [TestMethod]
    [DynamicData(nameof(Curves))]
    public void Loss_never_falls_with_the_load_and_never_jumps(string name)
    {
        double before = Find(name).LossW(0.0, 1.0);
        Assert.IsGreaterThan(0.0, before); // a converter at rest still loses
        for (int i = 1; i <= 3000; i++)
        {
            double loss = Find(name).LossW(i / 2000.0, 1.0);
            Assert.IsGreaterThanOrEqualTo(before, loss);
            Assert.IsLessThan(before + 0.17 / 2000.0, loss); // the steepest line, titanium above half load, is 0.156 W per W
            before = loss;
        }
    }

    [TestMethod]
    public void Eco_mode_loses_a_third_of_double_conversion() // a maker's statement for the same machine
    {
        double ratio = Types.Eco.LossW(0.5, 1.0) / Types.DoubleConversion.LossW(0.5, 1.0);
        Assert.AreEqual(1.0 / 3.0, ratio, 0.04); // 1 % against 3.2 % of the input
    }

    [TestMethod]
    public void A_ups_with_modules_out_loads_the_others_more()
    {
        var ups = new UpsParameters("main", Types.DoubleConversion, new(4, 1e6, 0), new("chilled"));
        Assert.AreEqual(1e6 * (1.0 / 0.955 - 1.0), ups.LossW(1e6), Rounding * 1e5); // a quarter of the rating
        Assert.AreEqual(1e6 * (1.0 / 0.968 - 1.0), (ups with { Bank = new(4, 1e6, 2) }).LossW(1e6), Rounding * 1e5); // half of what is left
    }

    [TestMethod]
    [DynamicData(nameof(Curves))]
    public void Output_for_an_input_is_the_inverse_of_the_loss(string name)
    {
        EfficiencyCurve curve = Find(name);
        for (int i = 1; i <= 300; i++)
        {
            double outputW = i * 5e3; // up to one and a half times the rating
            Assert.AreEqual(outputW, curve.OutputW(outputW + curve.LossW(outputW, 1e6), 1e6), Rounding * 1e6);
        }

        Assert.AreEqual(0.0, curve.OutputW(0.5 * curve.LossW(0.0, 1e6), 1e6)); // less than it loses at rest
    }

    [TestMethod]
    public void A_curve_refuses_points_that_are_none()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("one", [0.5], [0.9]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("falling", [0.5, 0.4], [0.9, 0.9]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("gain", [0.5, 0.6], [0.9, 1.01]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("nothing", [0.5, 0.6], [0.9, 0.0]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("no number", [0.5, double.NaN], [0.9, 0.9]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("ragged", [0.5, 0.6], [0.9]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new EfficiencyCurve("less for more", [0.1, 0.11], [0.3, 0.9]));
    }

    /// <summary>Regulation (EU) 548/2014, Annex I, Tables I.1 and I.2, Tier 2.</summary>
    [TestMethod]
    [DataRow(1_000e3, false, 693.0, 7_600.0)]
    [DataRow(1_600e3, false, 1_080.0, 12_000.0)]
    [DataRow(2_000e3, false, 1_305.0, 15_000.0)]
    [DataRow(2_500e3, false, 1_575.0, 18_500.0)]
    [DataRow(3_150e3, false, 1_980.0, 23_000.0)]
    [DataRow(1_000e3, true, 1_395.0, 9_000.0)]
    [DataRow(1_600e3, true, 1_980.0, 13_000.0)]
    [DataRow(2_000e3, true, 2_340.0, 16_000.0)]
    [DataRow(2_500e3, true, 2_790.0, 19_000.0)]
    [DataRow(3_150e3, true, 3_420.0, 22_000.0)]
    public void A_transformer_loses_what_the_regulation_allows(double ratingVa, bool dry, double noLoadW, double loadW)
    {
        Mapping entry = Types.Entry(
            "transformers",
            string.Create(CultureInfo.InvariantCulture, $"{(dry ? "dry" : "liquid")}-{ratingVa / 1e3}kva"));
        Assert.AreEqual(dry ? "dry" : "liquid", ((Scalar)entry["kind"]!).Text);
        Assert.AreEqual(ratingVa, Types.Value(entry, "size", Dimension.ApparentPower));
        Assert.AreEqual(noLoadW, Types.Value(entry, "no_load_loss", Dimension.Power));
        Assert.AreEqual(loadW, Types.Value(entry, "load_loss", Dimension.Power));
        var two = new TransformerParameters(new(3, ratingVa, 1), noLoadW, loadW, 0.0);
        Assert.AreEqual(2.0 * noLoadW, two.LossW(0.0, 0.97));
        Assert.AreEqual(2.0 * (noLoadW + loadW), two.LossW(2.0 * ratingVa * 0.97, 0.97), Rounding * 1e5); // both at their rating
        Assert.AreEqual(2.0 * (noLoadW + loadW / 4.0), two.LossW(ratingVa, 1.0), Rounding * 1e5); // half load: a quarter of Pk
        double cablingW = (two with { CablingLossFraction = 0.005 }).LossW(2.0 * ratingVa, 1.0) - two.LossW(2.0 * ratingVa, 1.0);
        Assert.AreEqual(0.005 * 2.0 * ratingVa, cablingW, 1e-6); // rounding of kilowatts
    }

    [TestMethod]
    public void A_rating_at_the_wall_is_split_and_adds_up() =>
        Gen.Select(
            Gen.Double[0.3, 1], Gen.Double[0, 1], Gen.Double[5, 60], Gen.Int[0, 2].Select(static i => All[i]), Gen.Enum<RatedAt>())
        .Sample((size, allowed, inletC, psu, at) =>
        {
            // Down to supplies three times as large as they are: beyond, their loss at no load would be all that an idle server draws.
            Server server = Machines.DgxB200 with { Psu = psu, PsuSizeW = 3_300.0 / size, RatedAt = at, LiquidFraction = 0.3 };
            HallParameters hall = Machines.HallOf(server, 100);
            HallPower h = HallPower.Step(hall, new(200 * 2860.0, 200 * 8866.0, 1600.0), allowed, inletC);
            double dcW = h.ServerPowerW - h.PsuLossW;
            double curveW = psu.LossW(dcW, 200 * 6 * server.PsuSizeW);
            return Math.Abs(h.PsuLossW - curveW) <= 1e-6 * h.ServerPowerW // eight passes, each leaving a sixth of the error
                && h.PsuLossW > 0.0 && h.ServerFanPowerW > 0.0 && h.ServerFanPowerW < h.ServerPowerW
                && Math.Abs(h.AirHeatW + h.LiquidHeatW - h.ServerPowerW - h.NetworkPowerW) <= Rounding * h.ServerPowerW
                && Math.Abs(h.BusyGpus + h.ThrottledGpus - 1600.0) < 1e-9
                && Math.Abs(h.DrawnW - 1.01 * h.DeliveredW) <= Rounding * h.DrawnW;
        });

    [TestMethod]
    public void At_25_degrees_the_wall_draws_what_the_racks_ask_for()
    {
        HallPower h = HallPower.Step(Machines.Hall, new(1e6, 3e6, 3200.0), 0.5, inletC: 25.0);
        Assert.AreEqual(2.5e6, h.ServerPowerW, 1e-6); // rounding of megawatts
        Assert.AreEqual(0.25e6, h.ServerFanPowerW, 1e-6);
        Assert.AreEqual(1600.0, h.ThrottledGpus);
    }

    [TestMethod]
    public void Fans_speed_up_with_the_inlet_until_they_are_at_full_speed()
    {
        Assert.AreEqual(0.4e6, Fans(18.0), 1e-6); // 10 % of 4 MW
        Assert.AreEqual(0.4e6 * 1.728, Fans(30.0), 1e-6); // 20 % faster: the cube
        Assert.AreEqual(8.0 * 0.4e6, Fans(50.0), 1e-6); // twice as fast
        Assert.AreEqual(8.0 * 0.4e6, Fans(90.0), 1e-6);
        static double Fans(double inletC) => HallPower.Step(Machines.Hall, new(1e6, 3e6, 3200.0), 1.0, inletC).ServerFanPowerW;
    }

    private static EfficiencyCurve Find(string name) => All.Single(c => c.Name == name);
}
