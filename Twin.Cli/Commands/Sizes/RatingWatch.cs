using Twin.Cli.Output.Sizes;
using Twin.Core.Plant;

namespace Twin.Cli.Commands.Sizes;

/// <summary>Holds UPS and transformers against the rating of the units in service.</summary>
/// <remarks>
/// The plant does not shed for them: in the model an overloaded UPS only loses more. Nobody would call that carried, so a size at which a
/// rating is passed in any interval does not hold.
/// </remarks>
internal sealed class RatingWatch(PlantDesign plant)
{
    private const double Rounding = 1e-9;
    private static readonly string[] ItParts = ["power_w", "network_w", "distribution_loss_w"];
    private readonly List<Rating> ratings = [];

    /// <summary>Finds the columns.</summary>
    public void Begin(RowSlots slots)
    {
        foreach (var bank in plant.Ups)
        {
            int[] parts =
            [
                .. plant.Halls.Where(hall => hall.Chain.Ups == bank.Name)
                    .SelectMany(hall => ItParts.Select(part => $"halls.{hall.Name}.{part}"))
                    .Select(slots.Of),
            ];
            ratings.Add(new("ups." + bank.Name, parts, [], bank.Bank.AvailableW));
        }

        if (plant.Transformers is { } transformers)
        {
            // Apparent power against a rating in VA: both by the power factor of the site.
            double ratedW = transformers.Bank.AvailableW * plant.Grid.PowerFactor;
            ratings.Add(new("transformers", [slots.Of("site.power_w")], [slots.Of("transformers.loss_w")], ratedW));
        }
    }

    /// <summary>Looks at an interval.</summary>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        foreach (Rating rating in ratings)
        {
            double loadW = 0.0;
            foreach (int slot in rating.Parts)
            {
                loadW += values[slot];
            }

            foreach (int slot in rating.Less)
            {
                loadW -= values[slot];
            }

            if (loadW > rating.LargestW)
            {
                (rating.LargestW, rating.WorstUnixS) = (loadW, startUnixS);
            }
        }
    }

    /// <summary>Ratings that were passed, by most first.</summary>
    public IEnumerable<SizeLimit> Passed() => ratings
        .Where(rating => rating.LargestW > rating.RatedW * (1.0 + Rounding))
        .Select(rating => new SizeLimit(rating.Name, [], LostGpuHours: 0.0, (rating.LargestW / rating.RatedW) - 1.0, rating.WorstUnixS))
        .OrderByDescending(limit => limit.OverFraction)
        .ThenBy(limit => limit.Name, StringComparer.Ordinal);

    private sealed class Rating(string name, int[] parts, int[] less, double ratedW)
    {
        public string Name => name;

        public int[] Parts => parts;

        public int[] Less => less;

        public double RatedW => ratedW;

        public double LargestW { get; set; }

        public long WorstUnixS { get; set; }
    }
}
