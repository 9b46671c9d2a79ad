using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Pages;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>The numbers behind the charts of inputs, for all inputs.</summary>
internal static class SensitivityTables
{
    /// <summary>Writes a table for each outcome that is shown, of whatever the method gives.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        foreach (StudyOutcome outcome in reading.Shown)
        {
            Sensitivity found = reading.Sensitivity(outcome);
            OutcomeWords words = reading.Words(outcome);
            if (found.Ranks is { } ranks)
            {
                WriteRanks(book, outcome, ranks);
                foreach (ChoiceShare choice in found.Choices)
                {
                    book.Paragraph($"{words.Label}: {StudyWords.Choice(reading, choice)} Ranks leave it out.", "note");
                }
            }
            else if (found.Sobol is { } sobol)
            {
                WriteShares(book, outcome, sobol);
            }
            else if (found.Morris is { } effects)
            {
                WriteEffects(book, outcome, words, effects);
            }
            else if (found.Tornado is { } tornado)
            {
                WriteTornado(book, outcome, words, tornado);
            }
        }
    }

    private static void WriteRanks(StudyBook book, StudyOutcome outcome, IReadOnlyList<RankWeight> ranks)
    {
        using PageTable table = book.Table(
            "inputs-of-" + outcome.Name, $"{book.Reading.Words(outcome).Label} by ranks",
            new("input"), new("rank correlation", true), new("rank regression coefficient", true));
        foreach (RankWeight rank in ranks.OrderByDescending(rank => Math.Abs(rank.Correlation)))
        {
            Name(book, table, book.Reading.Inputs[rank.Input].Name)
                .Cell(StudyNumbers.Text.Fixed(rank.Correlation, 3), rank.Correlation)
                .Cell(
                    double.IsFinite(rank.Coefficient) ? StudyNumbers.Text.Fixed(rank.Coefficient, 3) : "follows from the others",
                    double.IsFinite(rank.Coefficient) ? rank.Coefficient : null)
                .EndRow();
        }
    }

    private static void WriteShares(StudyBook book, StudyOutcome outcome, SobolIndices sobol)
    {
        using PageTable table = book.Table(
            "inputs-of-" + outcome.Name, $"{book.Reading.Words(outcome).Label}: shares of the variance, with intervals of 95 %",
            new("input"), new("first order", true), new("from", true), new("to", true), new("total order", true), new("from", true),
            new("to", true));
        foreach (SobolIndex index in sobol.Indices.OrderByDescending(index => index.Total.Value))
        {
            Name(book, table, index.Input);
            foreach (double share in new[]
            {
                index.First.Value, index.First.Low, index.First.High, index.Total.Value, index.Total.Low, index.Total.High,
            })
            {
                table.Cell(SobolFigure.Share(share), share);
            }

            table.EndRow();
        }
    }

    private static void WriteEffects(StudyBook book, StudyOutcome outcome, OutcomeWords words, IReadOnlyList<MorrisEffect> effects)
    {
        using PageTable table = book.Table(
            "inputs-of-" + outcome.Name, $"{words.Label}: effects of moving each input over its whole range",
            new("input"), new("mean effect μ*", true), new("from (95 %)", true), new("to (95 %)", true), new("with sign, μ", true),
            new("deviation σ", true), new("effects", true));
        foreach (MorrisEffect effect in effects.OrderByDescending(effect => effect.MuStar))
        {
            Name(book, table, effect.Input);
            foreach (double value in new[]
            {
                effect.MuStar, effect.MuStarEstimate.Low, effect.MuStarEstimate.High, effect.Mu, effect.Sigma,
            })
            {
                table.Cell(words.Say(value), value);
            }

            table.Cell(StudyNumbers.Whole(effect.Effects), effect.Effects).EndRow();
        }
    }

    private static void WriteTornado(StudyBook book, StudyOutcome outcome, OutcomeWords words, Tornado tornado)
    {
        using PageTable table = book.Table(
            "inputs-of-" + outcome.Name, $"{words.Label}: {words.Say(tornado.Base)} at the base, and when one input moves",
            new("input"), new("at its low setting", true), new("at its high setting", true), new("range", true));
        foreach (TornadoBar bar in tornado.Bars)
        {
            Name(book, table, bar.Input)
                .Cell(words.Say(bar.AtLow), double.IsFinite(bar.AtLow) ? bar.AtLow : null)
                .Cell(words.Say(bar.AtHigh), double.IsFinite(bar.AtHigh) ? bar.AtHigh : null)
                .Cell(words.Say(bar.Range), bar.Range).EndRow();
        }
    }

    private static PageTable Name(StudyBook book, PageTable table, string input) =>
        table.Row().Cell(() => book.Html.Element("code", input));
}
