using System.Globalization;
using System.Text;

namespace Twin.Cli.Output.Pages;

/// <summary>The one writer of HTML and SVG: whatever text passes through it stays text, whoever wrote it.</summary>
/// <remarks>
/// Names of elements and attributes are ours and are checked all the same; an attribute that could run code or that the page's own policy
/// forbids (style, on..., a link out of the page) is a mistake of ours.
/// </remarks>
internal sealed class Html
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    /// <summary>What was written; every element must be closed.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => open.Count == 0
        ? text.ToString()
        : throw new InvalidOperationException($"<{open.Peek()}> is still open.");

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public Html Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        text.Append('>');
        open.Push(element);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    /// <param name="element">Its name, so that the writer's code shows what it closes.</param>
    public Html Close(string element)
    {
        if (open.Count == 0 || open.Peek() != element)
        {
            throw new InvalidOperationException($"<{element}> is not the element that is open.");
        }

        open.Pop();
        text.Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>Writes an element without content.</summary>
    public Html Leaf(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        text.Append("/>");
        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public Html Element(string element, string content, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(content).Close(element);

    /// <summary>Writes text.</summary>
    public Html Text(string content)
    {
        Escape(content);
        return this;
    }

    /// <summary>Begins a line in the file: for people who look at the source.</summary>
    public Html Line()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>Writes a style sheet or a script of ours as it is.</summary>
    /// <param name="element">style or script.</param>
    /// <param name="content">Its content, which nothing in it may end early.</param>
    public Html Embed(string element, string content)
    {
        if (element is not ("style" or "script")
            || content.Contains("</", StringComparison.Ordinal) || content.Contains("<!--", StringComparison.Ordinal))
        {
            throw new ArgumentException("Only a style sheet or a script that does not end itself can be embedded.", nameof(content));
        }

        text.Append('<').Append(element).Append('>').Append(content).Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>The first line of a page.</summary>
    public Html Doctype()
    {
        text.Append("<!DOCTYPE html>\n");
        return this;
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static bool IsAllowed(string name, string value) =>
        name is not "style" and not "src" and not "srcdoc" and not "action"
        && !name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        && (name != "href" || value.StartsWith('#') || value.StartsWith("data:image/png;base64,", StringComparison.Ordinal));

    private void Begin(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (!IsName(element))
        {
            throw new ArgumentException($"{element} is no name of an element.", nameof(element));
        }

        text.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            if (!IsName(name) || !IsAllowed(name, value))
            {
                throw new ArgumentException($"The page must not have an attribute {name} with this value.", nameof(attributes));
            }

            text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            text.Append('"');
        }
    }

    private void Escape(string content)
    {
        foreach (Rune letter in content.EnumerateRunes())
        {
            string? entity = letter.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' or '\t' => null,
                _ => Rune.GetUnicodeCategory(letter) == UnicodeCategory.Control ? "\uFFFD" : null,
            };
            text.Append(entity ?? letter.ToString());
        }
    }
}
