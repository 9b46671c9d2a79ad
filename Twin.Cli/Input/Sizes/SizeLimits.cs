using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input.Sizes;

/// <summary>The range in which a size is searched.</summary>
internal static class SizeLimits
{
    /// <summary>Reads two multiples of the base; the usual ones where there are none.</summary>
    public static (double Least, double Most) Read(Node? written, FaultList faults)
    {
        if (written is null)
        {
            return (SizeKeys.UsualLeast, SizeKeys.UsualMost);
        }

        if (written is Sequence { Items: [Scalar first, Scalar second] }
            && Quantity.TryParseNumber(first.Text, out double least, out _)
            && Quantity.TryParseNumber(second.Text, out double most, out _)
            && least >= 0.0 && most > least && most <= SizeKeys.MostMultiple)
        {
            return (least, most);
        }

        string found = written is Sequence list
            ? $"[{string.Join(", ", list.Items.Select(item => item is Scalar one ? FaultText.Printable(one.Text) : "..."))}]"
            : written is Scalar single ? FaultText.Printable(single.Text) : "keys and values";
        faults.Add(
            "IT0205", "out of range", written.Place, "limits", found,
            string.Create(
                CultureInfo.InvariantCulture,
                $"two multiples of the base from 0 to {SizeKeys.MostMultiple}, the lower one first, such as [0.1, 3]"));
        return (SizeKeys.UsualLeast, SizeKeys.UsualMost);
    }
}
