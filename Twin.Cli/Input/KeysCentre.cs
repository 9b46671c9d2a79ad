using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input;

/// <summary>What a report asks for and no simulation knows: the centre, its tenants, and how sure its values are.</summary>
/// <remarks>None of these keys has a default, so that a report never states what nobody said; none changes the physics of a run.</remarks>
internal static partial class Keys
{
    /// <summary>The list of assumptions at the top of a scenario.</summary>
    public const string Assumptions = "assumptions";

    private static Key CentreKey => Section(
        "centre",
        "What the law asks of the centre; a key that is missing is reported as not provided. Phases cannot change it.",
        [.. WhoAndWhere(), .. Building(), .. YearlyAmounts(), .. Duties()]);

    private static Key TenantsKey => Named(
        "tenants",
        "Customers with shares of halls.",
        Free("label", "Name for people."),
        new Key("halls", KeyKind.PlainList, "Shares of halls; the shares of a hall are never above 100 % together.")
        {
            IsRequired = true,
            FewestItems = 1,
            Children =
            [
                Reference("hall", "Hall.", "halls").Required(),
                Share("share", "Share of its racks, until the tenant's next share of the same hall.").Required(),
                new Key("from", KeyKind.Date, "First day, site time; before the run or missing, it holds from the first day of the run."),
            ],
        });

    private static Key AssumptionsKey => new(
        Assumptions, KeyKind.PlainList, "Values that nobody has measured, with the range in which each is believed to lie.")
    {
        Children =
        [
            Free("path", "Dotted path of the value, such as river.permit.intake.").Required(),
            Free("low", "Low end of the range, with its unit.").Required(),
            Free("high", "High end of the range, with its unit.").Required(),
            Choice("confidence", "How sure the value is.", null, "measured", "published", "assumed").Required(),
            Free("source", "Where value and range come from.").Required(),
        ],
    };

    private static Key[] WhoAndWhere() =>
    [
        Free("name", "Name of the centre."),
        Section("owner", "Who owns it.", Free("name", "Name."), Free("contact", "How to reach the owner.")),
        Section("operator", "Who operates it.", Free("name", "Name."), Free("contact", "How to reach the operator.")),
        Section(
            "place",
            "Where it stands.",
            Free("address", "Street and town."),
            Free("country", "Country, two capital letters after ISO 3166-1 such as DE; it decides which law holds."),
            Free("postcode", "Postcode."),
            Free("lau", "Code of the local administrative unit (LAU).")),
        Choice("type", "Who uses the racks (EU 2024/1364 Annex I).", null, [.. CentreWords.Types]),
        Fact("mixed_services", "Whether services of more than one type are mixed."),
        Choice("structure", "How it stands in its surroundings (EU 2024/1364 Annex I).", null, [.. CentreWords.Structures]),
        Fact("public", "Whether a public body runs it (EnEfG section 12)."),
        Day("start", "First day of operation; a centre that starts after the run is reported as a design."),
    ];

    private static Key[] Building() =>
    [
        Section(
            "redundancy",
            "Redundancy in the words of the trade, such as N+1 or 2N.",
            Free("high_voltage", "Electrical, at high voltage."),
            Free("low_voltage", "Electrical, at low voltage (line-up)."),
            Free("rack", "Electrical, at the rack."),
            Free("cooling_room", "Of cooling, at the room."),
            Free("cooling_rack", "Of cooling, at the rack.")),
        Section(
            "connection",
            "Nominal connected power.",
            Of("total", Dimension.Power, "Non-redundant, of the whole centre.").Above(0),
            Of("it", Dimension.Power, "Of the IT.").Above(0),
            Choice("it_power", "Whether the installed IT power is that of the servers' rating or a measured one.", null, "rated", "measured")),
        Section(
            "area",
            "Floor areas.",
            Of("total", Dimension.Area, "Of the centre, S_DC.").Above(0),
            Of("computer_rooms", Dimension.Area, "Of the computer rooms, S_CR.").Above(0),
            Of("building", Dimension.Area, "Of the building.").Above(0)),
        Of("intake_setpoint", Dimension.Temperature, "Mean set-point of the IT intake air.").From(0).To(60),
        Named(
            "refrigerants",
            "Refrigerants in the plant; an empty list says that there are none.",
            Free("substance", "Name as in the annexes of the F-gas Regulation, such as HFC-134a.").Required(),
            Of("charge", Dimension.Mass, "Mass in the plant.").From(0),
            Share("leak", "Share of the charge that leaks in a year."),
            Figure("gwp", "Global warming potential over 100 years, kg CO2e per kg.", 0, 100_000)),
        Free("grid_functions", "Services to the grid in words; \"none\" where there are none."),
        Of("battery_offered", Dimension.Power, "Mean battery power offered to the grid, C_BtG.").From(0),
    ];

