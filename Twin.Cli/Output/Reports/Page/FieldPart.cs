using Twin.Cli.Output.Pages;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>The lists that authorities ask for, in the order of their portals.</summary>
internal static class FieldPart
{
    /// <summary>Writes a table for each list.</summary>
    public static void Write(PagePart part) => part.Section("fields", () =>
    {
        if (part.Subject.Lists.Count == 0)
        {
            part.Paragraph(part.T("fields.none"));
            return;
        }

        part.Paragraph(part.T("fields.lead"));
        foreach (FieldList list in part.Subject.Lists)
        {
            WriteList(part, list);
        }
    });

    /// <summary>Title of a list with its version.</summary>
    internal static string TitleOf(PagePart part, FieldList list) =>
        part.T("fields.list." + list.Id, part.Texts["fields.version." + list.Version]);

    /// <summary>Identifier of a list's table, without what makes it unique among subjects.</summary>
    internal static string IdOf(FieldList list) => $"fields-{list.Id}-{list.Version}";

    private static void WriteList(PagePart part, FieldList list)
    {
        int missing = list.Missing.Count;
        string title = TitleOf(part, list);
        part.Html.Line().Open("details").Open("summary").Text(title).Text(" ");
        part.Html.Element("small", part.T("fields.filled", list.Rows.Count - missing, list.Rows.Count)).Close("summary");
        foreach (Remark note in list.Notes)
        {
            part.Paragraph(part.Texts.Say(note), "note");
        }

        PageColumn[] columns =
        [
            new(part.T("fields.field")), new(part.T("value"), true), new(part.T("fields.definition")), new(part.T("quality.title")),
            new(part.T("sources")),
        ];
        using (var table = part.Table(IdOf(list), title, columns, "wide-words"))
        {
            foreach (FieldRow row in list.Rows)
            {
                WriteRow(part, table, list, row);
            }
        }

        part.Html.Close("details");
    }

    private static void WriteRow(PagePart part, PageTable table, FieldList list, FieldRow row)
    {
        string texts = $"fields.{list.Id}.{row.Id}";
        table.Row(row.Quality == Quality.NotProvided ? "none" : null).Cell(() =>
        {
            part.Html.Text(part.Texts[texts + ".name"]).Leaf("br");
            string[] asked = [.. new[] { Citation.Place(row.Place, part.Texts), row.Symbol }.Where(word => word.Length > 0)];
            part.Html.Element("small", string.Join(", ", asked));
            part.Html.Text(" ").Element("code", row.Id);
        });
        WriteValue(part, table, row);
        table.Cell(() =>
        {
            part.Html.Text(part.Texts[texts + ".definition"]);
            if (row.Note is { } note)
            {
                part.Html.Leaf("br").Element("em", part.Texts.Say(note));
            }
        });
        table.Cell(part.Of(row.Quality)).Cell(() => part.Codes(row.Sources), kind: "sources").EndRow();
    }

    private static void WriteValue(PagePart part, PageTable table, FieldRow row)
    {
        if (row.Number is { } number)
        {
            table.Cell(part.WithUnit(number, row.Unit), number);
        }
        else if (row.Words is { } words)
        {
            table.Cell(
                () =>
                {
                    if (words.Words is { } given)
                    {
                        part.Given(given);
                    }
                    else
                    {
                        part.Html.Text(part.Texts.Say(words));
                    }
                },
                kind: "words");
        }
        else
        {
            table.Cell(part.Of(row.Quality));
        }
    }
}
