namespace Twin.Tests.Reference;

/// <summary>
/// Least cost over the content of a store: convex and piecewise linear, as each linear programme with one store makes it. Passing
/// from one step to the next merges two lists of slopes, so that the optimum of a whole series is exact without a solver.
/// </summary>
/// <remarks>Source: R. T. Rockafellar, Convex Analysis, 1970, section 16 (infimal convolution, which merges slopes).</remarks>
internal sealed class ConvexCost
{
    private readonly List<(double Slope, double Length)> pieces;
    private readonly double from;
    private readonly double cost;

    private ConvexCost(double from, double cost, IEnumerable<(double Slope, double Length)> pieces)
    {
        this.from = from;
        this.cost = cost;
        this.pieces = [.. pieces.Where(piece => piece.Length > 0.0).OrderBy(piece => piece.Slope)];
    }

    /// <summary>No cost at one content, no other content.</summary>
    public static ConvexCost OnlyAt(double content) => new(content, 0.0, []);

    /// <summary>A convex function through its corners; where it is infinite nothing is possible.</summary>
    public static ConvexCost Through(IEnumerable<double> corners, Func<double, double> cost)
    {
        (double At, double Cost)[] points =
            [.. corners.Distinct().Order().Select(at => (at, cost(at))).Where(point => double.IsFinite(point.Item2))];
        var pieces = points.Zip(points.Skip(1), (a, b) => ((b.Cost - a.Cost) / (b.At - a.At), b.At - a.At));
        return new(points[0].At, points[0].Cost, pieces);
    }

    /// <summary>The cost of a content that has shrunk since to a share of it.</summary>
    public ConvexCost Shrunk(double share) =>
        new(this.from * share, this.cost, this.pieces.Select(piece => (piece.Slope / share, piece.Length * share)));

    /// <summary>The least cost of content and change together.</summary>
    public ConvexCost Then(ConvexCost change) => new(this.from + change.from, this.cost + change.cost, this.pieces.Concat(change.pieces));

    /// <summary>The same with contents outside a window forbidden.</summary>
    public ConvexCost Within(double lowest, double highest)
    {
        double at = this.from;
        double cost = this.cost;
        double from = Math.Max(lowest, this.from);
        double costThere = cost;
        List<(double, double)> kept = [];
        foreach (var (slope, length) in this.pieces)
        {
            double begin = Math.Max(at, from);
            double end = Math.Min(at + length, highest);
            costThere += slope * Math.Max(0.0, Math.Min(at + length, from) - at);
            kept.Add((slope, end - begin));
            at += length;
        }

        return new(from, costThere, kept);
    }

    /// <summary>Least cost of any content.</summary>
    public double Least() => this.cost + this.pieces.Sum(piece => Math.Min(0.0, piece.Slope) * piece.Length);

    /// <summary>Cost of one content.</summary>
    public double At(double content)
    {
        double left = content - this.from;
        double cost = this.cost;
        foreach (var (slope, length) in this.pieces)
        {
            double part = Math.Clamp(left, 0.0, length);
            cost += slope * part;
            left -= part;
        }

        return cost;
    }
}
