using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Tests.Reference;

namespace Twin.Tests.Documents;

/// <summary>The page of formulas names each of them, and ends with how far each column of each reference file is off.</summary>
/// <remarks>After a wanted change, run these tests once with TWIN_BLESS set to the reason.</remarks>
[TestClass]
public sealed partial class ModelPageTests
{
    private const string Name = "docs/models.md";
    private const string Heading = "## Worst deviations";

    private const string Preface =
        """
        Written by the tests from the committed vectors and those read in place. The worst deviation of a column is in the unit of the
        column, at the row where it takes the largest share of its tolerance; below a thousandth of the tolerance it is rounding and not
        stated. Why a tolerance is what it is stands beside it in `Twin.Tests/Reference`.

        | file | column | numbers | tolerance | worst | share |
        |---|---|---|---|---|---|

        """;

    // Rounding differs between machines and below a thousandth of a tolerance means nothing.
    private const double Negligible = 1e-3;
    private const double OtherMachine = 3.0; // what matters is of a method and hardly moves; a few ulp may be a few more elsewhere

    [TestMethod]
    public void Every_public_formula_is_on_the_page()
    {
        string page = Page.Read(Name);
        List<string> missing = [];
        foreach (string file in Directory.GetFiles(Path.Combine(Page.Root, "Twin.Core", "Physics"), "*.cs").Order(StringComparer.Ordinal))
        {
            string type = Path.GetFileNameWithoutExtension(file);
            IEnumerable<string> functions = Function().Matches(File.ReadAllText(file)).Select(match => $"{type}.{match.Groups[1].Value}");
            missing.AddRange(functions.Distinct().Where(function => !page.Contains($"`{function}`", StringComparison.Ordinal)));
        }

        // Checks of arguments and the evaluation of a record are no formulas of the field.
        missing.RemoveAll(function => function.StartsWith("Require.", StringComparison.Ordinal) || function == "ChillerCurves.At");
        Assert.IsEmpty(missing, string.Join(", ", missing));
    }

    [TestMethod]
    public void The_deviations_are_no_larger_than_the_page_says()
    {
        string page = Page.Read(Name);
        int at = page.IndexOf(Heading, StringComparison.Ordinal);
        string head = at < 0 ? page + "\n" : page[..at];
        List<Line> found = [.. Measured()];
        if (!string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("TWIN_BLESS")))
        {
            Assert.IsNotNull(ReferenceFolders.Shared, "The table needs the files that are read in place, and their folder is not here.");
            File.WriteAllText(Path.Combine(Page.Root, Name), head + Written(found));
            Assert.Inconclusive($"{Name} was written anew.");
        }

        Dictionary<(string, string), Line> stated = Read(page[Math.Max(0, at)..]).ToDictionary(line => (line.File, line.What));
        HashSet<string> files = [.. found.Select(line => line.File)];
        CollectionAssert.AreEqual(
            stated.Keys.Where(key => files.Contains(key.Item1)).ToArray(), found.Select(line => (line.File, line.What)).ToArray());
        foreach (Line line in found)
        {
            Line said = stated[(line.File, line.What)];
            Assert.AreEqual(said.Numbers, line.Numbers, $"{line.File}, {line.What}: numbers compared");
            double most = OtherMachine * said.Share + Negligible;
            Assert.IsLessThanOrEqualTo(most, line.Share, $"{line.File}, {line.What}: share of the tolerance");
        }
    }

    [GeneratedRegex(@"^    public (?:static )?(?!readonly|class|record|enum|override)[A-Z]?[A-Za-z]+ ([A-Z]\w*)\(", RegexOptions.Multiline)]
    private static partial Regex Function();

    // The usual files, wherever the environment points: the page is about them. What is read in place is left out where it is not.
    private static IEnumerable<Line> Measured()
    {
        foreach (ReferenceFile file in ReferenceFiles.All)
        {
            if (ReferenceFolders.Find(ReferenceFolders.Usual, file.Name) is not { } path)
            {
                continue;
            }

            var off = new Deviations();
            file.Compare(ReferenceTable.At(path), off);
            foreach (Worst worst in off.Columns)
            {
                yield return new(file.Name, worst.What, worst.Numbers, worst.Allowed, worst.Off, worst.Share);
            }
        }
    }

    private static string Written(List<Line> lines)
    {
        System.Text.StringBuilder page = new();
        page.Append(Heading).Append("\n\n").Append(Preface);
        foreach (Line line in lines)
        {
            string worst = line.Allowed == 0.0 ? "none" : line.Share < Negligible ? "rounding" : Digits(line.Off);
            string share = line.Share < Negligible ? "< 0.1 %" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * line.Share:0.0} %");
            string tolerance = line.Allowed == 0.0 ? "exact" : Digits(line.Allowed);
            string[] cells = [line.File, line.What, line.Numbers.ToString(CultureInfo.InvariantCulture), tolerance, worst, share];
            page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Digits(double value) => value.ToString("G2", CultureInfo.InvariantCulture);

    private static IEnumerable<Line> Read(string section)
    {
        foreach (string row in section.Split('\n').Where(row => row.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
        {
            string[] cells = [.. row.Split('|').Select(cell => cell.Trim())];
            string share = cells[6].TrimEnd('%', ' ');
            double fraction = share[0] == '<' ? Negligible : double.Parse(share, CultureInfo.InvariantCulture) / 100.0;
            yield return new(cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), 0.0, 0.0, fraction);
        }
    }

    /// <summary>A row of the table.</summary>
    private sealed record Line(string File, string What, int Numbers, double Allowed, double Off, double Share);
}
