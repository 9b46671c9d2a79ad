using Twin.Core.Rules;

namespace Twin.Tests.Rules;

/// <summary>The lists of the authorities: fields, order, units, and what is said where something is missing or open.</summary>
[TestClass]
public sealed class FieldListTests
{
    private const double Rounding = 1e-12; // one or two operations on the figure, relative

    private static readonly string[] EuOrder =
    [
        "reporting_period", "period_from", "period_to", "name", "owner", "owner_contact", "operator", "operator_contact", "lau_code",
        "type", "mixed_services", "structure", "start", "redundancy_high_voltage", "redundancy_low_voltage", "redundancy_rack",
        "redundancy_cooling_room",
        "redundancy_cooling_rack", "p_dit", "s_dc", "s_cr", "e_dc", "e_dc_bg", "e_it", "grid_functions", "c_btg", "w_in", "w_in_pot",
        "e_reuse", "t_wh", "t_in_air", "refrigerants", "cdd", "e_res_tot", "e_res_goo", "e_res_ppa", "e_res_os", "c_serv",
        "c_serv_coverage", "c_stor", "b_in", "b_out", "t_in_traffic", "t_out_traffic", "pue", "wue", "erf", "ref", "size_class",
    ];

    private static readonly string[] Traffic = ["t_in_traffic", "t_out_traffic"];

    private static readonly string[] Annex3Order =
    [
        "reporting_period", "period_from", "period_to", "name", "owner", "operator", "size_class", "postcode", "building_area",
        "p_it_connection", "p_connection",
        "e_total", "e_purchase", "e_feed_back", "renewable_share", "heat_to_air", "t_to_air", "heat_to_water", "t_to_water",
        "heat_to_ground", "heat_delivered", "t_delivered", "data_stored", "data_processed", "pue", "erf", "cer", "wue",
    ];

    private static CentreYear Complete => CentreBuilder.Of(CentreBuilder.Complete);

    [TestMethod]
    public void Lists_and_versions_stand_in_a_fixed_order() => CollectionAssert.AreEqual(
        new[] { "eu-2024-1364 2024-1364", "eu-2024-1364 2026-draft", "enefg-annex3 2023", "heat-platform 2023" },
        FieldLists.Of(Complete).Select(list => $"{list.Id} {list.Version}").ToArray());

    [TestMethod]
    public void Fields_of_the_european_list_stand_in_the_order_of_the_annexes()
    {
        FieldList list = FieldLists.Of(Complete)[0];
        CollectionAssert.AreEqual(EuOrder, Ids(list));
        string[] places = [.. list.Rows.Select(row => row.Place).Distinct()];
        CollectionAssert.AreEqual(
            new[]
            {
                "", "I.1", "I.2", "II.1 a", "II.1 b", "II.1 c", "II.1 d", "II.1 e", "II.1 f", "II.1 g", "II.1 h", "II.1 i", "II.1 j",
                "II.1 k", "II.1 l", "II.1 m", "II.1 n", "II.1 o", "II.1 p", "II.1 q", "II.1 r", "II.2 a", "II.2 b", "II.3 a", "II.3 b",
                "II.3 c", "II.3 d", "III", "IV",
            },
            places);
    }

    [TestMethod]
    public void The_draft_drops_traffic_and_says_that_its_adoption_is_unknown()
    {
        FieldList draft = FieldLists.Of(Complete)[1];
        CollectionAssert.AreEqual(EuOrder.Except(Traffic).ToArray(), Ids(draft));
        Assert.AreEqual("fields.note.draft", draft.Notes[0].Key);
        Assert.AreEqual("fields.note.goo-draft", Row(draft, "e_res_goo").Note!.Key);
    }

    [TestMethod]
    public void Fields_of_annex_3_and_of_the_heat_platform_stand_in_the_order_of_the_act()
    {
        CollectionAssert.AreEqual(Annex3Order, Ids(FieldLists.Of(Complete)[2]));
        string[] months = [.. Enumerable.Range(1, 12).SelectMany(m => new[] { $"heat_month_{m:00}", $"heat_month_peak_{m:00}" })];
        CollectionAssert.AreEqual(
            new[] { "reporting_period", "period_from", "period_to", "name", "address", "heat_annual", "heat_peak" }.Concat(months)
                .Concat(["heat_control", "t_wh"]).ToArray(),
            Ids(FieldLists.Of(Complete)[3]));
    }

    [TestMethod]
    public void Ids_are_unique_although_a_symbol_of_the_law_is_not()
    {
        foreach (FieldList list in FieldLists.Of(Complete))
        {
            CollectionAssert.AllItemsAreUnique(Ids(list));
        }

        Assert.HasCount(2, FieldLists.Of(Complete)[0].Rows.Where(row => row.Symbol == "T_IN"));
    }

