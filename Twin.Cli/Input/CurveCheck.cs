using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>Holds the points of curves in the catalogue against each other.</summary>
internal static class CurveCheck
{
    private static readonly (string Kind, string Over, string Value)[] Curves =
        [("psus", "loads", "efficiencies"), ("ups", "loads", "efficiencies"), ("turbines", "speeds", "shares")];

    /// <summary>Checks all curves of a completed scenario.</summary>
    public static void Check(View root, FaultList faults)
    {
        View catalogue = root.Section(Keys.Catalogue.Name);
        foreach ((string kind, string over, string value) in Curves)
        {
            foreach (View entry in catalogue.Items(kind))
            {
                Points(entry, over, value, faults);
            }
        }
    }

    private static void Points(View entry, string over, string value, FaultList faults)
    {
        int places = entry.Scalars(over).Count;
        int values = entry.Scalars(value).Count;
        if (places == 0 || values == 0)
        {
            return; // a list is missing, and that has been told
        }

        if (places != values || places < 2)
        {
            string found = string.Create(CultureInfo.InvariantCulture, $"{places} {over} and {values} {value}");
            faults.Add(
                "IT0410", "curve without shape", entry.Place(value), entry.PathOf(value),
                found, "as many of one as of the other, two or more");
        }

        IReadOnlyList<double> points = entry.Quantities(over);
        for (int i = 1; i < points.Count; i++)
        {
            if (points[i] <= points[i - 1])
            {
                Scalar wrong = entry.Scalars(over)[i];
                faults.Add(
                    "IT0405", "values in the wrong order", wrong.Place, entry.PathOf(over),
                    FaultText.Printable(wrong.Text), $"more than the one before it, which is {entry.Scalars(over)[i - 1].Text}");
            }
        }

        if (value == "efficiencies")
        {
            RisingInput(entry, points, value, faults);
        }
    }

    // A converter that draws less for more output has no part-load curve that could be turned round.
    private static void RisingInput(View entry, IReadOnlyList<double> loads, string name, FaultList faults)
    {
        IReadOnlyList<double> efficiencies = entry.Quantities(name);
        for (int i = 1; i < Math.Min(loads.Count, efficiencies.Count); i++)
        {
            double most = efficiencies[i - 1] * loads[i] / loads[i - 1];
            if (loads[i] > loads[i - 1] && efficiencies[i] >= most)
            {
                Scalar wrong = entry.Scalars(name)[i];
                faults.Add(
                    "IT0411", "more output for less input", wrong.Place, entry.PathOf(name), FaultText.Printable(wrong.Text),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"less than {most:0.####}, above which the converter would draw less than at the load before"));
            }
        }
    }
}
