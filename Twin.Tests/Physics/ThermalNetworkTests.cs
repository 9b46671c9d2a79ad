using Twin.Core.Physics;

namespace Twin.Tests.Physics;

[TestClass]
public sealed class ThermalNetworkTests
{
    private const double Kelvin = 1e-11; // products of a few dozen shares: rounding

    [TestMethod]
    [DataRow(1e6, 1e3, 60.0)]
    [DataRow(1e3, 1e6, 3600.0)] // 3.6e6 time constants
    [DataRow(1e9, 1e-3, 1.0)] // 1e-12 of one
    public void One_node_alone_steps_as_the_closed_form_does(double capacity, double ua, double stepS)
    {
        double[] end = new double[1];
        double[] mean = new double[1];
        new ThermalNetwork([capacity], [], [ua], stepS).Advance([50.0], [2e4], -7.0, end, mean);
        var expected = ThermalNode.Advance(capacity, ua, -7.0, 2e4, 50.0, stepS);
        Assert.AreEqual(expected.EndC, end[0], Kelvin);
        Assert.AreEqual(expected.MeanC, mean[0], Kelvin);
    }

    [TestMethod]
    public void A_network_without_links_only_warms()
    {
        double[] end = new double[2];
        double[] mean = new double[2];
        var step = new ThermalNetwork([1e6, 2e6], [], [0.0, 0.0], 60.0).Advance([20.0, 30.0], [5e4, 0.0], 0.0, end, mean);
        Assert.AreEqual(23.0, end[0], Kelvin);
        Assert.AreEqual(21.5, mean[0], Kelvin);
        Assert.AreEqual(30.0, end[1], Kelvin);
        Assert.AreEqual(0.0, step.ToEnvironmentJ);
    }

    [TestMethod]
    public void Two_nodes_left_alone_meet_at_their_common_temperature()
    {
        double[] end = new double[2];
        double[] mean = new double[2];
        var network = new ThermalNetwork([1e6, 3e6], [new(0, 1, 1e5, OneWay: false)], [0.0, 0.0], 1e5);
        network.Advance([80.0, 20.0], [0.0, 0.0], 5.0, end, mean);
        Assert.AreEqual(35.0, end[0], Kelvin); // (80 + 3 * 20) / 4
        Assert.AreEqual(35.0, end[1], Kelvin);
    }

    [TestMethod]
    public void Two_half_steps_make_a_whole_one()
    {
        ThermalLink[] ring = [new(0, 1, 4e4, true), new(1, 2, 4e4, true), new(2, 0, 4e4, true), new(0, 2, 1e3, false)];
        double[] capacity = [2e5, 7e6, 4e7];
        double[] outside = [0.0, 50.0, 1e4];
        double[] heatW = [3e5, 0.0, -1e4];
        double[] whole = new double[3];
        double[] wholeMean = new double[3];
        double[] half = new double[3];
        double[] first = new double[3];
        double[] second = new double[3];
        new ThermalNetwork(capacity, ring, outside, 600.0).Advance([60.0, 40.0, 20.0], heatW, 12.0, whole, wholeMean);
        var network = new ThermalNetwork(capacity, ring, outside, 300.0);
        network.Advance([60.0, 40.0, 20.0], heatW, 12.0, half, first);
        network.Advance(half, heatW, 12.0, half, second);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(whole[i], half[i], Kelvin);
            Assert.AreEqual(wholeMean[i], 0.5 * (first[i] + second[i]), Kelvin);
        }
    }

    [TestMethod]
    public void A_stream_that_ends_in_a_node_is_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => new ThermalNetwork([1e6, 1e6], [new(0, 1, 1e3, OneWay: true)], [0.0, 0.0], 60.0));
}
