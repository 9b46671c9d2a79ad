using Twin.Cli.Input;
using Twin.Core.Scenarios;

namespace Twin.Tests.Input;

/// <summary>What a scenario says of its centre arrives in a report as it was written, from the resolved text alone.</summary>
[TestClass]
public sealed class CentreInputTests
{
    internal const string Whole = """
        centre:
          name: "Zentrum <b>\"Nord\"</b> & Süd: 1 # =1+1 \\ 🦆"
          owner: { name: Owner Ltd, contact: owner@example.org }
          operator: { name: Operator Ltd, contact: "+49 000" }
          place: { address: "Example street 1, Munich", country: DE, postcode: 01234, lau: 09162000 }
          type: co-hosting
          mixed_services: true
          structure: part-of-building
          public: false
          start: 2026-02-04
          redundancy: { high_voltage: N+1, low_voltage: 2N, rack: 2N, cooling_room: N+1, cooling_rack: N }
          connection: { total: 12 MW, it: 9000 kW, it_power: rated }
          area: { total: 10700 m2, computer_rooms: 4000 m², building: 11000 m2 }
          intake_setpoint: 25 degC
          refrigerants:
            - { name: heat_pump, substance: "R-717", charge: 1.2 t, leak: 2 %, gwp: 0 }
            - { name: chiller, substance: HFC-134a, charge: 400 kg }
          grid_functions: none
          battery_offered: 250 kW
          backup: { energy: 40 MWh, co2: 12 t }
          water: { potable: 1200 m3, consumed: 60 % }
          servers: { capacity: 123.5, coverage: 40 %, cpu_utilisation: 31 % }
          data: { storage: 20 PB, bandwidth_in: 400 Gbit/s, bandwidth_out: 50 GB/s, traffic_in: 0.5 EB, traffic_out: 700 TB, stored: 12 PB, processed: 3 EB }
          management: { system: iso-50001, since: 2025-03-01, certified: 2026-02-01, measured: true }
          heat: { exemption: network-agreement, network_share: 90 %, control: "supply 62 to 70 degC" }
          own_guarantees_retired: true
          residual_mix: 0.5 kg/kWh
          climate: cool
          water_stress: false
          practices_verified: 2026-05-01
          fish_region: sa-hr

        """;

    [TestMethod]
    public void Every_fact_arrives_in_its_inside_unit()
    {
        CentreFacts facts = Read(Whole).Facts;
        IReadOnlyList<Refrigerant> refrigerants =
            [new("HFC-134a", 400.0, null, null), new("R-717", 1200.0, 0.02, 0.0)]; // in ordinal order of their names
        CollectionAssert.AreEqual(refrigerants.ToArray(), facts.Refrigerants!.ToArray());
        var expected = new CentreFacts
        {
            Name = "Zentrum <b>\"Nord\"</b> & Süd: 1 # =1+1 \\ 🦆",
            Owner = "Owner Ltd",
            OwnerContact = "owner@example.org",
            Operator = "Operator Ltd",
            OperatorContact = "+49 000",
            Address = "Example street 1, Munich",
            Country = "DE",
            Postcode = "01234",
            LauCode = "09162000",
            Type = CentreType.CoHosting,
            MixedServices = true,
            Structure = CentreStructure.PartOfBuilding,
            IsPublic = false,
            StartOfOperation = new(2026, 2, 4),
            RedundancyHighVoltage = "N+1",
            RedundancyLowVoltage = "2N",
            RedundancyRack = "2N",
            RedundancyCoolingRoom = "N+1",
            RedundancyCoolingRack = "N",
            ConnectionW = 12e6,
            ItConnectionW = 9e6,
            ItPowerIsRated = true,
            FloorAreaM2 = 10_700.0,
            ComputerRoomAreaM2 = 4_000.0,
            BuildingAreaM2 = 11_000.0,
            IntakeSetpointC = 25.0,
            GridFunctions = "none",
            BatteryOfferedW = 250e3,
            BackupEnergyJ = 40.0 * 3.6e9,
            FuelCo2Kg = 12e3,
            PotableWaterM3 = 1_200.0,
            PotableConsumedFraction = 0.6,
            ServerCapacitySert = 123.5,
            ServerCapacityCoverage = 0.4,
            CpuUtilisation = 0.31,
            StorageB = 20e15,
            BandwidthInBPerS = 50e9, // 400 Gbit/s
            BandwidthOutBPerS = 50e9,
            TrafficInB = 0.5e18,
            TrafficOutB = 700e12,
            DataStoredB = 12e15,
            DataProcessedB = 3e18,
            Management = ManagementSystem.Iso50001,
            ManagementSince = new(2025, 3, 1),
            ManagementCertified = new(2026, 2, 1),
            MeasuredContinuously = true,
            Exemption = ReuseExemption.NetworkAgreement,
            HeatNetworkShare = 0.9,
            HeatControl = "supply 62 to 70 degC",
            OwnGuaranteesRetired = true,
            ResidualMixGPerKWh = 500.0,
            IsWarmClimate = false,
            IsWaterStressed = false,
            PracticesVerified = new(2026, 5, 1),
            FishRegion = "sa-hr",
        };
        Assert.AreEqual(expected, facts with { Refrigerants = null });
    }

