using Twin.Cli.Output.Pages;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>What it may cost to have chosen a policy before the future was known.</summary>
internal static class PolicyPart
{
    /// <summary>Writes the regrets.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        RegretTable regret = reading.Regret!;
        OutcomeWords words = reading.Words(reading.Goals[0]);
        book.Paragraph(
            $"Regret is what the best policy of a future does better in {words.Label}; the policy whose largest regret is smallest "
            + "stands first.");
        string left = regret.FuturesLeftOut > 0
            ? $" {StudyNumbers.Count(regret.FuturesLeftOut, "point", "points")} in which no policy holds every constraint "
                + (regret.FuturesLeftOut == 1 ? "is left out." : "are left out.")
            : string.Empty;
        book.Paragraph($"All policies meet the same {StudyNumbers.Count(regret.Futures, "point", "points")}.{left}", "note");
        using PageTable table = book.Table(
            "regret-table", $"Regret of each policy in {words.Label}",
            new("policy"), new("largest regret", true), new("mean regret", true), new("reached in 10 of 100", true), new("best in", true),
            new("fails or breaks a constraint in", true));
        foreach (PolicyRegret policy in regret.Policies)
        {
            table.Row().Cell(policy.Policy)
                .Cell(Say(policy.Largest), Sort(policy.Largest)).Cell(Say(policy.Mean), Sort(policy.Mean))
                .Cell(Say(policy.P10), Sort(policy.P10))
                .Cell(StudyNumbers.Whole(policy.BestIn), policy.BestIn)
                .Cell(StudyNumbers.Whole(policy.WithoutResult), policy.WithoutResult)
                .EndRow();
        }

        // What has no result stands below all numbers, as words do.
        double? Sort(double value) => double.IsFinite(value) ? value : null;
        string Say(double value) => double.IsPositiveInfinity(value) ? "no result" : words.Say(value);
    }
}
