namespace Twin.Core.Physics;

/// <summary>A way for heat between two nodes.</summary>
/// <param name="From">Index of the node that the stream leaves.</param>
/// <param name="To">Index of the node that it enters.</param>
/// <param name="ConductanceWPerK">Conductance, or heat-capacity rate m·cp of a stream [W/K]; zero or more.</param>
/// <param name="OneWay">
/// True for a stream, which carries the temperature of the node it leaves; false for a wall, which conducts both ways. Streams
/// must enter a node with the same rate with which they leave it, as they do in any closed loop.
/// </param>
public readonly record struct ThermalLink(int From, int To, double ConductanceWPerK, bool OneWay);

/// <summary>What a step of a network did to its environment.</summary>
/// <param name="ToEnvironmentJ">Heat that went to the environment [J]; negative when it came from there.</param>
public readonly record struct NetworkStep(double ToEnvironmentJ);

/// <summary>A few well-mixed nodes with links of constant conductance: the exact step for constant inputs, made once, used often.</summary>
/// <remarks>
/// Written for the excess energies E = C·(T − T_env), dE/dt = M·E + Q. M has no negative entry off its diagonal and no column
/// that sums above zero, so that exp(M·t) is a table of shares: how much of a joule in node j is in node i, or outside, after t.
/// Shares are added and multiplied but never subtracted, and each column is scaled back to one: the balance closes to rounding
/// even for steps of a million time constants, where the Padé form of the matrix exponential loses it altogether.
/// Source: uniformisation after A. Jensen, Skandinavisk Aktuarietidskrift 36, 1953, with scaling and squaring as in C. Moler and
/// C. Van Loan, SIAM Review 45(1), 2003.
/// </remarks>
public sealed class ThermalNetwork
{
    // A first step of a quarter of the fastest time constant: eighteen terms reach 1e-25.
    private const double FirstReach = 0.25;
    private const int Terms = 18;

    private readonly double[] capacityJPerK;
    private readonly double stepS;
    private readonly int size;

    // Shares at the end of the step; their integral over the step [s]; the integral of that [s²]. Row and column size - 1 are outside.
    private double[] share;
    private double[] first;
    private double[] second;

