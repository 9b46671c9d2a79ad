using Twin.Core.Studies;

namespace Twin.Tests.Studies;

/// <summary>The function by which sensitivity codes are judged, with a = 7 and b = 0.1, and what is true of it.</summary>
/// <remarks>
/// sin x1 + a·sin² x2 + b·x3⁴·sin x1, each x uniform from −π to π. Source: T. Ishigami and T. Homma, An importance quantification
/// technique in uncertainty analysis for computer models, ISUMA 1990, 398-403; variances in closed form from the integrals.
/// </remarks>
internal static class Ishigami
{
    private const double A = 7.0;
    private const double B = 0.1;

    private static readonly double Pi4 = Math.Pow(Math.PI, 4.0);
    private static readonly double OfFirst = 0.5 * (1.0 + B * Pi4 / 5.0) * (1.0 + B * Pi4 / 5.0);
    private const double OfSecond = A * A / 8.0;
    private static readonly double OfFirstAndThird = 8.0 * B * B * Pi4 * Pi4 / 225.0;

    public static StudySpace Space { get; } =
        new(new[] { "x1", "x2", "x3" }.Select(name => new StudyInput(name, new UniformDistribution(-Math.PI, Math.PI))), []);

    public static double Mean => A / 2.0;

    public static double Variance => OfFirst + OfSecond + OfFirstAndThird;

    /// <summary>First order of the three inputs: 0.3139, 0.4424, 0.</summary>
    public static double[] First => [OfFirst / Variance, OfSecond / Variance, 0.0];

    /// <summary>Total order: 0.5576, 0.4424, 0.2437.</summary>
    public static double[] Total =>
        [(OfFirst + OfFirstAndThird) / Variance, OfSecond / Variance, OfFirstAndThird / Variance];

    public static double At(double[] x) =>
        (1.0 + B * x[2] * x[2] * x[2] * x[2]) * Math.Sin(x[0]) + A * Math.Sin(x[1]) * Math.Sin(x[1]);

    public static double[] Outcomes(StudyDesign design) => [.. Enumerable.Range(0, design.Count).Select(run => At(design.Values(run)))];
}
