using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>Lays the scenario over the defaults and brings it into one order, so that equal scenarios read the same.</summary>
internal static class Completion
{
    private const double UsualOutputS = 900.0; // the default of time.output

    /// <summary>Completes a whole scenario.</summary>
    /// <returns>Keys in the order of the table, items of named lists in ordinal order of their names; unknown keys are dropped.</returns>
    public static Mapping Complete(Mapping root)
    {
        Mapping whole = Section(WithOutputOfStep(WithSeriesOfWeatherFile(WithClimateOfWeather(root))), Keys.Root);
        View view = View.Of(whole);
        whole = OnlyInUse(whole, "servers", view.Items("halls").Select(hall => hall.Section("racks").Text("server")));
        return EntriesInUse.Of(OnlyInUse(whole, "climates", ClimateCheck.InUse(view)));
    }

    /// <summary>A site that says nothing of its climate has that of its weather.</summary>
    /// <remarks>Nobody wants a demand of Munich under the sky of Helsinki.</remarks>
    private static Mapping WithClimateOfWeather(Mapping root)
    {
        if (root["site"] is not Mapping site || site["climate"] is not (null or Scalar { IsNull: true })
            || (root["weather"] as Mapping)?[Keys.SyntheticKey.Name] is not Scalar { IsNull: false } weather)
        {
            return root;
        }

        var climate = new Scalar(weather.Text, isQuoted: false, Source.Default, 0, 0);
        Mapping named = site.Without("climate");
        named = named.With([.. named.Entries, new("climate", climate, Source.Default, 0, 0)]);
        return root.With([.. root.Entries.Select(entry => entry.Key == "site" ? entry with { Value = named } : entry)]);
    }

    /// <summary>Gives a run whose step is known intervals that steps fill: the least multiple that is no shorter than usual.</summary>
    private static Mapping WithOutputOfStep(Mapping root)
    {
        if (root["time"] is not Mapping time || time["output"] is not (null or Scalar { IsNull: true })
            || time["step"] is not Scalar { IsNull: false } step
            || !Quantity.TryParse(step.Text, Dimension.Duration, out double stepS, out _)
            || stepS < 1.0 || stepS != Math.Floor(stepS) || UsualOutputS % stepS == 0.0)
        {
            return root;
        }

        string text = KeyText.Pretty(Math.Ceiling(UsualOutputS / stepS) * stepS, Dimension.Duration);
        Mapping whole = time.Without("output");
        var output = new Scalar(text, isQuoted: false, Source.Default, 0, 0);
        whole = whole.With([.. whole.Entries, new("output", output, Source.Default, 0, 0)]);
        return root.With([.. root.Entries.Select(entry => entry.Key == "time" ? entry with { Value = whole } : entry)]);
    }

    /// <summary>
    /// A weather file stands for the series that are not given beside it: once they are written out, nothing else has to know of it.
    /// </summary>
    private static Mapping WithSeriesOfWeatherFile(Mapping root)
    {
        if (root["weather"] is not Mapping weather || weather.Find("file") is not { Value: Scalar { IsNull: false } } file)
        {
            return root;
        }

        string[] words = ["file", .. Keys.FileWords().Select(word => word.Name)];
        Mapping source = weather.With([.. weather.Entries.Where(entry => words.Contains(entry.Key))]);
        string[] missing = [.. Keys.WeatherSeries.Where(name => weather[name] is null or Scalar { IsNull: true })];
        Entry? offset = missing.Contains(Keys.AirTemperature) ? weather.Find(Keys.Offset) : null;
        Mapping warmed = offset is null ? source : source.With([.. source.Entries, offset]);
        Mapping whole = weather.With(
        [
            .. weather.Entries.Where(entry => entry != offset).Except(source.Entries),
            .. missing.Select(name =>
                new Entry(name, Keys.Temperatures.Contains(name) ? warmed : source, file.Source, file.Line, file.Column)),
        ]);
        return root.With([.. root.Entries.Select(entry => entry.Key == "weather" ? entry with { Value = whole } : entry)]);
    }

    private static Mapping Section(Mapping mapping, Key key)
    {
        List<Entry> entries = [];
        foreach (Key child in key.Children)
        {
            Entry? entry = mapping.Find(child.Name);
            if (entry?.Value is { } value and not Scalar { IsNull: true })
            {
                entries.Add(entry with { Value = Value(value, child) });
            }
            else if (Missing(mapping, child) is { } made)
            {
                entries.Add(new(child.Name, made, Source.Default, 0, 0));
            }
        }

        return mapping.With(entries);
    }

    private static Node? Missing(Mapping mapping, Key key) => key switch
    {
        { Kind: KeyKind.Quantities, Default: { } text } =>
            new Sequence(
                [.. Enumerable.Repeat(new Scalar(text, isQuoted: false, Source.Default, 0, 0), key.ItemCount)], Source.Default, 0, 0),
        { Default: { } text } => new Scalar(text, isQuoted: false, Source.Default, 0, 0),
        { DefaultFrom: { } other } when mapping[other] is Scalar like => new Scalar(like.Text, isQuoted: false, Source.Default, 0, 0),
        { IsMadeWhenMissing: true } => Section(new Mapping([], Source.Default, 0, 0), key),
        _ => null,
    };

    private static Node Value(Node node, Key key) => (key.Kind, node) switch
    {
        (KeyKind.Section, Mapping section) => Section(section, key),
        (KeyKind.NamedList, Sequence list) => Items(list, key, byName: list.IsNamed),
        (KeyKind.PlainList, Sequence list) => Items(list, key, byName: false),
        (KeyKind.Series, Mapping { } series) when series["file"] is not null =>
            Section(series, key with { Children = Keys.SeriesFile(key) }),
        (KeyKind.Series, Mapping { } series) when key.MayBeSynthetic => Section(series, key with { Children = Keys.SyntheticWords(key) }),
        (KeyKind.Series, Mapping { } series) when key.Children.Count > 0 => Section(series, key),
        _ => node,
    };

    private static Sequence Items(Sequence list, Key key, bool byName)
    {
        IEnumerable<Node> items = list.Items.Select(item => item is Mapping mapping ? Section(mapping, key) : item);
        IEnumerable<Node> ordered = byName ? items.OrderBy(item => ((Mapping)item).Name, StringComparer.Ordinal) : items;
        return new([.. ordered], list.Source, list.Line, list.Column);
    }

    /// <summary>Without entries of the catalogue that nothing names: a catalogue that grows must not change a scenario.</summary>
    private static Mapping OnlyInUse(Mapping whole, string list, IEnumerable<string?> names)
    {
        if (whole[list] is not Sequence all)
        {
            return whole;
        }

        HashSet<string?> used = [.. names];
        Node[] kept = [.. all.Items.Where(item => item.Source.Layer != Layer.Catalogue || used.Contains((item as Mapping)?.Name))];
        var rest = new Sequence(kept, all.Source, all.Line, all.Column);
        return kept.Length == 0
            ? whole.Without(list)
            : whole.With([.. whole.Entries.Select(entry => entry.Key == list ? entry with { Value = rest } : entry)]);
    }
}