    [TestMethod]
    public void What_a_scenario_does_not_say_is_not_provided()
    {
        Assert.AreEqual(new CentreFacts(), Read(string.Empty).Facts);
        Assert.AreEqual(new CentreFacts(), Read("centre: { name: \"  \", management: {}, water: { potable: null } }\n").Facts);
        Assert.IsEmpty(Read("centre: { refrigerants: [] }\n").Facts.Refrigerants!); // "none" is an answer
    }

    [TestMethod]
    [DataRow("enterprise", CentreType.Enterprise)]
    [DataRow("colocation", CentreType.Colocation)]
    [DataRow("co-hosting", CentreType.CoHosting)]
    public void A_type_has_its_word(string word, CentreType type) => Assert.AreEqual(type, Read($"centre: {{ type: {word} }}\n").Facts.Type);

    [TestMethod]
    [DataRow("standalone", CentreStructure.Standalone)]
    [DataRow("part-of-building", CentreStructure.PartOfBuilding)]
    [DataRow("group", CentreStructure.Group)]
    public void A_structure_has_its_word(string word, CentreStructure structure) =>
        Assert.AreEqual(structure, Read($"centre: {{ structure: {word} }}\n").Facts.Structure);

    [TestMethod]
    [DataRow("none", ManagementSystem.None)]
    [DataRow("iso-50001", ManagementSystem.Iso50001)]
    [DataRow("emas", ManagementSystem.Emas)]
    public void A_management_system_has_its_word(string word, ManagementSystem system) =>
        Assert.AreEqual(system, Read($"centre: {{ management: {{ system: {word} }} }}\n").Facts.Management);

    [TestMethod]
    [DataRow("none", ReuseExemption.None)]
    [DataRow("later-event", ReuseExemption.LaterEvent)]
    [DataRow("network-agreement", ReuseExemption.NetworkAgreement)]
    [DataRow("offer-not-taken", ReuseExemption.OfferNotTaken)]
    public void An_exemption_has_its_word(string word, ReuseExemption exemption) =>
        Assert.AreEqual(exemption, Read($"centre: {{ heat: {{ exemption: {word} }} }}\n").Facts.Exemption);

    [TestMethod]
    [DataRow("climate: warm", true)]
    [DataRow("climate: cool", false)]
    public void A_climate_is_warm_or_cool(string line, bool isWarm) =>
        Assert.AreEqual(isWarm, Read($"centre: {{ {line} }}\n").Facts.IsWarmClimate);

    [TestMethod]
    public void A_measured_power_is_not_a_rated_one() =>
        Assert.IsFalse(Read("centre: { connection: { it_power: measured } }\n").Facts.ItPowerIsRated);

