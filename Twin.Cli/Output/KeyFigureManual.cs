using System.Text;
using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>The manual page of key figures, made from their own definitions.</summary>
internal static class KeyFigureManual
{
    private const string Preface = """
        # Key figures

        Made from the definitions that the figures carry in `summary.json`. Each is computed from sums over the recorded rows, so that it
        can be computed again from the series of the run. A figure that is not defined (no heat pump, no river) is `null`, never a
        stand-in. For less than a year they are interim values.

        Where two boundaries stand, the scenario's `district_heat.boundary` decides whether the heat pumps are inside.

        | name | unit | definition | boundary |
        |---|---|---|---|

        """;

    /// <summary>The page as Markdown.</summary>
    /// <param name="plants">Plants whose figures it lists.</param>
    public static string Write(IEnumerable<PlantDesign> plants)
    {
        var page = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        foreach (IGrouping<string, KeyFigure> same in plants.SelectMany(FiguresOf).GroupBy(figure => figure.Name))
        {
            KeyFigure figure = same.First();
            string boundaries = string.Join(", or ", same.Select(f => f.Boundary).Distinct(StringComparer.Ordinal));
            page.Append("| `").Append(figure.Name).Append("` | ").Append(figure.Unit).Append(" | ").Append(figure.Definition)
                .Append(" | ").Append(boundaries).Append(" |\n");
        }

        return page.ToString();
    }

    // Without a row there are no values, but the definitions are there: the figures need not be computed to be described.
    private static IReadOnlyList<KeyFigure> FiguresOf(PlantDesign plant) =>
        KeyFigures.Of(new RunTotals([.. PlantColumns.Of(plant).Columns.Select(c => c.Name)], 1), FigureBasis.Of(plant), peakSiteW: 0.0);
}