    [TestMethod]
    public void A_centre_of_which_everything_is_said_lacks_no_field()
    {
        foreach (FieldList list in FieldLists.Of(Complete))
        {
            Assert.IsEmpty(list.Missing, string.Join(' ', list.Missing.Select(row => row.Id)));
            Assert.IsTrue(list.Rows.All(row => row.Number is null != row.Words is null), "a field is a number or words");
            Assert.IsTrue(list.Rows.All(row => row.Words is null || row.Unit.Length == 0), "words have no unit");
        }
    }

    [TestMethod]
    public void A_centre_of_which_nothing_is_said_keeps_every_field_in_its_place()
    {
        (string, double?)[] none = [.. Complete.Figures.Keys.Select(name => (name, (double?)null))];
        CentreYear empty = CentreBuilder.Of(new(), none);
        for (int i = 0; i < FieldLists.Of(empty).Count; i++)
        {
            FieldList list = FieldLists.Of(empty)[i];
            CollectionAssert.AreEqual(Ids(FieldLists.Of(Complete)[i]), Ids(list));
            string[] said = [.. list.Rows.Except(list.Missing).Select(row => row.Id)];
            CollectionAssert.IsSubsetOf(said, new[] { "reporting_period", "period_from", "period_to", "heat_to_ground" });
            Assert.IsTrue(list.Missing.All(row => row.Number is null && row.Words is null));
        }
    }

    [TestMethod]
    [DataRow("p_dit", "kW", 12600.0)]
    [DataRow("s_dc", "m2", 10700.0)]
    [DataRow("e_dc", "kWh", 70e6)]
    [DataRow("c_btg", "kW", 500.0)]
    [DataRow("w_in", "m3", 7501200.0)]
    [DataRow("t_wh", "degC", 33.0)]
    [DataRow("t_in_air", "degC", 24.0)]
    [DataRow("cdd", "K d", 40.0)]
    [DataRow("c_serv_coverage", "%", 80.0)]
    [DataRow("c_stor", "PB", 30.0)]
    [DataRow("b_in", "GB/s", 50.0)]
    [DataRow("t_in_traffic", "EB", 0.2)]
    [DataRow("wue", "m3/MWh", 125.02)] // 7,501,200 m3 over 60,000 MWh
    [DataRow("ref", "1", 1.0)]
    public void A_number_has_the_unit_of_the_law(string id, string unit, double value)
    {
        FieldRow row = Row(FieldLists.Of(Complete)[0], id);
        Assert.AreEqual(unit, row.Unit);
        Assert.AreEqual(value, row.Number!.Value, Rounding * value);
    }

    [TestMethod]
    [DataRow(true, 10e6, 70e6, 1.0, "fields.note.own-retired")]
    [DataRow(false, 0.0, 60e6, 6.0 / 7.0, "fields.note.own-subtracted")]
    [DataRow(null, null, null, null, "fields.note.own-open")]
    public void What_counts_of_own_generation_is_told_with_what_was_used(
        bool? retired, double? ownKWh, double? totalKWh, double? share, string note)
    {
        CentreYear centre = CentreBuilder.Of(
            CentreBuilder.Complete with { OwnGuaranteesRetired = retired },
            (FigureNames.RenewableGuarantees, 60e6),
            (FigureNames.OwnUsed, 10e6),
            (FigureNames.RenewableOwn, ownKWh),
            (FigureNames.Renewable, totalKWh),
            (FigureNames.Ref, share));
        FieldList list = FieldLists.Of(centre)[0];
        Assert.AreEqual(ownKWh, Row(list, "e_res_os").Number);
        Assert.AreEqual(totalKWh, Row(list, "e_res_tot").Number);
        Assert.AreEqual(share, Row(list, "ref").Number);
        Assert.AreEqual(note, Row(list, "e_res_os").Note!.Key);
        Assert.AreEqual(retired is null ? "fields.note.total-without-own" : null, Row(list, "e_res_tot").Note?.Key);
        Assert.AreEqual(retired is null, Row(FieldLists.Of(centre)[2], "renewable_share").Quality == Quality.NotProvided);
    }