    private static Key[] YearlyAmounts() =>
    [
        Section(
            "backup",
            "Back-up generators and what else burns fuel, in a year.",
            Of("energy", Dimension.Energy, "Energy of the generators, measured apart; part of E_DC.").From(0),
            Of("co2", Dimension.Mass, "CO2 of the fuel burnt on the site, test runs inside.").From(0)),
        Section(
            "water",
            "Water beside that of the river, in a year.",
            Of("potable", Dimension.Volume, "Potable water.").From(0),
            Share("consumed", "Share of it that does not go back to the sewer.")),
        Section(
            "servers",
            "Server capacity on 31 December.",
            Figure("capacity", "C_SERV, sum of SERT active-state values.", 0, double.PositiveInfinity),
            Share("coverage", "Share of the computer room floor that it covers."),
            Share("cpu_utilisation", "Mean CPU utilisation of all servers over the year, ITEUsv.")),
        Section(
            "data",
            "Storage and traffic.",
            Of("storage", Dimension.Data, "Storage capacity on 31 December, C_STOR.").From(0),
            Of("bandwidth_in", Dimension.DataRate, "Incoming bandwidth, mean of the year.").From(0),
            Of("bandwidth_out", Dimension.DataRate, "Outgoing bandwidth, mean of the year.").From(0),
            Of("traffic_in", Dimension.Data, "Incoming traffic of a year.").From(0),
            Of("traffic_out", Dimension.Data, "Outgoing traffic of a year.").From(0),
            Of("stored", Dimension.Data, "Data stored (EnEfG Annex 3).").From(0),
            Of("processed", Dimension.Data, "Data processed in a year (EnEfG Annex 3).").From(0)),
    ];

    private static Key[] Duties() =>
    [
        Section(
            "management",
            "Energy or environmental management (EnEfG section 12).",
            Choice("system", "Kind of system.", null, [.. CentreWords.ManagementSystems]),
            Day("since", "Day since which it is there."),
            Day("certified", "Day of its certification or validation."),
            Fact("measured", "Whether power and energy of the main components are measured continuously.")),
        Section(
            "heat",
            "Reuse of heat (EnEfG sections 11, 12 and 17).",
            Choice("exemption", "Exemption claimed from the reuse share, section 11(3).", null, [.. CentreWords.ReuseExemptions]),
            Share("network_share", "Share of the reused energy that a heat network takes."),
            Free("control", "How the heat can be controlled: temperature, pressure, feed-in.")),
        Fact("own_guarantees_retired", "Whether guarantees of origin of own generation are owned and retired."),
        Of("residual_mix", Dimension.CarbonPerEnergy, "CO2 of the residual mix, for the market-based method.").From(0).To(5000),
        Choice("climate", "Climate in the words of the Climate Neutral Data Centre Pact.", null, "cool", "warm"),
        Fact("water_stress", "Whether the place is under water stress."),
        Day("practices_verified", "Day on which a third party verified the practices of the EU Code of Conduct (taxonomy 8.1)."),
        Reference("fish_region", "Fish region of the water body, for the screening by OGewV.", "catalogue.permits"),
    ];

    private static Key Day(string name, string about) => new(name, KeyKind.Date, about);

    private static Key Fact(string name, string about) => Truth(name, about) with { Default = null };

    private static Key Figure(string name, string about, double from, double to) => Whole(name, about, from, to) with
    {
        Kind = KeyKind.Number,
    };
}
