using System.Globalization;

namespace Twin.Core.Rules;

/// <summary>Fills the fields of a list in, one after the other.</summary>
/// <param name="centre">The centre in its reporting year.</param>
internal sealed class FieldWriter(CentreYear centre)
{
    private readonly List<FieldRow> rows = [];

    /// <summary>The fields so far.</summary>
    public IReadOnlyList<FieldRow> Rows => rows;

    /// <summary>Key of a field's name.</summary>
    public static string NameKey(string list, string id) => $"fields.{list}.{id}.name";

    /// <summary>The reporting period, which every form asks for: its year, and the first and last day that the numbers are of.</summary>
    public void Period()
    {
        Remark? note = centre.IsDesign ? new("fields.note.design")
            : centre.IsWhole ? null
            : centre.IsComplete ? new("fields.note.from-start")
            : new("fields.note.interim");
        Day("reporting_period", centre.Year.ToString(CultureInfo.InvariantCulture), note);
        Day("period_from", centre.From.ToString("O", CultureInfo.InvariantCulture));
        Day("period_to", centre.To.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Words as the scenario has them; blanks are no words.</summary>
    public void Words(string id, string place, string key, string? words, Remark? note = null) =>
        Add(id, place, [key], string.IsNullOrWhiteSpace(words) ? null : Datum.Of(words), Quality.Stated, note);

    /// <summary>A word of the reader's language.</summary>
    /// <param name="id">Machine name.</param>
    /// <param name="place">Where the law asks for it.</param>
    /// <param name="key">Key of the scenario.</param>
    /// <param name="word">Its key, under fields.word; null where not provided.</param>
    /// <param name="note">What must be said with it.</param>
    public void Word(string id, string place, string key, string? word, Remark? note = null) =>
        Add(id, place, [key], word is null ? null : Datum.Text(word), Quality.Stated, note);

    /// <summary>A word of the reader's language that follows from a figure.</summary>
    public void Word(string id, string place, Figure figure, string? word, Remark? note = null) =>
        Add(id, place, figure.Sources, word is null ? null : Datum.Text(word), figure.Quality, note);

    /// <summary>A number that the scenario states.</summary>
    public void Stated(string id, string place, string symbol, string unit, double? number, string key, Remark? note = null) =>
        Number(id, place, symbol, unit, number, [key], Quality.Stated, note);

    /// <summary>A figure of the year as it is.</summary>
    public void Figure(string id, string place, string symbol, string name, Remark? note = null)
    {
        Figure figure = centre.Figures[name];
        Number(id, place, symbol, figure.Unit, figure.Value, figure.Sources, figure.Quality, note);
    }

    /// <summary>A number; null or what is no number is not provided.</summary>
    public void Number(
        string id,
        string place,
        string symbol,
        string unit,
        double? number,
        IReadOnlyList<string> sources,
        Quality quality,
        Remark? note = null)
    {
        double? finite = number is { } value && double.IsFinite(value) ? value : null;
        bool isMissing = finite is null && quality != Quality.NotDefined;
        rows.Add(new(id, place, symbol, unit, finite, null, sources, isMissing ? Quality.NotProvided : quality, note));
    }

    private void Day(string id, string day, Remark? note = null) =>
        Add(id, string.Empty, ["time"], Datum.Of(day), Quality.Stated, note);

    private void Add(string id, string place, IReadOnlyList<string> sources, Datum? words, Quality quality, Remark? note) =>
        rows.Add(new(
            id, place, string.Empty, string.Empty, null, words, sources, words is null ? Quality.NotProvided : quality, note));
}
