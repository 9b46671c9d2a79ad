using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>The first screen: what was asked, of what, how many runs, and the answer in plain words.</summary>
internal static class AnswerPart
{
    private const int MostTiles = 4;
    private const int MostInputs = 3;
    private const int FewRuns = 100;
    private const double Same = 1e-9; // of an outcome: rounding
    private const double WideShare = 0.1; // half width of an interval beyond which the order of inputs is in doubt

    /// <summary>Writes the question and of what it is asked.</summary>
    public static void WriteHead(StudyBook book)
    {
        StudyReading reading = book.Reading;
        Study study = reading.Study;
        book.Html.Open("p", ("class", "pills")).Element("span", "What-if study", ("class", "pill status")).Text(" ");
        book.Html.Element("span", "modelled", ("class", "pill modelled")).Close("p");
        book.Html.Open("h1", ("id", "top"));
        book.Given(study.Label.Length > 0 ? study.Label : study.Name);
        book.Html.Close("h1").Open("p", ("class", "lead"));
        book.Html.Text($"{StudyNumbers.Count(reading.Table.Rows.Count, "run", "runs")} of the scenario ");
        book.Given(StudyWords.Base(study));
        book.Html.Text($", {StudyWords.Method(study)}. ");
        book.Html.Text(reading.Inputs.Count == 1 ? "The input is " : $"The {reading.Inputs.Count} inputs are ");
        const int mostNames = 8;
        for (int i = 0; i < Math.Min(mostNames, reading.Inputs.Count); i++)
        {
            book.Html.Text(i == 0 ? string.Empty : ", ").Element("code", reading.Inputs[i].Name);
        }

        book.Html.Text(reading.Inputs.Count > mostNames ? $" and {reading.Inputs.Count - mostNames} more." : ".");
        if (study.Policies.Count > 0)
        {
            book.Html.Text($" Each point is run with {StudyNumbers.Count(study.Policies.Count, "policy", "policies")}.");
        }

        book.Html.Close("p");
    }

    /// <summary>Writes counts, the figures of each outcome and the answer.</summary>
    public static void Write(StudyBook book) => book.Section("answer", "The answer", () =>
    {
        WriteCounts(book);
        WriteTiles(book);
        book.Html.Open("ul", ("class", "prose"));
        WriteBest(book);
        WriteInputs(book);
        WritePolicy(book);
        LimitPart.WriteAnswer(book);
        WriteUnknown(book);
        book.Html.Close("ul");
        if (book.Main is { } main)
        {
            book.Figure(main, "main-figure");
        }
    });

    private static void WriteCounts(StudyBook book)
    {
        StudyReading reading = book.Reading;
        book.Html.Open("ul", ("class", "counts"));
        Count("met", reading.Done, "done");
        Count(reading.Failed > 0 ? "missed" : "not_applicable", reading.Failed, "failed");
        if (reading.Study.Constraints.Count > 0)
        {
            Count("met", reading.Feasible, "hold every constraint");
            Count("not_decidable", reading.Done - reading.Feasible, "break a constraint");
        }

        book.Html.Close("ul");

        void Count(string kind, int number, string words) => book.Html.Line().Open("li", ("class", kind))
            .Element("strong", StudyNumbers.Whole(number)).Text($" {words}").Close("li");
    }

    private static void WriteTiles(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (reading.Shown.Count == 0)
        {
            book.Paragraph("No run has a number that was asked for, or none that changes: the answer is not known.");
            return;
        }

        book.Html.Open("dl", ("class", "tiles"));
        foreach (StudyOutcome outcome in reading.Shown.Take(MostTiles))
        {
            (string figure, string meaning) = StudyWords.Tile(reading, outcome);
            book.Html.Line().Open("div", ("class", "tile")).Element("dt", reading.Words(outcome).Label);
            book.Html.Element("dd", figure, ("class", "figure")).Element("dd", meaning, ("class", "meaning")).Close("div");
        }

        book.Html.Close("dl");
        if (reading.Shown.Count > MostTiles || reading.Shown.Count < reading.Study.Outcomes.Count)
        {
            book.Paragraph(
                $"Of {StudyNumbers.Count(reading.Study.Outcomes.Count, "outcome", "outcomes")} "
                + $"{Math.Min(MostTiles, reading.Shown.Count)} stand here; runs.csv holds all of them for every run.",
                "note");
        }
    }

