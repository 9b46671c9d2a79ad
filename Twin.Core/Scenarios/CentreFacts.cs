namespace Twin.Core.Scenarios;

/// <summary>Who uses the racks of a centre (EU 2024/1364 Annex I no. 1).</summary>
public enum CentreType
{
    /// <summary>The owner's own IT.</summary>
    Enterprise,

    /// <summary>Customers bring their own IT.</summary>
    Colocation,

    /// <summary>Customers share IT that the operator provides.</summary>
    CoHosting,
}

/// <summary>How a centre stands in its surroundings (EU 2024/1364 Annex I no. 1).</summary>
public enum CentreStructure
{
    /// <summary>A building, or a group of them, of its own.</summary>
    Standalone,

    /// <summary>A part of a building with other uses.</summary>
    PartOfBuilding,

    /// <summary>One of a group of structures that work as one.</summary>
    Group,
}

/// <summary>Kinds of energy and environmental management systems (EnEfG section 12).</summary>
public enum ManagementSystem
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Energy management after ISO 50001.</summary>
    Iso50001,

    /// <summary>Environmental management after EMAS.</summary>
    Emas,
}

/// <summary>Reasons for which EnEfG section 11(3) waives the reuse share.</summary>
public enum ReuseExemption
{
    /// <summary>None is claimed.</summary>
    None,

    /// <summary>No. 1: what happened after the start, without the operator's fault.</summary>
    LaterEvent,

    /// <summary>No. 2: an agreement with municipality or network operator on a network within ten years.</summary>
    NetworkAgreement,

    /// <summary>No. 3: the network operator does not take an offer at production cost within six months.</summary>
    OfferNotTaken,
}

/// <summary>What the law asks of a centre and no simulation knows; null is "not provided" and never guessed.</summary>
/// <remarks>Powers in W, energies in J, areas in m2, volumes in m3, data in bytes, masses in kg, shares in 1.</remarks>
public sealed record CentreFacts
{
    /// <summary>Name of the centre.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the owner.</summary>
    public string? Owner { get; init; }

    /// <summary>How to reach the owner.</summary>
    public string? OwnerContact { get; init; }

    /// <summary>Name of the operator.</summary>
    public string? Operator { get; init; }

    /// <summary>How to reach the operator.</summary>
    public string? OperatorContact { get; init; }

    /// <summary>Street and town.</summary>
    public string? Address { get; init; }

