using Twin.Cli.Input;
using Twin.Core.Components.Compute;
using Twin.Core.Units;

namespace Twin.Tests.Components;

/// <summary>Values of the catalogue, the one place where the points of curves stand.</summary>
internal static class Types
{
    public static EfficiencyCurve Titanium { get; } = Psu("titanium");

    public static EfficiencyCurve DoubleConversion { get; } = Ups("double-conversion");

    public static EfficiencyCurve Eco { get; } = Ups("eco");

    public static EfficiencyCurve Psu(string name) => Curve("psus", name);

    public static EfficiencyCurve Ups(string name) => Curve("ups", name);

    public static IReadOnlyList<Mapping> Of(string kind) => Catalogue.Kinds.Single(known => known.Kind.Name == kind).Entries;

    public static Mapping Entry(string kind, string name) => Of(kind).Single(entry => entry.Name == name);

    public static double Value(Mapping entry, string key, Dimension dimension) => Value((Scalar)entry[key]!, dimension);

    public static double[] Values(Mapping entry, string key, Dimension dimension) =>
        [.. ((Sequence)entry[key]!).Items.Select(item => Value((Scalar)item, dimension))];

    private static double Value(Scalar scalar, Dimension dimension) =>
        Quantity.TryParse(scalar.Text, dimension, out double inside, out _) ? inside : throw new FormatException(scalar.Text);

    private static EfficiencyCurve Curve(string kind, string name)
    {
        Mapping entry = Entry(kind, name);
        return new(name, Values(entry, "loads", Dimension.Fraction), Values(entry, "efficiencies", Dimension.Fraction));
    }
}
