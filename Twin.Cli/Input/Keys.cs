using Twin.Cli.Input.Formats;
using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input;

/// <summary>Every key of a scenario, schema 1, in the order in which a resolved scenario is written.</summary>
internal static partial class Keys
{
    /// <summary>Lists whose machines can stand in the sinks of a loop.</summary>
    public static IReadOnlyList<string> SinkLists { get; } =
        ["river_exchangers", "dry_coolers", "chillers", "heat_pumps", "direct_exchangers"];

    /// <summary>Series of the weather; what is not given of them comes from the climate of the site.</summary>
    public static IReadOnlyList<string> WeatherSeries { get; } = [AirTemperature, "wet_bulb", "ghi", "wind"];

    /// <summary>Those of them that a warmer climate warms.</summary>
    public static IReadOnlyList<string> Temperatures { get; } = [AirTemperature, "wet_bulb"];

    /// <summary>Outdoor air, among the series of the weather.</summary>
    public const string AirTemperature = "air_temperature";

    /// <summary>Servers, the one kind of the catalogue that has its own list in a scenario.</summary>
    public static Key Servers { get; } = ServersKey;

    /// <summary>Climates, which have a list of their own too.</summary>
    public static Key Climates { get; } = ClimatesKey;

    /// <summary>All other kinds of the catalogue.</summary>
    public static Key Catalogue { get; } = CatalogueKey;

    /// <summary>The whole scenario; declared after what it is made from, because statics are set in this order.</summary>
    public static Key Root { get; } = Section(
        "",
        "A scenario: one plant in one stretch of time.",
        Whole("schema", "Version of this format.", 1, 1).Required(),
        Identifier("name", "Name of the scenario and of its results folder.").Required(),
        Free("label", "Name for people.") with { DefaultFrom = "name" },
        new Key("extends", KeyKind.Paths, "Files to start from, left to right; relative to this file."),
        new Key("overrides", KeyKind.Overrides, "Named sets of dotted paths with values, chosen by --scenario."),
        SiteKey,
        TimeKey,
        new Key("phases", KeyKind.PlainList, "What changes from a day on; each phase stands on the one before.")
        {
            Children =
            [
                new Key("from", KeyKind.Date, "First day, site time.").Required(),
                new Key("set", KeyKind.Changes, "Machines and permits that change, by dotted path.").Required(),
            ],
        },
        Climates,
        WeatherKey,
        RiverKey,
        Catalogue,
        Servers,
        HallsKey,
        UpsKey,
        TransformersKey,
        LoopsKey,
        RiverExchangersKey,
        DryCoolersKey,
        ChillersKey,
        HeatPumpsKey,
        DirectExchangersKey,
        DistrictHeatKey,
        PhotovoltaicsKey,
        WindKey,
        BatteryKey,
        ContractsKey,
        Share("guarantees_of_origin", "Share of what contracts leave open that is covered by bought guarantees of origin.", "0 %"),
        GridKey,
        CentreKey,
        TenantsKey,
        AssumptionsKey);

    /// <summary>The keys under a series that is read from a file.</summary>
    public static IReadOnlyList<Key> SeriesFile(Key series) =>
    [
        new Key("file", KeyKind.Path, "Data file, plain or gzip, relative to the file that names it.").Required(),
        FormatWord with { Default = FileFormats.Auto },
        Free("column", "Name of the column, without its unit; not needed where the format says which column measures what is asked for."),
        Free("unit", "Unit of the column, where the file does not say it."),
        ZoneWord,
        Choice(
            "between",
            $"How values go from sample to sample; auto is what the format says, and {series.Between} for a csv.", "auto", "auto",
                "linear", "hold", "mean"),
        Choice("stamps", "What a stamp names of its interval; auto is what the format says, and its begin for a csv.", "auto", "auto",
            "begin", "middle", "end"),
        Choice("decimal", "Decimal mark of a csv.", "point", "point", "comma"),
        FillWords,
        CalendarWord with { Default = "exact" },
        Of(Offset, Difference(series.Dimension), "Added to every value.", KeyText.Pretty(0.0, Difference(series.Dimension))),
        Number("factor", "Multiplied with every value, before the offset.", double.NegativeInfinity, double.PositiveInfinity, "1"),
        Free("sha256", "Fingerprint that the file must have."),
    ];

    /// <summary>What a whole weather file may have beside its name; it goes to each series made from it.</summary>
    public static IReadOnlyList<Key> FileWords() => [FormatWord, ZoneWord, FillWords, CalendarWord];

    private static Key FormatWord =>
        Choice("format", "Format of the file; auto recognises it by its first lines.", null, [FileFormats.Auto, .. FileFormats.Names]);

    private static Key ZoneWord =>
        new("zone", KeyKind.Zone, "IANA zone, UTC or +01:00 of stamps without an offset, in place of what the file says.") { MayBeOffset =
            true };

    private static Key CalendarWord => Choice("calendar", "Whether stamps hold as they are or a year repeats.", null, "exact", "repeat");

    private static Key FillWords => Section(
        "fill",
        "How gaps are closed; without it a gap is a fault.",
        Of("linear", Dimension.Duration, "Longest gap closed by a straight line.").Above(0),
        Of("hold", Dimension.Duration, "Longest gap closed by the last value.").Above(0)).WithOneOf("linear", "hold");

    /// <summary>Finds a key by a dotted path, in which items of named lists are called by their names.</summary>
    /// <returns>The key, or null with the index of the first part that leads nowhere and the keys that could stand there.</returns>
    public static Key? Find(IReadOnlyList<string> parts, out int wrong, out IReadOnlyList<string> known)
    {
        Key at = Root;
        known = [];
        for (wrong = 0; wrong < parts.Count; wrong++)
        {
            if (at.Kind == KeyKind.NamedList)
            {
                at = Section(at.Name, at.About, [.. at.Children]); // this part is the name of an item
                continue;
            }

            IReadOnlyList<Key> children = at.Kind == KeyKind.Series
                ? [.. SeriesFile(at), .. SyntheticWords(at), .. at.Children]
                : at.Children;
            string part = parts[wrong];
            known = [.. children.Select(child => child.Name)];
            if (children.FirstOrDefault(child => child.Name == part) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    /// <summary>The key by which a section names the entry of the catalogue that may give it a value; null if none can.</summary>
    public static Key? TypeThatGives(Key section, Key child) => section.Children.FirstOrDefault(type => type.IsType) is { } type
        && !TypeLayer.NeverTaken.Contains(child.Name)
        && Catalogue.Children.Single(kind => $"{Catalogue.Name}.{kind.Name}" == type.Targets[0]).Children
            .Any(value => value.Name == child.Name)
            ? type
            : null;

    /// <summary>The key by which a series is taken from a climate.</summary>
    public static Key SyntheticKey => Reference("synthetic", "Climate of the catalogue or of this scenario.", "climates");

    /// <summary>Added to every value of a series.</summary>
    public const string Offset = "offset";

    /// <summary>The keys under a series that is taken from a climate: a temperature may be warmer or colder than there.</summary>
    public static IReadOnlyList<Key> SyntheticWords(Key series) => series.Dimension == Dimension.Temperature
        ? [SyntheticKey.Required(), WarmingWord("Added to every value; water does not get colder than 0.2 degC.")]
        : [SyntheticKey.Required()];

    private static Key WarmingWord(string about) =>
        Of(Offset, Dimension.TemperatureDifference, about, "0 K").From(-20).To(20);

    private static Dimension Difference(Dimension dimension) =>
        dimension == Dimension.Temperature ? Dimension.TemperatureDifference : dimension;
}
