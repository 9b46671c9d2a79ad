using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input.Sizes;

/// <summary>Values of the base that grow with the servers.</summary>
internal static class SizeScales
{
    /// <summary>Finds a value by its dotted path.</summary>
    /// <param name="written">The path.</param>
    /// <param name="root">The completed base.</param>
    /// <param name="faults">Receives paths that lead nowhere, or to no single number.</param>
    public static SizeScale? Find(Scalar written, Mapping root, FaultList faults)
    {
        string[] parts = written.Text.Split('.');
        Node at = TreePath.Follow(root, parts, out int depth);
        if (depth < parts.Length)
        {
            IReadOnlyList<string> names = TreePath.NamesAt(at);
            faults.Add(
                "IT0206", "unknown name", written.Place, "scales",
                $"{FaultText.Printable(parts[depth])}, which the base does not have there",
                names.Count == 0 ? $"nothing below {string.Join('.', parts[..depth])}" : $"one of {string.Join(", ", names)}",
                Nearest.Of(parts[depth], names));
            return null;
        }

        Key? key = Keys.Find(parts, out _, out _);
        if (key is null || at is not Scalar value || Inside(key, value.Text) is not { } inside)
        {
            string what = at is Scalar word ? FaultText.Printable(word.Text) : at is Sequence ? "a list" : "several keys";
            faults.Add(
                "IT0524", "no number to scale", written.Place, "scales", $"{FaultText.Printable(written.Text)}, which is {what}",
                "the path of one number that grows with the servers, such as ups.main.units or river.permit.intake");
            return null;
        }

        return new(written.Text, key, inside);
    }

    /// <summary>The value at a multiple of the base; whole numbers are rounded up, since half a machine cannot be bought.</summary>
    /// <param name="scale">What grows.</param>
    /// <param name="multiple">Multiple of the base [1].</param>
    /// <param name="least">Least whole number: a group of which one unit is out in a case has two in service and more.</param>
    public static Entry At(SizeScale scale, double multiple, int least) => SizeCases.Value(scale.Path, scale.Key.Kind switch
    {
        // A hair less first: a multiple of exactly 2 may come out as 2.0000000000000004, and would buy a machine.
        KeyKind.Integer => Math.Max(least, Math.Ceiling(scale.Inside * multiple * (1.0 - 1e-12)))
            .ToString("0", CultureInfo.InvariantCulture),
        KeyKind.Number => (scale.Inside * multiple).ToString("R", CultureInfo.InvariantCulture),
        _ => KeyText.Pretty(scale.Inside * multiple, scale.Key.Dimension),
    });

    private static double? Inside(Key key, string text) => key.Kind switch
    {
        KeyKind.Number or KeyKind.Integer => Quantity.TryParseNumber(text, out double number, out _) ? number : null,
        KeyKind.Quantity or KeyKind.Series => Quantity.TryParse(text, key.Dimension, out double inside, out _) ? inside : null,
        _ => null,
    };
}
