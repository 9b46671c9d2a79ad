using System.Globalization;
using Twin.Core.Components.Compute;
using Twin.Core.Plant;
using Twin.Core.Units;

namespace Twin.Cli.Input.Sizes;

/// <summary>Which hall has which share of the servers, and whose work may be lost.</summary>
internal sealed class SizeMix(View file, Place ofBase, PlantDesign plant, FaultList faults)
{
    private const double Rounding = 1e-9; // shares are written in per cent, and sums of three decimals are off in the last digit
    private readonly Key shareKey = KeyMaking.Share("mix", "Share of the rated server power.");

    /// <summary>The halls of the plant, with what the file says of them.</summary>
    public IReadOnlyList<SizeHall> Halls()
    {
        double baseW = plant.Halls.Sum(hall => hall.Racks * RackW(hall));
        Dictionary<string, double>? shares = Shares();
        HashSet<string>? interruptible = Interruptible();
        SizeHall[] halls =
        [
            .. plant.Halls.Select(hall => new SizeHall(
                hall.Name,
                hall.Server.Name,
                hall.ServersPerRack,
                hall.Server.Gpus,
                RackW(hall),
                shares is null ? hall.Racks * RackW(hall) / baseW : shares.GetValueOrDefault(hall.Name),
                hall.Racks,
                interruptible?.Contains(hall.Name) ?? hall.Workload.Deferrable)),
        ];
        if (!(baseW > 0.0))
        {
            faults.Add(
                "IT0522", "nothing to size", file.Has("mix") ? file.Place("mix") : ofBase, "mix",
                "a base without any rack", "a base with racks, of which the size is a multiple");
        }
        else if (faults.IsEmpty && !halls.Any(hall => !hall.IsInterruptible && hall.ShareFraction > 0.0 && hall.GpusPerRack > 0))
        {
            faults.Add(
                "IT0522", "nothing to size", file.Exists ? file.Place("interruptible") : ofBase, "interruptible",
                "no hall with GPUs whose work must not be lost", "at least one hall with a share that is not interruptible");
        }

        return halls;
    }

    private static double RackW(HallParameters hall) => hall.ServersPerRack * hall.Server.RatedPowerW;

    private Dictionary<string, double>? Shares()
    {
        if (file.Node("mix") is not { } node)
        {
            return null;
        }

        if (node is not Mapping mix)
        {
            faults.Add(
                "IT0106", "wrong kind of value", node.Place, "mix", node is Sequence ? "a list" : "a single value",
                $"halls with shares, as in {{ {Example()} }}");
            return null;
        }

        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var check = new ValueCheck(faults);
        foreach (Entry entry in mix.Entries)
        {
            if (!IsHall(entry.Key, entry.Place, TreeMerge.Join("mix", entry.Key)))
            {
                continue;
            }

            if (entry.Value is Scalar value)
            {
                check.Check(value, shareKey, TreeMerge.Join("mix", entry.Key));
                shares[entry.Key] = Quantity.TryParse(value.Text, Dimension.Fraction, out double share, out _) ? share : double.NaN;
            }
            else
            {
                faults.Add(
                    "IT0106", "wrong kind of value", entry.Value.Place, TreeMerge.Join("mix", entry.Key), "keys and values",
                    KeyText.Expected(shareKey));
            }
        }

        if (faults.IsEmpty && Math.Abs(shares.Values.Sum() - 1.0) > Rounding)
        {
            faults.Add(
                "IT0523", "shares that are not a whole", mix.Place, "mix",
                string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100.0 * shares.Values.Sum(), 6)} % in sum"),
                "shares of the rated server power that are 100 % together; a hall that is not named has none");
        }

        return shares;
    }

    private HashSet<string>? Interruptible()
    {
        if (file.Node("interruptible") is not Sequence list)
        {
            return null;
        }

        return
        [
            .. list.Items.OfType<Scalar>().Where(name => IsHall(name.Text, name.Place, "interruptible")).Select(name => name.Text),
        ];
    }

    private string Example() => plant.Halls[0].Name + (plant.Halls.Count == 1 ? ": 100 %" : ": 60 %, ...");

    private bool IsHall(string name, Place place, string path)
    {
        string[] known = [.. plant.Halls.Select(hall => hall.Name)];
        if (known.Contains(name))
        {
            return true;
        }

        faults.Add(
            "IT0206", "unknown name", place, path, $"{FaultText.Printable(name)}, which is no hall of the base",
            $"one of {string.Join(", ", known)}", Nearest.Of(name, known));
        return false;
    }
}
