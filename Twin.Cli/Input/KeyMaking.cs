using Twin.Cli.Input.Formats;
using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>Short words for the table of keys, so that a row stays a row.</summary>
internal static class KeyMaking
{
    public static Key Section(string name, string about, params Key[] children) =>
        new(name, KeyKind.Section, about) { Children = children };

    public static Key Named(string name, string about, params Key[] children) =>
        new(name, KeyKind.NamedList, about)
        {
            Children = [Identifier("name", "Name by which other keys and the results call it.").Required(), .. children],
        };

    public static Key Of(string name, Dimension dimension, string about, string? standard = null) =>
        new(name, KeyKind.Quantity, about) { Dimension = dimension, Default = standard };

    public static Key Share(string name, string about, string? standard = null) =>
        Of(name, Dimension.Fraction, about, standard).From(0).To(1);

    public static Key Size(string name, string about) => Of(name, Dimension.Power, about).Required().Above(0);

    public static Key Whole(string name, string about, double from, double to, string? standard = null) =>
        new(name, KeyKind.Integer, about) { Minimum = from, Maximum = to, Default = standard };

    public static Key Number(string name, string about, double from, double to, string standard) =>
        new(name, KeyKind.Number, about) { Minimum = from, Maximum = to, Default = standard };

    public static Key Units(string about) => Whole("units", about, 1, 10_000).Required();

    public static Key Out(string about = "Units out of service.") => Whole("out", about, 0, 10_000, "0");

    public static Key Choice(string name, string about, string? standard, params string[] words) =>
        new(name, KeyKind.Choice, about) { Default = standard, Choices = words };

    public static Key Truth(string name, string about) =>
        new(name, KeyKind.Truth, about) { Default = "false", Choices = ["true", "false"] };

    public static Key Identifier(string name, string about) => new(name, KeyKind.Identifier, about);

    public static Key Free(string name, string about) => new(name, KeyKind.Text, about);

    public static Key Series(string name, Dimension dimension, string about, string? standard = null) =>
        new(name, KeyKind.Series, about) { Dimension = dimension, Default = standard };

    public static Key Reference(string name, string about, params string[] targets) =>
        new(name, KeyKind.Reference, about) { Targets = targets };

    public static Key Type(string kind, string name = "type") =>
        Reference(name, "Entry of the catalogue whose values stand where this says nothing.", "catalogue." + kind) with { IsType = true };

    public static Key List(string name, Dimension dimension, string about) =>
        new(name, KeyKind.Quantities, about) { Dimension = dimension, IsRequired = true, FewestItems = 1 };

    /// <summary>A kind of the catalogue: the values of an entry, where they come from, and remarks on single ones.</summary>
    public static Key Kind(string name, string about, params Key[] values) => Named(name, about, [.. values, .. Origin(values)]);

    /// <summary>Keys that say where the values of an entry come from.</summary>
    public static Key[] Origin(params Key[] values) =>
    [
        Free("source", "Where the values come from.") with { Default = "scenario" },
        Choice("confidence", "How sure they are.", "assumed", "measured", "published", "assumed"),
        Section("notes", "Remarks on single values, such as another origin.", [.. values.Select(value => Free(value.Name, value.About))]),
    ];

    /// <summary>Some keys of a machine as an entry of the catalogue may have them: none must be there.</summary>
    public static Key[] Some(Key machine, params string[] names) =>
    [
        .. names.Select(name => machine.Children.Single(child => child.Name == name) with
        {
            IsRequired = false,
            Default = null,
            DefaultFrom = null,
        }),
    ];

    public static Key HeatTo(string about) =>
        Reference("heat_to", about, "loops") with { Choices = ["outside"], Default = "outside" };

    public static Key Required(this Key key) => key with { IsRequired = true };

    public static Key From(this Key key, double least) => key with { Minimum = least };

    public static Key Above(this Key key, double least) => key with { Minimum = least, IsAboveMinimum = true };

    public static Key To(this Key key, double most) => key with { Maximum = most };

    public static Key Or(this Key key, params string[] words) => key with { Choices = words };

    public static Key Synthetic(this Key key) => key with { MayBeSynthetic = true };

    public static Key Asking(this Key key, Measurand measurand) => key with { Asks = measurand };

    public static Key Held(this Key key) => key with { Between = "hold" };

    public static Key AtLeastOne(this Key key) => key with { FewestItems = 1 };

    public static Key MadeWhenMissing(this Key key) => key with { IsMadeWhenMissing = true };

    public static Key WithOneOf(this Key key, params string[] names) => key with { OneOf = names };
}
