using static Twin.Core.Climate.ClimateNormals;

namespace Twin.Core.Climate;

/// <summary>What the water beside a site is like in an average year: a river, a lake or a bay. Lists have twelve values.</summary>
public sealed record RiverNormals
{
    /// <summary>Monthly mean of the water temperature [degC]; 0.2 to 40.</summary>
    public required IReadOnlyList<double> MeanC { get; init; }

    /// <summary>Highest minus lowest water temperature of a day [K]; 0 to 10.</summary>
    public required IReadOnlyList<double> DailySwingK { get; init; }

    /// <summary>
    /// Standard deviation of that part of daily water temperatures which does not follow the air [K]; 0 to 10. It holds
    /// before each month is brought to its normal, which takes about a quarter of it away.
    /// </summary>
    public required IReadOnlyList<double> AnomalyK { get; init; }

    /// <summary>Share of the water's own anomaly that is left after a day [1]; 0 to 0.99.</summary>
    public required double Persistence { get; init; }

    /// <summary>Change of the water per change of the smoothed air temperature [K/K]; 0 to 2.</summary>
    public required double PerAir { get; init; }

    /// <summary>Time constant by which the water follows the air [d]; 0.01 to 30.</summary>
    public required double LagDays { get; init; }

    /// <summary>Whether all values are the same: those of lists are compared, not the lists.</summary>
    /// <param name="other">Other normals.</param>
    public bool Equals(RiverNormals? other) => other is not null && Numbers().SequenceEqual(other.Numbers());

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf(Numbers());

    private IEnumerable<double> Numbers() => [Persistence, PerAir, LagDays, .. MeanC, .. DailySwingK, .. AnomalyK];

    /// <summary>Checks that all values are within their ranges.</summary>
    /// <exception cref="ArgumentException">A list has not twelve values, or a value is outside its range.</exception>
    public void Check()
    {
        Within(Persistence, 0.0, 0.99, nameof(Persistence));
        Within(PerAir, 0.0, 2.0, nameof(PerAir));
        Within(LagDays, 0.01, 30.0, nameof(LagDays));
        Within(MeanC, 0.2, 40.0, nameof(MeanC));
        Within(DailySwingK, 0.0, 10.0, nameof(DailySwingK));
        Within(AnomalyK, 0.0, 10.0, nameof(AnomalyK));
    }
}
