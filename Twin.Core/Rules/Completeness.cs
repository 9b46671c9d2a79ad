using System.Globalization;

namespace Twin.Core.Rules;

/// <summary>Whether a list that is due can be handed in.</summary>
internal static class Completeness
{
    /// <summary>Met when every field is there; not decidable with the missing ones, which the operator may have elsewhere.</summary>
    /// <param name="q">What is asked.</param>
    /// <param name="article">Where the duty stands.</param>
    /// <param name="list">The list.</param>
    /// <param name="due">Key of the day by which it is due, under rules.due.</param>
    /// <param name="allowsPart">Whether a part of a year may be reported, with its period.</param>
    /// <param name="notes">What has to be said with it.</param>
    public static Verdict Judge(
        Question q, string article, FieldList list, string due, bool allowsPart, params IReadOnlyList<Remark> notes)
    {
        IReadOnlyList<FieldRow> missing = list.Missing;
        if (missing.Count > 0)
        {
            Datum names = Datum.Texts([.. missing.Select(row => FieldWriter.NameKey(list.Id, row.Id))]);
            var lacking = new Remark(
                "rules.reason.fields-missing", Datum.Of(Count(missing.Count)), Datum.Of(Count(list.Rows.Count)), Datum.Text(due), names);
            return q.Answer(Outcome.NotDecidable, article, lacking, notes);
        }

        if (!q.Centre.IsComplete && !allowsPart)
        {
            return q.Interim(article) with { Notes = notes };
        }

        var complete = new Remark("rules.reason.fields-complete", Datum.Of(Count(list.Rows.Count)), Datum.Text(due));
        var said = new List<Remark>(notes) { new("rules.note.handing-in") };
        if (!q.Centre.IsWhole)
        {
            said.Add(new(q.Centre.IsComplete ? "rules.note.from-start" : "rules.note.part-year"));
        }

        if (q.Centre.IsDesign)
        {
            said.Add(new("rules.note.design"));
        }

        return q.Answer(Outcome.Met, article, complete, said);
    }

    private static string Count(int fields) => fields.ToString(CultureInfo.InvariantCulture);
}