    /// <summary>Country, two letters after ISO 3166-1, e.g. DE.</summary>
    public string? Country { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Code of the local administrative unit (LAU).</summary>
    public string? LauCode { get; init; }

    /// <summary>Who uses the racks.</summary>
    public CentreType? Type { get; init; }

    /// <summary>Whether services of more than one type are mixed.</summary>
    public bool? MixedServices { get; init; }

    /// <summary>How it stands in its surroundings.</summary>
    public CentreStructure? Structure { get; init; }

    /// <summary>Whether a public body runs it: section 12 then certifies from 300 kW on.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Day on which operation starts.</summary>
    public DateOnly? StartOfOperation { get; init; }

    /// <summary>Electrical redundancy at high voltage, e.g. N+1.</summary>
    public string? RedundancyHighVoltage { get; init; }

    /// <summary>Electrical redundancy at low voltage (line-up).</summary>
    public string? RedundancyLowVoltage { get; init; }

    /// <summary>Electrical redundancy at the rack.</summary>
    public string? RedundancyRack { get; init; }

    /// <summary>Redundancy of cooling at the room.</summary>
    public string? RedundancyCoolingRoom { get; init; }

    /// <summary>Redundancy of cooling at the rack.</summary>
    public string? RedundancyCoolingRack { get; init; }

    /// <summary>Non-redundant nominal connected power of the centre [W].</summary>
    public double? ConnectionW { get; init; }

    /// <summary>Nominal connected power of the IT [W].</summary>
    public double? ItConnectionW { get; init; }

    /// <summary>Whether the installed IT power is the rated one of the servers (true) or a measured one (false).</summary>
    public bool? ItPowerIsRated { get; init; }

    /// <summary>Total floor area S_DC [m2].</summary>
    public double? FloorAreaM2 { get; init; }

    /// <summary>Floor area of the computer rooms S_CR [m2].</summary>
    public double? ComputerRoomAreaM2 { get; init; }

    /// <summary>Area of the building [m2].</summary>
    public double? BuildingAreaM2 { get; init; }

    /// <summary>Mean set-point of the IT intake air [degC].</summary>
    public double? IntakeSetpointC { get; init; }

    /// <summary>Refrigerants in the plant; null is "not provided", empty is "none".</summary>
    public IReadOnlyList<Refrigerant>? Refrigerants { get; init; }

    /// <summary>Services to the grid in words; "none" for none.</summary>
    public string? GridFunctions { get; init; }

    /// <summary>Mean battery power offered to the grid C_BtG [W].</summary>
    public double? BatteryOfferedW { get; init; }

    /// <summary>Energy of the back-up generators in a year, measured apart [J]; part of E_DC.</summary>
    public double? BackupEnergyJ { get; init; }

    /// <summary>CO2 of fuel burnt on the site in a year, test runs inside [kg].</summary>
    public double? FuelCo2Kg { get; init; }

    /// <summary>Potable water in a year [m3].</summary>
    public double? PotableWaterM3 { get; init; }

    /// <summary>Share of the potable water that does not go back to the sewer [1].</summary>
    public double? PotableConsumedFraction { get; init; }

    /// <summary>Server capacity C_SERV as sum of SERT active-state values on 31 December.</summary>
    public double? ServerCapacitySert { get; init; }

    /// <summary>Share of the computer room floor that the server capacity covers [1].</summary>
    public double? ServerCapacityCoverage { get; init; }

    /// <summary>Storage capacity C_STOR [bytes].</summary>
    public double? StorageB { get; init; }

    /// <summary>Incoming bandwidth, mean of the year [bytes/s].</summary>
    public double? BandwidthInBPerS { get; init; }

    /// <summary>Outgoing bandwidth, mean of the year [bytes/s].</summary>
    public double? BandwidthOutBPerS { get; init; }

    /// <summary>Incoming traffic of a year [bytes].</summary>
    public double? TrafficInB { get; init; }

    /// <summary>Outgoing traffic of a year [bytes].</summary>
    public double? TrafficOutB { get; init; }

    /// <summary>Data stored [bytes] (EnEfG Annex 3).</summary>
    public double? DataStoredB { get; init; }

    /// <summary>Data processed in a year [bytes] (EnEfG Annex 3).</summary>
    public double? DataProcessedB { get; init; }

    /// <summary>Mean CPU utilisation of all servers over the year, ITEUsv [1].</summary>
    public double? CpuUtilisation { get; init; }

    /// <summary>Kind of management system.</summary>
    public ManagementSystem? Management { get; init; }

    /// <summary>Day since which the management system is there.</summary>
    public DateOnly? ManagementSince { get; init; }

    /// <summary>Day of its certification or validation.</summary>
    public DateOnly? ManagementCertified { get; init; }

    /// <summary>Whether power and energy of the main components are measured continuously (section 12).</summary>
    public bool? MeasuredContinuously { get; init; }

    /// <summary>Exemption claimed from the reuse share.</summary>
    public ReuseExemption? Exemption { get; init; }

    /// <summary>Share of the reused energy that a heat network takes [1] (section 12(4)).</summary>
    public double? HeatNetworkShare { get; init; }

    /// <summary>How the heat can be controlled: temperature, pressure, feed-in (section 17).</summary>
    public string? HeatControl { get; init; }

    /// <summary>Whether guarantees of origin of own generation are owned and retired; null is "not provided".</summary>
    public bool? OwnGuaranteesRetired { get; init; }

    /// <summary>CO2 of the residual mix for the market-based method [g/kWh].</summary>
    public double? ResidualMixGPerKWh { get; init; }

    /// <summary>Whether the climate is warm in the words of the Climate Neutral Data Centre Pact (false: cool).</summary>
    public bool? IsWarmClimate { get; init; }

    /// <summary>Whether the place is under water stress.</summary>
    public bool? IsWaterStressed { get; init; }

    /// <summary>Day on which a third party verified the expected practices of the EU Code of Conduct (taxonomy 8.1).</summary>
    public DateOnly? PracticesVerified { get; init; }

    /// <summary>Fish region of the water body for the OGewV screening, as the catalogue of permits calls it, e.g. sa-hr.</summary>
    public string? FishRegion { get; init; }
}

/// <summary>A refrigerant in the plant.</summary>
/// <param name="Name">Name as in the annexes of the F-gas Regulation.</param>
/// <param name="ChargeKg">Charge [kg]; null where not provided.</param>
/// <param name="LeakPerYear">Share of the charge that leaks in a year [1]; null where not provided.</param>
/// <param name="Gwp">Global warming potential over 100 years [kg CO2e/kg]; null where not provided.</param>
public sealed record Refrigerant(string Name, double? ChargeKg, double? LeakPerYear, double? Gwp);

/// <summary>A customer of the centre.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Label">Free text for people.</param>
/// <param name="Shares">Shares of halls, in the order of their dates.</param>
public sealed record Tenant(string Name, string Label, IReadOnlyList<TenantShare> Shares);

/// <summary>A share of a hall's racks from a day on, until the tenant's next share of the same hall.</summary>
/// <param name="Hall">Name of the hall.</param>
/// <param name="FromUnixS">Begin, seconds since 1970-01-01T00:00Z; the begin of the run or of a day on the site's calendar.</param>
/// <param name="Fraction">Share of the hall's racks [1]; 0 to 1.</param>
public sealed record TenantShare(string Hall, long FromUnixS, double Fraction);

/// <summary>A value of the scenario that nobody has measured, with the range in which it is believed to lie.</summary>
/// <param name="Path">Dotted path of the value.</param>
/// <param name="Value">The value as the scenario has it, with its unit.</param>
/// <param name="Low">Low end of the range, with its unit.</param>
/// <param name="High">High end of the range, with its unit.</param>
/// <param name="Confidence">measured, published or assumed.</param>
/// <param name="Source">Where value and range come from.</param>
public sealed record Assumption(string Path, string Value, string Low, string High, string Confidence, string Source);