    [TestMethod]
    public void Without_own_generation_nobody_has_to_say_what_became_of_its_guarantees()
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete with { OwnGuaranteesRetired = null });
        Assert.AreEqual(70e6, Row(FieldLists.Of(centre)[0], "e_res_tot").Number);
    }

    [TestMethod]
    [DataRow(null, 42.0, "fields.note.heat-in-water")]
    [DataRow(31.0, null, "fields.note.heat-in-air")]
    [DataRow(31.0, 42.0, "fields.note.heat-in-both")]
    public void The_fluid_of_the_waste_heat_is_named(double? airC, double? waterC, string note)
    {
        CentreYear centre = CentreBuilder.Of(
            CentreBuilder.Complete, (FigureNames.WasteHeatAir, airC), (FigureNames.WasteHeatWater, waterC));
        Assert.AreEqual(note, Row(FieldLists.Of(centre)[0], "t_wh").Note!.Key);
        Assert.AreEqual(note, Row(FieldLists.Of(centre)[3], "t_wh").Note!.Key);
    }

    [TestMethod]
    public void The_modelled_air_is_not_taken_for_a_set_point()
    {
        FieldRow row = Row(FieldLists.Of(CentreBuilder.Of(CentreBuilder.Complete with { IntakeSetpointC = null }))[0], "t_in_air");
        Assert.AreEqual(Quality.NotProvided, row.Quality);
        Assert.AreEqual("fields.note.intake-modelled", row.Note!.Key);
    }

    [TestMethod]
    [DataRow(true, 1200.0, "water-open", "wue-draft")]
    [DataRow(true, null, "water-open-without-potable", "wue-draft-without-potable")]
    [DataRow(false, 1200.0, "water-category", "wue-draft")]
    [DataRow(false, null, "water-category", "wue-draft")]
    public void Water_that_runs_through_once_and_potable_water_that_is_left_out_are_told(
        bool hasRiver, double? potableM3, string note, string draft)
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete, (FigureNames.WaterPotable, potableM3)) with { HasRiver = hasRiver };
        Assert.AreEqual("fields.note." + note, Row(FieldLists.Of(centre)[0], "w_in").Note!.Key);
        Assert.AreEqual("fields.note." + note, Row(FieldLists.Of(centre)[0], "wue").Note!.Key);
        Assert.AreEqual("fields.note." + draft, Row(FieldLists.Of(centre)[1], "wue").Note!.Key);
        Assert.AreEqual("fields.note." + note, Row(FieldLists.Of(centre)[2], "wue").Note!.Key);
    }

    [TestMethod]
    [DataRow(0, "e_dc_bg", "scaled", null)]
    [DataRow(0, "w_in", "water-open-scaled", "water-open")]
    [DataRow(0, "w_in_pot", "potable-scaled", "potable-category")]
    [DataRow(0, "wue", "water-open-scaled", "water-open")]
    [DataRow(1, "wue", "wue-draft-scaled", "wue-draft")]
    [DataRow(2, "wue", "water-open-scaled", "water-open")]
    [DataRow(0, "t_in_traffic", "symbol-whole-year", "symbol")]
    [DataRow(0, "t_out_traffic", "whole-year", null)]
    [DataRow(2, "data_processed", "whole-year", null)]
    [DataRow(2, "data_stored", null, null)]
    [DataRow(2, "t_to_air", "air-stand-in", null)]
    public void In_a_part_of_a_year_amounts_say_whether_they_are_scaled_or_of_a_whole_one(int list, string id, string? part, string? whole)
    {
        Assert.AreEqual(part is null ? null : "fields.note." + part, Row(FieldLists.Of(CentreBuilder.Part(Complete))[list], id).Note?.Key);
        Assert.AreEqual(whole is null ? null : "fields.note." + whole, Row(FieldLists.Of(Complete)[list], id).Note?.Key);
    }

    [TestMethod]
    [DataRow(70e6, "fields.note.goo")]
    [DataRow(0.0, "fields.note.goo-none")]
    public void Nothing_is_called_bought_and_retired_where_no_guarantee_counts(double guaranteesKWh, string note)
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete, (FigureNames.RenewableGuarantees, guaranteesKWh));
        Assert.AreEqual(note, Row(FieldLists.Of(centre)[0], "e_res_goo").Note!.Key);
    }

    [TestMethod]
    [DataRow(99.9, "no-class")]
    [DataRow(100.0, "very-small")]
    [DataRow(500.0, "small")]
    [DataRow(1000.0, "medium")]
    [DataRow(2000.0, "large")]
    [DataRow(10000.0, "large")]
    [DataRow(10000.1, "very-large")]
    public void The_european_class_follows_the_installed_power(double installedKW, string word)
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete, (FigureNames.InstalledItPower, installedKW));
        Assert.AreEqual("fields.word." + word, Row(FieldLists.Of(centre)[0], "size_class").Words!.Value.TextKey);
    }

    [TestMethod]
    [DataRow(0.499, "below-500-kw")]
    [DataRow(0.5, "below-1-mw")]
    [DataRow(1.0, "below-5-mw")]
    [DataRow(5.0, "below-10-mw")]
    [DataRow(10.0, "below-50-mw")]
    [DataRow(50.0, "below-100-mw")]
    [DataRow(100.0, "from-100-mw")]
    public void The_german_class_follows_the_connected_power_of_the_it(double megawatts, string word)
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete with { ItConnectionW = megawatts * 1e6 });
        Assert.AreEqual("fields.word." + word, Row(FieldLists.Of(centre)[2], "size_class").Words!.Value.TextKey);
    }

    [TestMethod]
    public void No_refrigerant_and_no_function_for_the_grid_are_said_in_words()
    {
        FieldList list = FieldLists.Of(CentreBuilder.Of(CentreBuilder.Complete with { Refrigerants = [], GridFunctions = " None " }))[0];
        Assert.AreEqual("fields.word.none", Row(list, "refrigerants").Words!.Value.TextKey);
        Assert.AreEqual("fields.word.none", Row(list, "grid_functions").Words!.Value.TextKey);
    }

    [TestMethod]
    public void Where_no_heat_goes_no_temperature_is_missing()
    {
        CentreYear centre = CentreBuilder.Of(
            CentreBuilder.Complete, (FigureNames.HeatToAir, 0.0), (FigureNames.RejectedToAirTemperature, null),
            (FigureNames.RejectedToWaterTemperature, null));
        FieldList list = FieldLists.Of(centre)[2];
        Assert.AreEqual("fields.word.no-heat", Row(list, "t_to_air").Words!.Value.TextKey);
        CollectionAssert.AreEqual(new[] { "t_to_water" }, list.Missing.Select(row => row.Id).ToArray());
    }

    [TestMethod]
    [DataRow(true, true, false, null)]
    [DataRow(false, false, false, "fields.note.interim")]
    [DataRow(false, true, false, "fields.note.from-start")]
    [DataRow(true, true, true, "fields.note.design")]
    public void The_period_names_its_days_and_whether_it_is_a_part_or_a_design(bool isWhole, bool isComplete, bool isDesign, string? note)
    {
        CentreYear centre = Complete with { IsWhole = isWhole, IsComplete = isComplete, IsDesign = isDesign, From = new(2025, 7, 1) };
        foreach (FieldList list in FieldLists.Of(centre))
        {
            Assert.AreEqual("2025", list.Rows[0].Words!.Value.Words);
            Assert.AreEqual("2025-07-01", list.Rows[1].Words!.Value.Words);
            Assert.AreEqual("2025-12-31", list.Rows[2].Words!.Value.Words);
            Assert.AreEqual(note, list.Rows[0].Note?.Key);
        }
    }

    [TestMethod]
    [DataRow(70e6, "cer-outside", 19.6, 10e6, true)]
    [DataRow(67e6, "cer-without", 10.7, 12.6e6, false)]
    public void Heat_pumps_of_the_network_are_no_part_of_annex_3(
        double withoutPumpsKWh, string note, double cer, double deliveredKWh, bool isOutside)
    {
        CentreYear centre = CentreBuilder.Of(
            CentreBuilder.Complete, (FigureNames.HeatPumpEnergy, 3e6), (FigureNames.CentreEnergyWithoutHeatPump, withoutPumpsKWh),
            (FigureNames.HeatReused, deliveredKWh));
        FieldList list = FieldLists.Of(centre)[2];
        Assert.AreEqual("fields.note." + note, Row(list, "cer").Note!.Key);
        Assert.AreEqual(cer, Row(list, "cer").Number);
        Assert.AreEqual(deliveredKWh, Row(list, "heat_delivered").Number);
        Assert.AreEqual(isOutside, Row(list, "t_delivered").Quality == Quality.NotProvided);
        Assert.AreEqual(isOutside ? "fields.note.source-temperature" : null, Row(list, "t_delivered").Note?.Key);
        Assert.AreEqual(isOutside ? 3e6 : null, Row(list, "e_purchase").Note?.Data[0].Number);
    }

    [TestMethod]
    public void Blanks_are_no_words()
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete with { Owner = " " });
        Assert.AreEqual(Quality.NotProvided, Row(FieldLists.Of(centre)[0], "owner").Quality);
    }

    private static string[] Ids(FieldList list) => [.. list.Rows.Select(row => row.Id)];

    private static FieldRow Row(FieldList list, string id) => list.Rows.Single(row => row.Id == id);
}
