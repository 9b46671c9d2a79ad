using System.Globalization;
using Twin.Core.Time;
using Twin.Core.Units;

namespace Twin.Cli.Input.Sizes;

/// <summary>The cases that a plant is held against where nobody names others.</summary>
internal static class SizeCases
{
    /// <summary>Name of the case without any trouble.</summary>
    public const string AsPlanned = "as_planned";

    private static readonly Source Words = new("usual cases of twin size", Layer.Set, string.Empty, null, HasLines: false);

    /// <summary>The case without any trouble.</summary>
    public static SizeCase Planned { get; } = new(AsPlanned, "all is as planned", []);

    /// <summary>
    /// All as planned; each group with one unit out; the river closed for the whole run; no heat demand; its maximum all the time; and the
    /// river closed while one unit is out of what takes its place.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="heatMaximumW">Largest heat demand of the design year [W]; null without a network.</param>
    public static IReadOnlyList<SizeCase> Usual(SizeQuestion question, double? heatMaximumW)
    {
        View root = View.Of(question.Design.Tree!);
        List<SizeCase> cases = [Planned, .. question.Groups.Select(OneOut)];
        IReadOnlyList<Entry> closed = root.Section("river").Section("permit").Exists ? [Closed(root)] : [];
        if (closed.Count > 0)
        {
            cases.Add(new("river_closed", "the river is closed", closed));
        }

        if (heatMaximumW is { } mostW)
        {
            string most = KeyText.Pretty(Math.Round(mostW), Dimension.Power);
            cases.Add(new("no_heat_demand", "nobody takes heat", [Value("district_heat.demand", "0 W")]));
            cases.Add(new("highest_heat_demand", $"the heat demand is {most} all the time", [Value("district_heat.demand", most)]));
        }

        // Without the river its heat goes to the air: of that plant a unit is missed most.
        foreach (SizeGroup group in question.Groups.Where(group => closed.Count > 0 && TakesHeatToAir(group)))
        {
            SizeCase single = OneOut(group);
            cases.Add(new("river_closed_" + single.Name, "the river is closed and " + single.Label, [.. closed, .. single.Values]));
        }

        return cases;
    }

    /// <summary>A value of a dotted path, as the program itself sets it.</summary>
    public static Entry Value(string path, string text) => new(path, new Scalar(text, isQuoted: false, Words, 0, 0), Words, 0, 0);

    /// <summary>A whole number of a dotted path, as the program itself sets it.</summary>
    public static Entry Value(string path, int number) => Value(path, number.ToString(CultureInfo.InvariantCulture));

    private static SizeCase OneOut(SizeGroup group) => new(
        group.Path.Replace('.', '_') + "_out", $"one unit of {group.Path} is out", [Value(group.Path + ".out", group.Out + 1)]);

    private static bool TakesHeatToAir(SizeGroup group) =>
        group.Path.StartsWith("dry_coolers.", StringComparison.Ordinal) || group.Path.StartsWith("chillers.", StringComparison.Ordinal);

    private static Entry Closed(View root)
    {
        var calendar = new SiteCalendar(root.Section("site").Word("zone"));
        View time = root.Section("time");
        string from = Date(calendar, TimeText.Instant(time.Word("start"))!.Value, days: 0);
        string to = Date(calendar, TimeText.Instant(time.Word("end"))!.Value, days: 1);
        var span = new Mapping([Value("from", from), Value("to", to)], Words, 0, 0);
        return new("river.permit.closed", new Sequence([span], Words, 0, 0), Words, 0, 0);
    }

    private static string Date(SiteCalendar calendar, long unixS, int days) =>
        DateTimeOffset.FromUnixTimeSeconds(unixS + calendar.OffsetS(unixS)).AddDays(days)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
