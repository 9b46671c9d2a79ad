using System.Globalization;

namespace Twin.Cli.Output.Pages;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="IsNumber">Whether it stands to the right.</param>
internal readonly record struct PageColumn(string Name, bool IsNumber = false);

/// <summary>A table with caption, heads and scopes, in a frame that moves sideways where the screen is narrow.</summary>
internal sealed class PageTable : IDisposable
{
    private readonly Html html;
    private readonly IReadOnlyList<PageColumn> columns;
    private int place;

    /// <summary>Opens a table.</summary>
    /// <param name="html">Page.</param>
    /// <param name="id">Identifier, unique in the page.</param>
    /// <param name="caption">What the table holds.</param>
    /// <param name="columns">Its columns; the first one names the row.</param>
    /// <param name="kind">A class of its own.</param>
    public PageTable(Html html, string id, string caption, IReadOnlyList<PageColumn> columns, string? kind = null)
    {
        this.html = html;
        this.columns = columns;
        html.Line().Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", id));
        html.Open("table", ("class", kind)).Element("caption", caption, ("id", id)).Open("thead").Open("tr");
        foreach (PageColumn column in columns)
        {
            html.Element("th", column.Name, ("scope", "col"), ("class", column.IsNumber ? "num" : null));
        }

        html.Close("tr").Close("thead").Open("tbody");
    }

    /// <summary>Begins a row.</summary>
    public PageTable Row(string? kind = null)
    {
        html.Line().Open("tr", ("class", kind));
        place = 0;
        return this;
    }

    /// <summary>Ends a row.</summary>
    public void EndRow()
    {
        if (place != columns.Count)
        {
            throw new InvalidOperationException($"A row has {place} cells in a table of {columns.Count} columns.");
        }

        html.Close("tr");
    }

    /// <summary>Writes a cell of words, and what they are sorted by where it is not the words.</summary>
    public PageTable Cell(string text, double? sortBy = null) => Cell(() => html.Text(text), sortBy);

    /// <summary>Writes a cell with content of its own.</summary>
    public PageTable Cell(Action content, double? sortBy = null, string? kind = null)
    {
        string element = place == 0 ? "th" : "td";
        html.Open(
            element,
            ("scope", place == 0 ? "row" : null),
            ("class", kind ?? (columns[place].IsNumber ? "num" : null)),
            ("data-value", sortBy?.ToString("R", CultureInfo.InvariantCulture)));
        content();
        html.Close(element);
        place++;
        return this;
    }

    /// <summary>Closes the table.</summary>
    public void Dispose() => html.Close("tbody").Close("table").Close("div");
}
