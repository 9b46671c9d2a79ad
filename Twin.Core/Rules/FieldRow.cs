namespace Twin.Core.Rules;

/// <summary>A field of a list that an authority asks for, filled in.</summary>
/// <param name="Id">Machine name, unique in its list, e.g. t_in_air; the law's own symbols are not.</param>
/// <param name="Place">Where the law asks for it, in a notation for all languages: annex, number and letter, e.g. "II.1 l"; empty for what
/// the form itself asks for.</param>
/// <param name="Symbol">The law's symbol; empty where it has none.</param>
/// <param name="Unit">Unit of the number; empty for words.</param>
/// <param name="Number">The number; null where it is words or not provided.</param>
/// <param name="Words">The words; null where it is a number or not provided. Empty lists say so in words.</param>
/// <param name="Sources">Columns and keys that it is made from.</param>
/// <param name="Quality">How it came to be.</param>
/// <param name="Note">What must be said with it: an estimate's stand-in, an open question; null for nothing.</param>
/// <remarks>Name and definition stand among the texts under fields.LIST.ID.name and fields.LIST.ID.definition.</remarks>
public sealed record FieldRow(
    string Id,
    string Place,
    string Symbol,
    string Unit,
    double? Number,
    Datum? Words,
    IReadOnlyList<string> Sources,
    Quality Quality,
    Remark? Note);

/// <summary>A list of fields in the order in which its portal asks for them, in one version.</summary>
/// <param name="Id">Identifier, also of its file: eu-2024-1364, enefg-annex3, heat-platform.</param>
/// <param name="Version">Version of the definitions, e.g. 2024-1364 or 2026-draft.</param>
/// <param name="Rows">The fields.</param>
/// <remarks>Versions of one list share the texts fields.LIST; the version's own name stands under fields.version.VERSION.</remarks>
public sealed record FieldList(string Id, string Version, IReadOnlyList<FieldRow> Rows)
{
    /// <summary>What must be said of the list as a whole, such as that its definitions are a draft.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>The fields that nobody has provided, in their order.</summary>
    public IReadOnlyList<FieldRow> Missing => [.. Rows.Where(row => row.Quality == Quality.NotProvided)];
}
