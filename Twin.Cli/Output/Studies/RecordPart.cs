using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Reports;

namespace Twin.Cli.Output.Studies;

/// <summary>What the study is made of: inputs, policies, costs, failed runs, and who computed it.</summary>
internal static class RecordPart
{
    private const int MostErrors = 20;

    /// <summary>Writes the inputs, with the values of the base or best run.</summary>
    public static void WriteInputs(StudyBook book)
    {
        StudyReading reading = book.Reading;
        book.Paragraph("Levers are set by somebody, uncertainties by nobody; each takes the values that its row says.");
        IReadOnlyList<double>? best = reading.BestRow is { } row ? reading.Point(row / reading.Policies) : null;
        PageColumn[] columns =
        [
            new("input"), new("kind"), new("values"), new("unit"), .. best is null ? [] : new PageColumn[] { new("in the best run", true) },
        ];
        using (PageTable table = book.Table("inputs-table", $"The {StudyNumbers.Count(reading.Inputs.Count, "input", "inputs")}", columns))
        {
            for (int i = 0; i < reading.Inputs.Count; i++)
            {
                InputWords input = reading.Inputs[i];
                string unit = reading.Study.Variables[i].Unit;
                table.Row().Cell(() => book.Html.Element("code", input.Name)).Cell(input.IsLever ? "lever" : "uncertainty");
                table.Cell(input.Spread()).Cell(input.Cases.Count > 0 ? "cases" : unit is "1" or "" ? "number" : ReportTexts.Unit(unit));
                if (best is not null)
                {
                    table.Cell(input.Say(best[i]), input.Cases.Count > 0 ? null : best[i]);
                }

                table.EndRow();
            }
        }

        if (reading.Study.Design.IsDrawn && reading.Study.Design.Space.HasCorrelations)
        {
            book.Paragraph("Some inputs go together; the study file states which and how much.", "note");
        }
    }

    /// <summary>Writes the policies and the values that each lays over the base.</summary>
    public static void WritePolicies(StudyBook book)
    {
        using PageTable table = book.Table(
            "policies-table", "The policies, in the order of the study", new("policy"), new("what it sets"));
        foreach (StudyPolicy policy in book.Reading.Study.Policies)
        {
            table.Row().Cell(policy.Name).Cell(() =>
            {
                for (int i = 0; i < policy.Values.Count; i++)
                {
                    book.Html.Text(i == 0 ? string.Empty : ", ").Element("code", policy.Values[i].Key);
                }

                book.Html.Text(policy.Values.Count == 0 ? "nothing: the base as it is" : string.Empty);
            }).EndRow();
        }
    }

    /// <summary>Writes the prices and where they come from.</summary>
    public static void WriteCosts(StudyBook book)
    {
        StudyCosts costs = book.Reading.Study.Costs!;
        book.Paragraph(
            $"Prices are the study's own. Discount rate {StudyNumbers.Text.Percent(costs.DiscountRate)} a year; prices are of one "
            + "inside unit (W, m³/s, piece) of what is bought.");
        using (PageTable table = book.Table(
            "costs-table", "What is bought", new("item"), new("counted by"), new("price of one, EUR", true), new("life, years", true),
            new("source"), new("confidence")))
        {
            foreach (StudyCostItem item in costs.Items)
            {
                table.Row().Cell(item.Name);
                table.Cell(() => book.Html.Element("code", item.Path ?? $"largest {string.Join(" + ", item.Columns)}"));
                table.Cell(item.EachEur.ToString("#,##0.######", CultureInfo.InvariantCulture), item.EachEur);
                table.Cell(StudyNumbers.Text.Exact(item.LifeYears), item.LifeYears);
                table.Cell(() => book.Given(item.Source)).Cell(item.Confidence).EndRow();
            }
        }

        if (costs.GpuHourEur > 0)
        {
            book.Html.Open("p").Text($"A lost GPU-hour counts {StudyNumbers.Text.Exact(costs.GpuHourEur)}{ChartText.Joint}EUR. Source: ");
            book.Given(costs.GpuHourSource);
            book.Html.Text(".").Close("p");
        }
    }

    /// <summary>Writes why runs failed.</summary>
    public static void WriteFailed(StudyBook book)
    {
        StudyReading reading = book.Reading;
        IGrouping<string, StudyRow>[] errors = [.. reading.Table.Rows.Where(row => row.Status == RowStatus.Failed)
            .GroupBy(row => row.Error).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];
        book.Paragraph("Failed runs have no numbers. They are in no figure above, and what they would have shown is not known.");
        string caption = errors.Length > MostErrors
            ? $"Reasons: the {MostErrors} most frequent of {StudyNumbers.Whole(errors.Length)}"
            : "Reasons";
        using PageTable table = book.Table("failed-table", caption, new("reason"), new("runs", true), new("first run", true));
        foreach (IGrouping<string, StudyRow> error in errors.Take(MostErrors))
        {
            table.Row().Cell(() => book.Given(error.Key)).Cell(StudyNumbers.Whole(error.Count()), error.Count())
                .Cell(StudyNumbers.Whole(error.First().Number), error.First().Number).EndRow();
        }
    }

    /// <summary>Writes what identifies the study.</summary>
    public static void WriteRecord(StudyBook book, string? studyId)
    {
        Study study = book.Reading.Study;
        book.Paragraph("The same study file, base and engine give the same runs and the same bytes.");
        using PageTable table = book.Table("record-table", "What was computed", new("what"), new("value"));
        Row("study", study.Name);
        if (studyId is not null)
        {
            Row("study id", studyId);
        }

        Row("base", StudyWords.Base(study));
        Row("method", StudyWords.Method(study));
        Row("runs", StudyNumbers.Whole(book.Reading.Table.Rows.Count));
        Row("engine", EngineVersion.Text);
        if (study.Fixed.Count > 0)
        {
            Row("set in every run", string.Join(", ", study.Fixed.Select(entry => entry.Key)));
        }

        foreach (ScenarioFile file in study.Files)
        {
            Row(file.Shown, $"SHA-256 {file.Sha256}");
        }

        void Row(string what, string value) =>
            table.Row().Cell(() => book.Given(what)).Cell(() => book.Html.Element("code", value, ("class", "hash"))).EndRow();
    }
}
