using static Twin.Core.Climate.ClimateNormals;

namespace Twin.Core.Climate;

/// <summary>Flow of a river in an average year.</summary>
/// <param name="MeanM3PerS">Monthly mean, twelve values, January first [m3/s]; 0.001 to 1e6.</param>
/// <param name="LogSpread">
/// Standard deviation of the logarithm of daily flows about the course of the year [1]; 0 to 2. It holds before each month is
/// brought to its normal, which takes a third to a half of it away where days persist.
/// </param>
/// <param name="Persistence">Share of an anomaly of the logarithm that is left after a day [1]; 0 to 0.97.</param>
public sealed record DischargeNormals(IReadOnlyList<double> MeanM3PerS, double LogSpread, double Persistence)
{
    /// <summary>Whether all values are the same: those of lists are compared, not the lists.</summary>
    /// <param name="other">Other normals.</param>
    public bool Equals(DischargeNormals? other) =>
        other is not null && LogSpread == other.LogSpread && Persistence == other.Persistence && MeanM3PerS.SequenceEqual(other.MeanM3PerS);

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf(MeanM3PerS);

    /// <summary>Checks that all values are within their ranges.</summary>
    /// <exception cref="ArgumentException">The list has not twelve values, or a value is outside its range.</exception>
    public void Check()
    {
        Within(MeanM3PerS, 0.001, 1e6, nameof(MeanM3PerS));
        Within(LogSpread, 0.0, 2.0, nameof(LogSpread));
        Within(Persistence, 0.0, 0.97, nameof(Persistence));
    }
}