    [TestMethod]
    public void A_centre_does_not_change_the_plant_nor_what_is_resolved_without_it()
    {
        string bare = Resolved(ScenarioFolder.Smallest), with = Resolved(ScenarioFolder.Smallest + Whole);
        Assert.DoesNotContain("centre", bare);
        Assert.DoesNotContain("tenants", bare);
        Assert.DoesNotContain("assumptions", bare);
        int centre = with.IndexOf("centre:\n", StringComparison.Ordinal);
        string region = with[with.IndexOf("  permits:\n", StringComparison.Ordinal)..with.IndexOf("servers:\n", StringComparison.Ordinal)];
        Assert.AreEqual(bare, with[..centre].Replace(region, string.Empty, StringComparison.Ordinal)); // the region is kept with its source
        Assert.AreEqual(with, Resolved(with)); // read back, also the duck
    }

    [TestMethod]
    public void A_report_reads_what_it_needs_of_the_flagship_from_the_resolved_text_alone()
    {
        ReadResult munich = ScenarioReader.Read(ShippedScenarioTests.Folder("munich"), ReadOptions.None);
        ReportFacts report = ReportFacts.Read(munich.Resolved(withOrigins: false));
        Assert.AreEqual(new DateOnly(2026, 2, 4), report.Facts.StartOfOperation);
        Assert.IsTrue(report.HeatPumpInside);
        Assert.IsTrue(report.HasRiver);
        Assert.AreEqual(1.0, report.GuaranteesOfOriginFraction);
        ContractFacts[] contracts =
            [new("hydro", "baseload", true), new("solar_park", "pay-as-produced", true), new("wind_park", "pay-as-produced", true)];
        CollectionAssert.AreEqual(contracts, report.Contracts.ToArray());
        CatalogueUse server = report.Entries.Single(entry => entry.Name == "dgx-b200");
        Assert.AreEqual(("servers", "published"), (server.Kind, server.Confidence));
        CatalogueUse climate = report.Entries.Single(entry => entry.Kind == "climates");
        Assert.AreEqual(("munich", "assumed"), (climate.Name, climate.Confidence)); // as sure as its least sure list
        Assert.Contains("air_mean", climate.Source);
    }

    [TestMethod]
    public void Without_network_and_river_there_is_no_boundary_to_name()
    {
        ReportFacts report = Read(string.Empty);
        Assert.IsNull(report.HeatPumpInside);
        Assert.IsFalse(report.HasRiver);
        Assert.AreEqual(0.0, report.GuaranteesOfOriginFraction);
        Assert.IsEmpty(report.Contracts);
    }

    [TestMethod]
    public void A_data_file_that_is_gone_does_not_keep_a_report_from_being_made()
    {
        string text = Resolved(ScenarioFolder.Smallest)
            .Replace("carbon: 363 g/kWh", "carbon: { file: gone.csv, column: c, unit: g/kWh }", StringComparison.Ordinal);
        Assert.Contains("gone.csv", text);
        Assert.AreEqual(new CentreFacts(), ReportFacts.Read(text).Facts);
    }

