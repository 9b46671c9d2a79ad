namespace Twin.Cli.Input;

/// <summary>Says of entries of the catalogue that a scenario changes that the changed values come from the scenario.</summary>
/// <remarks>A value that somebody typed must not stand in a resolved scenario under the source of the one that it replaced.</remarks>
internal static class EntryOrigins
{
    private const string Scenario = "scenario";
    private const string Source = "source";
    private const string Confidence = "confidence";
    private const string Notes = "notes";
    private const string Sources = "sources";
    private static readonly string[] NoValues = ["name", "label", Source, Confidence, Notes, Sources];

    /// <summary>A merged tree in which each changed entry says so.</summary>
    public static Mapping Of(Mapping root) => root.With(
    [
        .. root.Entries.Select(entry => entry.Value switch
        {
            Sequence servers when entry.Key == Keys.Servers.Name => entry with { Value = Items(servers, Stated) },
            Sequence climates when entry.Key == Keys.Climates.Name => entry with { Value = Items(climates, StatedLists) },
            Mapping catalogue when entry.Key == Keys.Catalogue.Name => entry with
            {
                Value = catalogue.With(
                [
                    .. catalogue.Entries.Select(kind => kind.Value is Sequence list ? kind with { Value = Items(list, Stated) } : kind),
                ]),
            },
            _ => entry,
        }),
    ]);

    private static Sequence Items(Sequence list, Func<Mapping, Mapping> stated) =>
        new([.. list.Items.Select(item => item is Mapping entry ? stated(entry) : item)], list.Source, list.Line, list.Column);

    private static Mapping Stated(Mapping entry)
    {
        string[] changed = Changed(entry);
        return changed.Length == 0 ? entry : entry.With(
        [
            .. entry.Entries
                .Where(value => value.Key != Confidence || IsChanged(value.Value)) // as sure as its least sure value, if nobody says more
                .Select(value => value switch
                {
                    { Key: Source, Value: Scalar source } when !IsChanged(source) => value with { Value = Stated(source, changed) },
                    { Key: Notes, Value: Mapping notes } => value with { Value = WithoutOld(notes, changed) },
                    _ => value,
                }),
        ]);
    }

    private static Scalar Stated(Scalar source, string[] changed) => new(
        $"{Scenario} for {string.Join(", ", changed)}; else {source.Text}", isQuoted: true, source.Source, source.Line, source.Column);

    /// <summary>A climate has a source for each of its lists.</summary>
    private static Mapping StatedLists(Mapping climate)
    {
        string[] changed = Changed(climate);
        return climate.With(
        [
            .. climate.Entries.Select(value => value.Key == Sources && value.Value is Mapping sources
                ? value with { Value = WithoutOld(sources, changed) }
                : value),
        ]);
    }

    private static string[] Changed(Mapping entry) =>
        [.. entry.Entries.Where(value => !NoValues.Contains(value.Key) && IsChanged(value.Value)).Select(value => value.Key)];

    private static Mapping WithoutOld(Mapping remarks, string[] changed) =>
        remarks.With([.. remarks.Entries.Where(remark => !changed.Contains(remark.Key) || IsChanged(remark.Value))]);

    private static bool IsChanged(Node node) => node.Source.Layer > Layer.Catalogue;
}