    /// <summary>Prepares the step of a network for one set of conductances.</summary>
    /// <param name="capacityJPerK">Heat capacity of each node [J/K]; above zero, 1 to 64 nodes.</param>
    /// <param name="links">Links between nodes.</param>
    /// <param name="environmentWPerK">Conductance of each node to the environment [W/K]; zero or more.</param>
    /// <param name="stepS">Length of the step [s]; above zero.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or streams do not balance at a node.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public ThermalNetwork(
        ReadOnlySpan<double> capacityJPerK, ReadOnlySpan<ThermalLink> links, ReadOnlySpan<double> environmentWPerK, double stepS)
    {
        Require.AboveZero(stepS);
        Require.InRange(capacityJPerK.Length, 1.0, 64.0);
        if (environmentWPerK.Length != capacityJPerK.Length)
        {
            throw new ArgumentException(
                $"found {environmentWPerK.Length} conductances for {capacityJPerK.Length} nodes, expected as many.",
                nameof(environmentWPerK));
        }

        this.capacityJPerK = capacityJPerK.ToArray();
        this.stepS = stepS;
        size = capacityJPerK.Length + 1;
        foreach (double capacity in this.capacityJPerK)
        {
            Require.AboveZero(capacity);
        }

        RequireBalancedStreams(links);
        double[] rates = Rates(links, environmentWPerK);
        this.share = new double[size * size];
        this.first = new double[size * size];
        this.second = new double[size * size];
        Prepare(rates);
    }

    /// <summary>Advances the nodes by one step.</summary>
    /// <param name="startC">Temperatures at the begin of the step [degC].</param>
    /// <param name="heatW">Heat put into each node, mean over the step [W].</param>
    /// <param name="environmentC">Temperature of the environment [degC].</param>
    /// <param name="endC">Receives the temperatures at the end [degC]; may be the same memory as the start.</param>
    /// <param name="meanC">Receives the time averages over the step [degC].</param>
    /// <returns>Heat to the environment: Σ C·(end − start) = Σ heat·step − this, to rounding.</returns>
    /// <exception cref="ArgumentException">A list has not one number for each node.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public NetworkStep Advance(
        ReadOnlySpan<double> startC, ReadOnlySpan<double> heatW, double environmentC, Span<double> endC, Span<double> meanC)
    {
        int nodes = size - 1;
        if (startC.Length != nodes || heatW.Length != nodes || endC.Length != nodes || meanC.Length != nodes)
        {
            throw new ArgumentException($"expected {nodes} numbers in each list, one for each node.", nameof(startC));
        }

        Require.Finite(environmentC);
        Span<double> excessJ = stackalloc double[nodes];
        Span<double> supplyW = stackalloc double[nodes];
        for (int j = 0; j < nodes; j++)
        {
            Require.Finite(startC[j]);
            Require.Finite(heatW[j]);
            excessJ[j] = this.capacityJPerK[j] * (startC[j] - environmentC);
            supplyW[j] = heatW[j];
        }

        for (int i = 0; i < nodes; i++)
        {
            double atEndJ = Row(this.share, i, excessJ) + Row(this.first, i, supplyW);
            double integralJs = Row(this.first, i, excessJ) + Row(this.second, i, supplyW);
            endC[i] = environmentC + atEndJ / this.capacityJPerK[i];
            meanC[i] = environmentC + integralJs / (this.capacityJPerK[i] * this.stepS);
        }

        return new(Row(this.share, nodes, excessJ) + Row(this.first, nodes, supplyW));
    }

    private double Row(double[] matrix, int row, ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        for (int j = 0; j < values.Length; j++)
        {
            sum += matrix[row * size + j] * values[j];
        }

        return sum;
    }

    private void RequireBalancedStreams(ReadOnlySpan<ThermalLink> links)
    {
        const double rounding = 1e-12; // of the flow through the node
        double[] surplus = new double[size - 1];
        double[] through = new double[size - 1];
        foreach (var link in links)
        {
            Require.AtLeastZero(link.ConductanceWPerK);
            Require.InRange(link.From, 0.0, size - 2);
            Require.InRange(link.To, 0.0, size - 2);
            if (link.OneWay)
            {
                surplus[link.From] -= link.ConductanceWPerK;
                surplus[link.To] += link.ConductanceWPerK;
                through[link.From] += link.ConductanceWPerK;
                through[link.To] += link.ConductanceWPerK;
            }
        }

        for (int i = 0; i < surplus.Length; i++)
        {
            if (Math.Abs(surplus[i]) > rounding * through[i])
            {
                throw new ArgumentException($"streams at node {i} differ by {surplus[i]} W/K, expected as much in as out.", nameof(links));
            }
        }
    }

    // Column j holds where the excess energy of node j goes, in shares per second; the diagonal is what leaves it.
    private double[] Rates(ReadOnlySpan<ThermalLink> links, ReadOnlySpan<double> environmentWPerK)
    {
        double[] rates = new double[size * size];
        foreach (var link in links)
        {
            rates[link.To * size + link.From] += link.ConductanceWPerK / this.capacityJPerK[link.From];
            if (!link.OneWay)
            {
                rates[link.From * size + link.To] += link.ConductanceWPerK / this.capacityJPerK[link.To];
            }
        }

        for (int j = 0; j < size - 1; j++)
        {
            Require.AtLeastZero(environmentWPerK[j]);
            rates[(size - 1) * size + j] = environmentWPerK[j] / this.capacityJPerK[j];
        }

        for (int j = 0; j < size; j++)
        {
            rates[j * size + j] = 0.0; // a link from a node to itself moves nothing
            double leaving = 0.0;
            for (int i = 0; i < size; i++)
            {
                leaving += rates[i * size + j];
            }

            rates[j * size + j] = -leaving;
        }

        return rates;
    }

    private void Prepare(double[] rates)
    {
        double fastest = 0.0;
        for (int j = 0; j < size; j++)
        {
            fastest = Math.Max(fastest, -rates[j * size + j]);
        }

        int doublings = 0;
        double reachS = this.stepS;
        while (fastest * reachS > FirstReach)
        {
            reachS *= 0.5;
            doublings++;
        }

        FirstStep(rates, fastest, reachS);
        for (int k = 0; k < doublings; k++)
        {
            // Two halves of length h: P(2h) = P P, its integral S(2h) = S + P S, and R(2h) = R + h S + P R for the integral of that.
            double[] share = Product(this.share, this.share);
            double[] first = Product(this.share, this.first);
            double[] second = Product(this.share, this.second);
            for (int i = 0; i < first.Length; i++)
            {
                second[i] += this.second[i] + reachS * this.first[i];
                first[i] += this.first[i];
            }

            reachS *= 2.0;
            ScaleColumns(share, 1.0);
            ScaleColumns(first, reachS);
            ScaleColumns(second, 0.5 * reachS * reachS);
            (this.share, this.first, this.second) = (share, first, second);
        }
    }

    // Uniformisation: with L the fastest rate, B = I + M/L is a table of shares and exp(M h) the mean of its powers over a Poisson
    // distribution of mean L h; the integrals take the tails of that distribution and the tails of the tails.
    private void FirstStep(double[] rates, double fastest, double reachS)
    {
        double mean = fastest * reachS;
        double[] jump = new double[rates.Length];
        double[] power = new double[rates.Length];
        for (int i = 0; i < size; i++)
        {
            power[i * size + i] = 1.0;
            for (int j = 0; j < size; j++)
            {
                double moved = fastest > 0.0 ? rates[i * size + j] / fastest : 0.0;
                jump[i * size + j] = Math.Max(0.0, moved + (i == j ? 1.0 : 0.0));
            }
        }

        double weight = Math.Exp(-mean);
        for (int k = 0; k < Terms; k++)
        {
            var (once, twice) = Integrals(k, mean);
            for (int i = 0; i < power.Length; i++)
            {
                this.share[i] += weight * power[i];
                this.first[i] += once * reachS * power[i];
                this.second[i] += twice * reachS * reachS * power[i];
            }

            power = Product(power, jump);
            weight *= mean / (k + 1);
        }

        ScaleColumns(this.share, 1.0);
        ScaleColumns(this.first, reachS);
        ScaleColumns(this.second, 0.5 * reachS * reachS);
    }

    // For a Poisson process of `mean` jumps in unit time: the time spent after exactly k jumps, and its integral over unit time.
    // P(N > k) = e^-m sum over n > k of m^n/n!; time after k jumps = P(N > k)/m; its integral = sum over n > k of P(N > n)/m^2.
    private static (double Once, double Twice) Integrals(int k, double mean)
    {
        double term = Math.Exp(-mean);
        for (int n = 1; n <= k; n++)
        {
            term *= mean / n;
        }

        double once = 0.0;
        double twice = 0.0;
        for (int n = k + 1; n <= k + Terms; n++)
        {
            // The divisions by m are cancelled by hand, so that a mean of zero (nothing moves) gives 1 and 1/2.
            double overMean = term / n;
            once += overMean;
            twice += (n - k) * overMean / (n + 1);
            term *= mean / n;
        }

        return (once, twice);
    }

    private double[] Product(double[] a, double[] b)
    {
        double[] c = new double[a.Length];
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                double factor = a[i * size + k];
                for (int j = 0; j < size; j++)
                {
                    c[i * size + j] += factor * b[k * size + j];
                }
            }
        }

        return c;
    }

    // What began as one joule is one joule wherever it went; only rounding makes a column drift from that.
    private void ScaleColumns(double[] matrix, double total)
    {
        for (int j = 0; j < size; j++)
        {
            double sum = 0.0;
            for (int i = 0; i < size; i++)
            {
                sum += matrix[i * size + j];
            }

            for (int i = 0; i < size; i++)
            {
                matrix[i * size + j] *= total / sum;
            }
        }
    }
}