    private static void WriteBest(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (reading.Limits is not null)
        {
            return; // every setting meets the same futures: the best run would be the luckiest future
        }

        if (reading.Goals.Count == 0)
        {
            book.Html.Element("li", "No outcome has a direction, so no run is called the best.");
            return;
        }

        OutcomeWords words = reading.Words(reading.Goals[0]);
        string better = reading.Goals[0].Direction == OutcomeDirection.Min ? "lowest" : "highest";
        if (reading.BestRow is not { } row)
        {
            book.Html.Element("li", reading.Done == 0 ? "No run is done, so none is the best." : "No run holds every constraint.");
            return;
        }

        double best = reading.Table.Value(reading.Table.Rows[row], reading.Goals[0].Name);
        string held = reading.Study.Constraints.Count > 0 ? " that holds every constraint" : string.Empty;
        book.Html.Line().Open("li").Text($"Best run{held}, by {better} {words.Label}: ");
        book.Html.Element("strong", words.Say(best)).Text($" in run {StudyNumbers.Whole(row)}, with ");
        if (reading.Study.Policies.Count > 0)
        {
            book.Html.Text($"policy {reading.Study.Policies[row % reading.Policies].Name} and ");
        }

        IReadOnlyList<double> point = reading.Point(row / reading.Policies);
        int[] named = [.. reading.Sensitivity(reading.Goals[0]).Ranking.Select(weight => weight.Input)
            .Concat(Enumerable.Range(0, point.Count)).Distinct().OrderByDescending(input => reading.Inputs[input].IsLever).Take(4)];
        for (int i = 0; i < named.Length; i++)
        {
            book.Html.Text(i == 0 ? string.Empty : ", ").Element("code", reading.Inputs[named[i]].Name);
            book.Html.Text($" {reading.Inputs[named[i]].Say(point[named[i]])}");
        }

        bool isLuck = reading.AreFutures && reading.Inputs.All(input => !input.IsLever);
        book.Html.Text(named.Length < point.Count ? "; all its inputs stand in the table of inputs." : ".");
        book.Html.Text(isLuck ? " Nobody sets these inputs: it is a lucky future and not a choice." : string.Empty).Close("li");
    }

    private static void WriteInputs(StudyBook book)
    {
        StudyReading reading = book.Reading;
        StudyOutcome? about = reading.Shown.Count > 0 ? reading.Shown[0] : null;
        if (about is null || reading.Sensitivity(about) is not { } found || (found.Ranking.Count == 0 && found.Choices.Count == 0))
        {
            if (reading.Study.Method.Kind == MethodKind.List)
            {
                book.Html.Element("li", "Runs written by hand do not say which inputs matter: several change at once.");
            }

            return;
        }

        book.Html.Line().Open("li");
        if (found.Ranking.Count > 0)
        {
            InputWeight[] top = [.. found.Ranking.Take(MostInputs)];
            string which = top.Length == 1 ? "One input matters" : $"The {StudyWords.Small(top.Length)} inputs that matter most";
            book.Html.Text($"{which} for {reading.Words(about).Label}, {found.Measure}: ");
            for (int i = 0; i < top.Length; i++)
            {
                book.Html.Text(i == 0 ? string.Empty : ", ").Element("code", reading.Inputs[top[i].Input].Name).Text($" ({top[i].Words})");
            }

            book.Html.Text(". ");
        }

        book.Html.Text(string.Join(' ', found.Choices.Select(choice => StudyWords.Choice(reading, choice)))).Close("li");
    }

