using Twin.Core.Scenarios;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>Makes what a report needs of a scenario from a completed tree in which the checks found no fault.</summary>
internal static class CentreBinder
{
    /// <summary>What the scenario states of the centre; what it does not say is null.</summary>
    public static CentreFacts Facts(View root)
    {
        View centre = root.Section("centre");
        View connection = centre.Section("connection"), area = centre.Section("area"), redundancy = centre.Section("redundancy");
        return YearlyAmounts(WhoAndWhere(centre), centre) with
        {
            RedundancyHighVoltage = Said(redundancy, "high_voltage"),
            RedundancyLowVoltage = Said(redundancy, "low_voltage"),
            RedundancyRack = Said(redundancy, "rack"),
            RedundancyCoolingRoom = Said(redundancy, "cooling_room"),
            RedundancyCoolingRack = Said(redundancy, "cooling_rack"),
            ConnectionW = connection.Value("total"),
            ItConnectionW = connection.Value("it"),
            ItPowerIsRated = IsWord(connection, "it_power", "rated"),
            FloorAreaM2 = area.Value("total"),
            ComputerRoomAreaM2 = area.Value("computer_rooms"),
            BuildingAreaM2 = area.Value("building"),
            IntakeSetpointC = centre.Value("intake_setpoint"),
            Refrigerants = centre.Has("refrigerants") ? [.. centre.Items("refrigerants").Select(Refrigerant)] : null,
            GridFunctions = Said(centre, "grid_functions"),
            BatteryOfferedW = centre.Value("battery_offered"),
            OwnGuaranteesRetired = IsWord(centre, "own_guarantees_retired", "true"),
            ResidualMixGPerKWh = centre.Value("residual_mix"),
            IsWarmClimate = IsWord(centre, "climate", "warm"),
            IsWaterStressed = IsWord(centre, "water_stress", "true"),
            PracticesVerified = Day(centre, "practices_verified"),
            FishRegion = Said(centre, "fish_region"),
        };
    }

    /// <summary>Customers, with the shares that hold in the run.</summary>
    /// <param name="root">Completed tree.</param>
    /// <param name="calendar">Calendar of the site.</param>
    /// <param name="startUnixS">Begin of the run.</param>
    public static IReadOnlyList<Tenant> Tenants(View root, SiteCalendar calendar, long startUnixS)
    {
        var dates = new TenantDates(calendar, startUnixS);
        return
        [
            .. root.Items("tenants").Select(tenant => new Tenant(
                tenant.Name,
                Said(tenant, "label") ?? tenant.Name,
                [.. TenantDates.InForce(dates.ItemsOf(tenant)).Select(item => new TenantShare(item.Hall, item.FromUnixS, item.Fraction))])),
        ];
    }

    /// <summary>What is assumed, in the order of the scenario, with each value as it stands there.</summary>
    public static IReadOnlyList<Assumption> Assumptions(View root) =>
    [
        .. root.Items(Keys.Assumptions).Select(item => new Assumption(
            item.Word("path"),
            ValueAt(root.Mapping!, item.Word("path")),
            item.Word("low"),
            item.Word("high"),
            item.Word("confidence"),
            item.Word("source"))),
    ];

    private static CentreFacts WhoAndWhere(View centre)
    {
        View owner = centre.Section("owner"), runner = centre.Section("operator"), place = centre.Section("place");
        View management = centre.Section("management"), heat = centre.Section("heat");
        return new CentreFacts
        {
            Name = Said(centre, "name"),
            Owner = Said(owner, "name"),
            OwnerContact = Said(owner, "contact"),
            Operator = Said(runner, "name"),
            OperatorContact = Said(runner, "contact"),
            Address = Said(place, "address"),
            Country = Said(place, "country"),
            Postcode = Said(place, "postcode"),
            LauCode = Said(place, "lau"),
            Type = Chosen<CentreType>(centre, "type", CentreWords.Types),
            MixedServices = IsWord(centre, "mixed_services", "true"),
            Structure = Chosen<CentreStructure>(centre, "structure", CentreWords.Structures),
            IsPublic = IsWord(centre, "public", "true"),
            StartOfOperation = Day(centre, "start"),
            Management = Chosen<ManagementSystem>(management, "system", CentreWords.ManagementSystems),
            ManagementSince = Day(management, "since"),
            ManagementCertified = Day(management, "certified"),
            MeasuredContinuously = IsWord(management, "measured", "true"),
            Exemption = Chosen<ReuseExemption>(heat, "exemption", CentreWords.ReuseExemptions),
            HeatNetworkShare = heat.Value("network_share"),
            HeatControl = Said(heat, "control"),
        };
    }

    private static CentreFacts YearlyAmounts(CentreFacts facts, View centre)
    {
        View backup = centre.Section("backup"), water = centre.Section("water");
        View servers = centre.Section("servers"), data = centre.Section("data");
        return facts with
        {
            BackupEnergyJ = backup.Value("energy"),
            FuelCo2Kg = backup.Value("co2"),
            PotableWaterM3 = water.Value("potable"),
            PotableConsumedFraction = water.Value("consumed"),
            ServerCapacitySert = servers.Value("capacity"),
            ServerCapacityCoverage = servers.Value("coverage"),
            CpuUtilisation = servers.Value("cpu_utilisation"),
            StorageB = data.Value("storage"),
            BandwidthInBPerS = data.Value("bandwidth_in"),
            BandwidthOutBPerS = data.Value("bandwidth_out"),
            TrafficInB = data.Value("traffic_in"),
            TrafficOutB = data.Value("traffic_out"),
            DataStoredB = data.Value("stored"),
            DataProcessedB = data.Value("processed"),
        };
    }

    private static Refrigerant Refrigerant(View view) =>
        new(view.Word("substance"), view.Value("charge"), view.Value("leak"), view.Value("gwp"));

    /// <summary>Words for people; blanks say nothing.</summary>
    private static string? Said(View view, string key) => view.Text(key) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static DateOnly? Day(View view, string key) => TimeText.Date(view.Text(key) ?? string.Empty);

    private static bool? IsWord(View view, string key, string word) => view.Text(key) is { } text ? text == word : null;

    private static T? Chosen<T>(View view, string key, IReadOnlyList<string> words)
        where T : struct, Enum
    {
        int at = view.Text(key) is { } text ? words.ToList().IndexOf(text) : -1;
        return at < 0 ? null : Enum.GetValues<T>()[at];
    }

    private static string ValueAt(Mapping root, string path) =>
        (TreePath.Follow(root, path.Split('.'), out _) as Scalar)?.Text
        ?? throw new InvalidOperationException($"{path} was not checked.");
}