    [TestMethod]
    [DataRow("", "nothing")]
    [DataRow("just a text", "keys and values")]
    [DataRow("- 1\n- 2\n", "keys and values")]
    [DataRow("a: [1, 2", "IT0101")]
    [DataRow("schema: 2\nname: later\n", "IT0205")]
    [DataRow("schema: 1\nname: short\n", "IT0105")]
    public void What_is_no_resolved_scenario_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.ThrowsExactly<InvalidDataException>(() => ReportFacts.Read(text)).Message);

    [TestMethod]
    public void A_resolved_scenario_that_somebody_broke_is_refused_with_the_line()
    {
        string text = Resolved(ScenarioFolder.Smallest + Whole).Replace("total: 12 MW", "total: 12", StringComparison.Ordinal);
        string told = Assert.ThrowsExactly<InvalidDataException>(() => ReportFacts.Read(text)).Message;
        Assert.Contains("IT0201", told);
        Assert.Contains("centre.connection.total", told);
    }

    [TestMethod]
    [DataRow("type: ¦colocaton", "IT0206", DisplayName = "type misspelled")]
    [DataRow("management: { system: ¦iso-5001 }", "IT0206", DisplayName = "system misspelled")]
    [DataRow("public: ¦yes", "IT0206", DisplayName = "yes for true")]
    [DataRow("fish_region: ¦sa-hx", "IT0206", DisplayName = "region that nobody knows")]
    [DataRow("¦owners: { name: x }", "IT0104", DisplayName = "unknown key")]
    [DataRow("place: { country: ¦Germany }", "IT0206", DisplayName = "country in words")]
    [DataRow("place: { country: ¦de }", "IT0206", DisplayName = "country in small letters")]
    [DataRow("start: ¦2026-02-30", "IT0207", DisplayName = "30 February")]
    [DataRow("start: ¦0026-02-04", "IT0207", DisplayName = "the year 26")]
    [DataRow("management: { since: 2025-03-01, certified: ¦2025-02-28 }", "IT0405", DisplayName = "certified before it was there")]
    [DataRow("connection: { total: 9 MW, it: ¦10 MW }", "IT0405", DisplayName = "more IT than connection")]
    [DataRow("area: { total: 900 m2, computer_rooms: ¦901 m2 }", "IT0405", DisplayName = "more rooms than centre")]
    [DataRow("area: { total: ¦900 m }", "IT0202", DisplayName = "length for an area")]
    [DataRow("area: { total: ¦900 }", "IT0201", DisplayName = "area without a unit")]
    [DataRow("data: { storage: ¦20 PiB }", "IT0203", DisplayName = "binary prefix")]
    [DataRow("data: { bandwidth_in: ¦400 Gb/s }", "IT0203", DisplayName = "bits or bytes")]
    [DataRow("data: { traffic_in: ¦1 GB/s }", "IT0202", DisplayName = "rate for an amount")]
    [DataRow("backup: { co2: ¦12 t/h }", "IT0202", DisplayName = "flow for a mass")]
    [DataRow("backup: { energy: ¦-1 MWh }", "IT0205", DisplayName = "negative energy")]
    [DataRow("water: { consumed: ¦101 % }", "IT0205", DisplayName = "more than the whole")]
    [DataRow("refrigerants: [ ¦{ name: chiller } ]", "IT0105", DisplayName = "no substance")]
    [DataRow("name: ¦[a, b]", "IT0106", DisplayName = "list for a text")]
    public void A_fact_that_cannot_be_is_told_with_code_and_place(string fact, string code) =>
        OneFault.At(ScenarioFolder.Smallest + $"centre: {{ {fact} }}\n", code);

    [TestMethod]
    public void Faults_of_a_centre_say_what_would_be_right() => OneFault.Told(
        """
        centre:
          type: co-hostig
          management: { since: 2025-03-01, certified: 2025-02-28 }
          data: { bandwidth_in: 400 gbit/s }
          fish_region: sa-h

        """,
        """
        error IT0206 unknown choice
        scenario.yaml:19:9: centre.type
            found     co-hostig
            expected  one of enterprise, colocation, co-hosting
            did you mean co-hosting?
        error IT0405 values in the wrong order
        scenario.yaml:20:47: centre.management.certified
            found     2025-02-28
            expected  a day not before since, which is 2025-03-01
        error IT0203 unknown unit
        scenario.yaml:21:25: centre.data.bandwidth_in
            found     400 gbit/s
            expected  a data rate in one of B/s, kB/s, MB/s, GB/s, TB/s, kbit/s, Mbit/s, Gbit/s, Tbit/s
            did you mean Gbit/s?
        error IT0206 unknown name
        scenario.yaml:22:16: centre.fish_region
            found     sa-h, which is not in catalogue.permits
            expected  one of cyp-r, ep, hp, mp, sa-er, sa-hr, sa-mr
            did you mean sa-hr?
        4 faults; nothing was run.

        """);

    internal static ReportFacts Read(string more) => ReportFacts.Read(Resolved(ScenarioFolder.Smallest + more));

    private static string Resolved(string text)
    {
        ReadResult read = ScenarioFolder.ReadText(text);
        Assert.AreEqual("0 faults; nothing was run.\n", FaultText.Write(read.Faults));
        return read.Resolved(withOrigins: false);
    }
}