    private static void WritePolicy(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (reading.Study.Policies.Count == 0)
        {
            return;
        }

        if (reading.Regret is not { } regret)
        {
            book.Html.Element("li", reading.Goals.Count == 0
                ? "Policies cannot be compared: no outcome has a direction."
                : "Policies cannot be compared: fewer than two, or no run holds every constraint.");
            return;
        }

        PolicyRegret first = regret.Policies[0];
        OutcomeWords words = reading.Words(reading.Goals[0]);
        string largest = double.IsPositiveInfinity(first.Largest)
            ? "though it too fails or breaks a constraint in "
                + $"{StudyNumbers.Count(first.WithoutResult, "point", "points")} that another policy survives"
            : $"at worst it is {words.Say(first.Largest)} behind the best policy of a point";
        string shown = $"Charts of single runs show {first.Policy}.";
        PolicyRegret[] tied = [.. regret.Policies.Where(policy => IsAsLarge(policy.Largest, first.Largest, words))];
        if (tied.Length > 1)
        {
            book.Html.Element("li", $"{Tie(regret, tied, words)} {shown}");
            return;
        }

        book.Html.Line().Open("li").Text("Most robust policy: ").Element("strong", first.Policy);
        book.Html.Text($"; {largest}. It is the best in {StudyNumbers.Whole(first.BestIn)} of "
            + $"{StudyNumbers.Count(regret.Futures, "point", "points")}. {shown}").Close("li");
    }

    // Differences of nearly equal outcomes are rounding: they are held against the outcomes, not against each other.
    private static bool IsAsLarge(double regret, double other, OutcomeWords words) =>
        regret == other || Math.Abs(regret - other) <= Same * Math.Max(Math.Abs(words.Low), Math.Abs(words.High));

    private static string Tie(RegretTable regret, PolicyRegret[] tied, OutcomeWords words)
    {
        if (tied.Length == regret.Policies.Count && IsAsLarge(tied[0].Largest, 0.0, words))
        {
            return $"No policy differs in {words.Label}: none is more robust than another.";
        }

        string names = $"{string.Join(", ", tied[..^1].Select(policy => policy.Policy))} and {tied[^1].Policy}";
        string alike = double.IsPositiveInfinity(tied[0].Largest)
            ? "each fails or breaks a constraint in a point that another policy survives"
            : $"at worst each is {words.Say(tied[0].Largest)} behind the best policy of a point";
        return $"No single policy is the most robust: {names} tie; {alike}.";
    }

    private static void WriteUnsureShares(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (reading.Shown.Count == 0 || reading.Sensitivity(reading.Shown[0]).Sobol is not { Variance: > 0 } sobol
            || SobolFigure.LargestHalfWidth(sobol) is var halfWidth && !(halfWidth > WideShare))
        {
            return;
        }

        int rows = reading.Study.Method.N - sobol.RowsLeftOut;
        book.Html.Element(
            "li", $"Not sure: with {StudyNumbers.Count(rows, "row", "rows")} the indices are uncertain by up to "
                + $"±{SobolFigure.Share(halfWidth)}; more rows narrow them.");
    }

    private static void WriteUnknown(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (reading.Failed > 0)
        {
            string error = reading.Table.Rows.Where(row => row.Status == RowStatus.Failed).GroupBy(row => row.Error)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
            book.Html.Line().Open("li").Text(
                $"Not known: {StudyNumbers.Count(reading.Failed, "run", "runs")} failed and stand in no figure. "
                + "The most frequent reason: ");
            book.Given(error);
            book.Html.Text(".").Close("li");
        }

        WriteUnsureShares(book);
        int futures = reading.Futures.Count();
        if (reading.AreFutures && futures < FewRuns)
        {
            book.Html.Element("li", futures < 10
                ? $"Not known: {StudyNumbers.Count(futures, "future is", "futures are")} too few to say how often anything happens."
                : $"Not sure: P10 and P90 rest on the {StudyWords.Small(futures / 10)} outermost of "
                    + $"{StudyNumbers.Count(futures, "run", "runs")} on each side.");
        }

        if (reading.AreFutures && reading.Limits is null && reading.Inputs.Any(input => input.IsLever))
        {
            book.Html.Element(
                "li", "Levers were drawn like uncertainties: shares of runs mix what somebody sets with what nobody does.");
        }
    }
}
