namespace Twin.Cli.Output.Plots;

/// <summary>Where each place and each flow of a Sankey diagram lies: columns from the left, lanes from the top, one scale.</summary>
internal sealed class SankeyLayout
{
    /// <summary>Share of all energy below which nothing is drawn: it is thinner than a hair.</summary>
    public const double LeastLabelled = 2e-4;

    private const float LabelRoom = 27;
    private const float TallLabelRoom = 52;
    private const float PlaceGap = 14;
    private const float PassGap = 8;
    private readonly EnergyFlows energy;
    private readonly double leastLabelledJ;
    private readonly float top;
    private readonly float bottom;
    private readonly List<Stop> stops = [];
    private readonly List<Leg> legs = [];

    /// <summary>Lays out flows between two heights.</summary>
    public SankeyLayout(EnergyFlows energy, float top, float bottom)
    {
        this.energy = energy;
        leastLabelledJ = LeastLabelled * energy.Into(EnergyFlows.Electricity);
        this.top = top;
        this.bottom = bottom;
        MakeStops();
        ChooseScale();
        PlaceColumns();
        AttachLegs();
    }

    /// <summary>Pixels for a joule.</summary>
    public double PixelsPerJ { get; private set; }

    /// <summary>Places, and where flows pass through columns between theirs.</summary>
    public IReadOnlyList<Stop> Stops => stops;

    /// <summary>Parts of flows, from one column to the next.</summary>
    public IReadOnlyList<Leg> Legs => legs;

    /// <summary>Whether a place is thick enough for a label to point at.</summary>
    public bool IsLabelled(Stop stop) => stop.Place is not null && stop.EnergyJ >= leastLabelledJ;

    /// <summary>Whether a part of a flow is thick enough to be seen.</summary>
    public bool IsDrawn(Leg leg) => leg.Flow.EnergyJ >= leastLabelledJ;

    private void MakeStops()
    {
        var places = energy.Nodes().ToDictionary(node => node, node => new Stop(node, node.Layer, node.Lane, Size(node)));
        stops.AddRange(places.Values);
        foreach (Flow flow in energy.All)
        {
            Stop from = places[flow.From];
            for (int layer = flow.From.Layer + 1; layer < flow.To.Layer; layer++)
            {
                var pass = new Stop(null, layer, PassingLane(flow), flow.EnergyJ);
                stops.Add(pass);
                legs.Add(new Leg(from, pass, flow));
                from = pass;
            }

            legs.Add(new Leg(from, places[flow.To], flow));
        }
    }

    // What leaves a place of the same lane sooner goes below, so that flows do not cross on their way.
    private static double PassingLane(Flow flow) => flow.To.Lane + (0.01 * flow.From.Lane);

    private double Size(FlowNode node) => Math.Max(energy.Into(node), energy.OutOf(node));

    private void ChooseScale()
    {
        double largest = stops.GroupBy(stop => stop.Layer).Max(column => column.Sum(stop => stop.EnergyJ));
        PixelsPerJ = (bottom - top) / largest;
        while (stops.GroupBy(stop => stop.Layer).Any(column => column.Sum(Room) > bottom - top))
        {
            PixelsPerJ *= 0.97;
        }
    }

    private float Room(Stop stop)
    {
        float height = (float)(stop.EnergyJ * PixelsPerJ);
        return stop.Place is null ? height + PassGap
            : !IsLabelled(stop) ? height + PassGap
            : Math.Max(height + PlaceGap, stop.IsAtEnd ? TallLabelRoom : LabelRoom);
    }

    private void PlaceColumns()
    {
        foreach (IGrouping<int, Stop> column in stops.GroupBy(stop => stop.Layer).OrderBy(column => column.Key))
        {
            List<Stop> order = column.OrderBy(stop => stop.Lane).ToList();
            float[] middles = order.Select(Wanted).ToArray();
            if (column.Key == 0)
            {
                float next = top + ((bottom - top - order.Sum(Room)) / 2);
                for (int i = 0; i < order.Count; i++)
                {
                    middles[i] = next + (Room(order[i]) / 2);
                    next += Room(order[i]);
                }
            }

            Separate(order, middles);
            for (int i = 0; i < order.Count; i++)
            {
                order[i].Height = (float)(order[i].EnergyJ * PixelsPerJ);
                order[i].Top = middles[i] - (order[i].Height / 2);
            }
        }
    }

    // Where the flows that come in would pull it, were it alone.
    private float Wanted(Stop stop)
    {
        List<Leg> incoming = legs.Where(leg => leg.To == stop).ToList();
        double weight = incoming.Sum(leg => leg.Flow.EnergyJ);
        return weight > 0
            ? (float)(incoming.Sum(leg => leg.Flow.EnergyJ * (leg.From.Top + (leg.From.Height / 2))) / weight)
            : (top + bottom) / 2;
    }

    private void Separate(List<Stop> order, float[] middles)
    {
        float next = top;
        for (int i = 0; i < order.Count; i++)
        {
            float half = Room(order[i]) / 2;
            middles[i] = Math.Max(middles[i], next + half);
            next = middles[i] + half;
        }

        float limit = bottom;
        for (int i = order.Count - 1; i >= 0; i--)
        {
            float half = Room(order[i]) / 2;
            middles[i] = Math.Min(middles[i], limit - half);
            limit = middles[i] - half;
        }
    }

    private void AttachLegs()
    {
        foreach (Stop stop in stops)
        {
            float left = stop.Top;
            foreach (Leg leg in legs.Where(leg => leg.To == stop).OrderBy(leg => leg.From.Top))
            {
                leg.Width = (float)(leg.Flow.EnergyJ * PixelsPerJ);
                leg.EndTop = left;
                left += leg.Width;
            }

            float right = stop.Top;
            foreach (Leg leg in legs.Where(leg => leg.From == stop).OrderBy(leg => leg.To.Top))
            {
                leg.BeginTop = right;
                right += (float)(leg.Flow.EnergyJ * PixelsPerJ);
            }
        }
    }

    /// <summary>A place, or a flow on its way through a column.</summary>
    /// <param name="place">The place; null on the way.</param>
    /// <param name="layer">Its column.</param>
    /// <param name="lane">Its order in the column.</param>
    /// <param name="energyJ">What flows through it [J].</param>
    internal sealed class Stop(FlowNode? place, int layer, double lane, double energyJ)
    {
        public FlowNode? Place { get; } = place;

        public int Layer { get; } = layer;

        public double Lane { get; } = lane;

        public double EnergyJ { get; } = energyJ;

        public float Top { get; set; }

        public float Height { get; set; }

        public bool IsAtEnd => Layer is 0 or EnergyFlows.Last;
    }

    /// <summary>A part of a flow, from one column to the next.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="flow">What it is a part of.</param>
    internal sealed class Leg(Stop from, Stop to, Flow flow)
    {
        public Stop From { get; } = from;

        public Stop To { get; } = to;

        public Flow Flow { get; } = flow;

        public float BeginTop { get; set; }

        public float EndTop { get; set; }

        public float Width { get; set; }
    }
}
