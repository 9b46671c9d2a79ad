using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>What a centre still has to state: fields of the lists, and what rules ask for that nobody has said.</summary>
internal static class StillToState
{
    private const int MostRules = 5; // more of them are folded, so that the first screen stays one
    private const string ListIncomplete = "rules.reason.fields-missing"; // said of the list itself, with a way there

    /// <summary>Writes lists with fields that are not provided, and rules that cannot be decided for want of a statement.</summary>
    public static void Write(PagePart part)
    {
        // The draft of a list asks for nearly the same as the list in force, which stands before it.
        FieldList[] lists = [.. part.Subject.Lists.DistinctBy(list => list.Id).Where(list => list.Missing.Count > 0)];
        (string Title, string Reason)[] rules = [.. RulesOf(part)];
        if (lists.Length + rules.Length == 0)
        {
            return;
        }

        part.SubHeading(part.T("to_state.title"));
        if (lists.Length > 0)
        {
            part.Html.Open("ul", ("class", "to-state"));
            foreach (FieldList list in lists)
            {
                part.Html.Open("li").Element("a", FieldPart.TitleOf(part, list), ("href", "#" + part.Id(FieldPart.IdOf(list))));
                part.Html.Text(": " + part.T("to_state.fields", list.Missing.Count, list.Rows.Count)).Close("li");
            }

            part.Html.Close("ul");
        }

        if (rules.Length > MostRules)
        {
            part.Html.Open("details").Element("summary", part.T("to_state.rules", rules.Length));
            WriteRules(part, rules);
            part.Html.Close("details");
        }
        else if (rules.Length > 0)
        {
            part.Paragraph(part.T("to_state.rules", rules.Length));
            WriteRules(part, rules);
        }
    }

    /// <summary>Titles of rules that are not decidable in some year because a statement is missing, and what is.</summary>
    internal static IEnumerable<(string Title, string Reason)> RulesOf(PagePart part) =>
        part.Subject.Verdicts
            .Where(verdict => verdict.Outcome == Outcome.NotDecidable && IsForWant(verdict.Reason.Key))
            .DistinctBy(verdict => verdict.Rule)
            .Select(verdict => (VerdictPart.TitleOf(part, verdict.Rule), part.Texts.Say(verdict.Reason)));

    private static bool IsForWant(string reason) =>
        reason.EndsWith("-missing", StringComparison.Ordinal) && reason != ListIncomplete;

    private static void WriteRules(PagePart part, IEnumerable<(string Title, string Reason)> rules)
    {
        part.Html.Open("ul", ("class", "to-state"));
        foreach ((string title, string reason) in rules)
        {
            part.Html.Open("li").Text(title + " ").Element("small", reason).Close("li");
        }

        part.Html.Close("ul");
    }
}
