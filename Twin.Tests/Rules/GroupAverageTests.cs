using Twin.Core.Rules;

namespace Twin.Tests.Rules;

[TestClass]
public sealed class GroupAverageTests
{
    private const double Rounding = 1e-12; // two products and a quotient of numbers near one

    [TestMethod]
    public void Indicators_are_weighted_with_the_energy_of_the_centres()
    {
        CentreYear small = CentreBuilder.Of(
            CentreBuilder.Complete, (FigureNames.CentreEnergy, 10e6), (FigureNames.Pue, 1.5), (FigureNames.Erf, 0.0),
            (FigureNames.Ref, 0.2), (FigureNames.WueInput, 0.5));
        CentreYear large = CentreBuilder.Of(
            CentreBuilder.Complete, (FigureNames.CentreEnergy, 30e6), (FigureNames.Pue, 1.1), (FigureNames.Erf, 0.4),
            (FigureNames.Ref, 1.0), (FigureNames.WueInput, 1.0));
        GroupAverages group = GroupAverages.Of([small, large]);
        Assert.AreEqual(1.2, group.Ratios["pue"]!.Value, Rounding); // (10 x 1.5 + 30 x 1.1) / 40, and not the plain mean of 1.3
        Assert.AreEqual(0.3, group.Ratios["erf"]!.Value, Rounding);
        Assert.AreEqual(0.8, group.Ratios["ref"]!.Value, Rounding);
        Assert.AreEqual(0.875, group.Ratios[FigureNames.WueInput]!.Value, Rounding); // (10 x 0.5 + 30 x 1) / 40
        Assert.AreEqual(40e6, group.CentreEnergyKWh);
        Assert.IsEmpty(group.Lacking);
    }

    [TestMethod]
    public void An_indicator_that_one_centre_lacks_is_null_and_the_centre_is_named()
    {
        CentreYear whole = CentreBuilder.Of(CentreBuilder.Complete);
        CentreYear without = CentreBuilder.Of(CentreBuilder.Complete, (FigureNames.Erf, null));
        GroupAverages group = GroupAverages.Of([whole, without, whole]);
        Assert.IsNull(group.Ratios["erf"]);
        Assert.IsNotNull(group.Ratios["pue"]);
        CollectionAssert.AreEqual(new[] { 1 }, group.Lacking["erf"].ToArray());
        Assert.HasCount(1, group.Lacking);
    }

    [TestMethod]
    public void Without_the_energy_of_one_centre_nothing_can_be_weighted()
    {
        CentreYear without = CentreBuilder.Of(CentreBuilder.Complete, (FigureNames.CentreEnergy, null));
        GroupAverages group = GroupAverages.Of([without, CentreBuilder.Of(CentreBuilder.Complete)]);
        Assert.IsNull(group.CentreEnergyKWh);
        Assert.IsTrue(group.Ratios.Values.All(ratio => ratio is null));
        Assert.IsTrue(group.Lacking.Values.All(places => places.Single() == 0));
    }

    [TestMethod]
    public void An_average_of_nothing_is_a_wrong_call() => Assert.ThrowsExactly<ArgumentException>(() => GroupAverages.Of([]));
}
