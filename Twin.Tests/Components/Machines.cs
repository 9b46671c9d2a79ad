using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;
using Twin.Core.Physics;
using Twin.Core.Time;

namespace Twin.Tests.Components;

/// <summary>The machines of the Munich plant, as its scenario has them, for tests to bend.</summary>
internal static class Machines
{
    /// <summary>Air pressure at 515 m [Pa].</summary>
    public const double AirPressurePa = 95_300.0;

    public static LoopParameters Loop { get; } =
        new("chilled", 20.0, 27.0, 8.0, 12e6, 60.0, new(300e3, 0.4, 0.7, 0.3), Coolant.Water,
            ["heat_pump", "river", "dry_cooler", "chiller"]);

    public static RiverExchangerParameters River { get; } =
        new("river", new(3, 4e6, 0), 2.0, RiverFlowControl.ConstantRise, 6.0, 0.2, 12.0, 0.75);

    public static RiverPermit Permit { get; } = new(0.6, 10.0, 30.0, 1.5, 25.0, 21.5, []);

    public static DryCoolerParameters DryCooler { get; } = new("dry_cooler", new(10, 1e6, 0), 6.0, 40e3);

    public static Core.Components.Cooling.ChillerParameters Chiller { get; } = new("chiller", new(4, 2.5e6, 0), "dry_cooler", 0.55);

    public static HeatPumpParameters HeatPump { get; } = new("heat_pump", Refrigerant.Ammonia, [1e6, 3e6], 0, 0.9, 0.3, 5.0, 6.0);

    public static AirPathParameters Air { get; } =
        new("chilled", 30.0, new(14, 400e3, 0), 300.0, 13.0, 5.0, 0.55, 0.0, 0.5, 0.15);

    public static LiquidPathParameters Liquid { get; } = new("warm", 45.0, new(4, 1e6, 0), 3.0, 10.0, Coolant.Pg25, 0.02);

    public static BatteryParameters Battery { get; } = new(3.6e9, 500e3, 0.95, 0.95, 0.02, 0.05, 0.95, 0.5);

    public static Server DgxB200 { get; } = new(
        "dgx-b200", 14_300.0, RatedAt.Wall, Types.Titanium, 6, 3_300.0, 8,
        IdleFraction: 0.20, FullFraction: 0.82, FanFraction: 0.10, LiquidFraction: 0.0, "user guide", Confidence.Published);

    public static HallParameters Hall { get; } = HallOf(DgxB200, racks: 200);

    /// <summary>A calendar is read once: it looks up two hundred years of clock changes.</summary>
    public static SiteCalendar Calendar { get; } = new("Europe/Berlin");

    /// <summary>The river at a temperature, with 25 m3/s and an open intake.</summary>
    public static RiverBudget Budget(double riverC) => RiverBudget.Of(Permit, riverC, dischargeM3PerS: 25.0, openFraction: 1.0);

    public static HallParameters HallOf(Server server, int racks) => new(
        "hall", server, racks, 2, new(WorkloadProfile.LlmTraining, null, false), new(0.01, 0.08, "main", new("chilled")), Air, null);
}
