using Twin.Core.Physics;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class ChillerReferenceTests(TestContext context)
{
    // Curves of the two machines, from the first line of the file; the box is the one of DOE-2 curves in general.
    private static readonly EirChiller Centrifugal = new(
        1_000_000.0,
        5.5,
        new(0.257896, 0.0389016, -0.00021708, 0.0468684, -0.00094284, -0.00034344),
        new(0.933884, -0.058212, 0.00450036, 0.00243, 0.000486, -0.001215),
        0.222903,
        0.313387,
        0.46371,
        0.1,
        0.2,
        1.0,
        4.0,
        10.0,
        12.0,
        36.0);

    private static readonly EirChiller York = new(
        1_055_000.0,
        5.96,
        new(0.1785912, -0.05900023, -0.0005946963, 0.09297889, -0.002841024, 0.004974221),
        new(0.524511, -0.02850126, 0.000803472, 0.01893133, 0.0001151629, -9.340642e-05),
        0.2619878,
        0.2393605,
        0.4988306,
        0.1,
        0.1,
        1.05,
        4.0,
        10.0,
        12.0,
        36.0);

    [TestMethod]
    public void Chillers_agree_with_the_equations_of_EnergyPlus()
    {
        const double rel = 1e-9; // the same closed forms on both sides
        var table = ReferenceTable.Load("chiller_eir.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            var curves = row.Text("chiller").StartsWith("DOE-2", StringComparison.Ordinal) ? Centrifugal : York;
            var p = curves with { ReferenceCapacityW = row.Number("q_ref_w"), ReferenceCop = row.Number("cop_ref") };
            var found = ChillerCurves.Evaluate(
                p, row.Number("t_chw_leaving_c"), row.Number("t_cw_entering_c"), row.Number("load_w"));
            off.Check(row, row.Number("cap_ft"), found.CapacityFactor, relative: rel);
            off.Check(row, row.Number("eir_ft"), found.InputFactor, relative: rel);
            off.Check(row, row.Number("eir_fplr"), found.PartLoadFactor, relative: rel);
            off.Check(row, row.Number("plr"), found.PartLoadRatio, relative: rel);
            off.Check(row, row.Number("cycling_ratio"), found.CyclingFraction, relative: rel);
            off.Check(row, row.Number("power_w"), found.PowerW, relative: rel);
            off.Check(row, row.Number("q_evaporator_w"), found.CoolingW, relative: rel);
            off.Check(row, row.Number("q_condenser_w"), found.CondenserW, relative: rel);
            off.Check(row, row.Number("cop"), found.Cop, relative: rel);
        }

        off.Finish(table, context);
    }
}
