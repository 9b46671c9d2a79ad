using System.Globalization;
using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>The fields of Delegated Regulation (EU) 2024/1364, Annexes I to III, in the order of the law, and of its draft.</summary>
/// <remarks>
/// Source: Delegated Regulation (EU) 2024/1364. The law writes T_IN for two fields and says of W_IN in Annex III "as defined in Annex III"
/// where it means Annex II; ids here are unique.
/// </remarks>
internal static class EuFields
{
    /// <summary>Id of the list in both versions.</summary>
    public const string Id = "eu-2024-1364";

    private const string Current = "2024-1364";
    private const string Drafted = "2026-draft";

    /// <summary>The list as in force.</summary>
    public static FieldList Of(CentreYear centre) => new(Id, Current, Rows(centre, isDraft: false))
    {
        Notes = [new("fields.note.modelled"), new("fields.note.records")],
    };

    /// <summary>The list as the draft of 2026 would have it: without traffic, with another definition of guarantees of origin.</summary>
    public static FieldList Draft(CentreYear centre) => new(Id, Drafted, Rows(centre, isDraft: true))
    {
        Notes = [new("fields.note.draft"), new("fields.note.modelled"), new("fields.note.records")],
    };

    private static IReadOnlyList<FieldRow> Rows(CentreYear centre, bool isDraft)
    {
        var writer = new FieldWriter(centre);
        writer.Period();
        Identity(writer, centre.Facts);
        SizeAndEnergy(writer, centre);
        WaterAndHeat(writer, centre);
        Renewables(writer, centre, isDraft);
        Computing(writer, centre, isDraft);
        Indicators(writer, centre, isDraft);
        return writer.Rows;
    }

    private static void Identity(FieldWriter w, CentreFacts facts)
    {
        w.Words("name", "I.1", "centre.name", facts.Name);
        w.Words("owner", "I.1", "centre.owner.name", facts.Owner);
        w.Words("owner_contact", "I.1", "centre.owner.contact", facts.OwnerContact);
        w.Words("operator", "I.1", "centre.operator.name", facts.Operator);
        w.Words("operator_contact", "I.1", "centre.operator.contact", facts.OperatorContact);
        w.Words("lau_code", "I.1", "centre.place.lau", facts.LauCode);
        w.Word("type", "I.1", "centre.type", facts.Type switch
        {
            null => null,
            CentreType.Enterprise => "fields.word.enterprise",
            CentreType.Colocation => "fields.word.colocation",
            _ => "fields.word.co-hosting",
        });
        w.Word("mixed_services", "I.1", "centre.mixed_services", facts.MixedServices switch
        {
            null => null,
            true => "fields.word.yes",
            false => "fields.word.no",
        });
        w.Word("structure", "I.1", "centre.structure", facts.Structure switch
        {
            null => null,
            CentreStructure.Standalone => "fields.word.standalone",
            CentreStructure.PartOfBuilding => "fields.word.part-of-building",
            _ => "fields.word.group",
        });
        string? start = facts.StartOfOperation?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        w.Words("start", "I.1", "centre.start", start);
        w.Words("redundancy_high_voltage", "I.2", "centre.redundancy.high_voltage", facts.RedundancyHighVoltage);
        w.Words("redundancy_low_voltage", "I.2", "centre.redundancy.low_voltage", facts.RedundancyLowVoltage);
        w.Words("redundancy_rack", "I.2", "centre.redundancy.rack", facts.RedundancyRack);
        w.Words("redundancy_cooling_room", "I.2", "centre.redundancy.cooling_room", facts.RedundancyCoolingRoom);
        w.Words("redundancy_cooling_rack", "I.2", "centre.redundancy.cooling_rack", facts.RedundancyCoolingRack);
    }

    private static void SizeAndEnergy(FieldWriter w, CentreYear centre)
    {
        CentreFacts facts = centre.Facts;
        string power = facts.ItPowerIsRated switch
        {
            true => "fields.note.it-power-rated",
            false => "fields.note.it-power-measured",
            _ => "fields.note.it-power-open",
        };
        w.Figure("p_dit", "II.1 a", "P_DIT", FigureNames.InstalledItPower, new Remark(power));
        w.Stated("s_dc", "II.1 b", "S_DC", "m2", facts.FloorAreaM2, "centre.area.total");
        w.Stated("s_cr", "II.1 c", "S_CR", "m2", facts.ComputerRoomAreaM2, "centre.area.computer_rooms");
        w.Figure("e_dc", "II.1 d", "E_DC", FigureNames.CentreEnergy, Boundary(centre));
        w.Figure("e_dc_bg", "II.1 d", "E_DC-BG", FigureNames.BackupEnergy, AmountNotes.Scaled(centre, FigureNames.BackupEnergy));
        w.Figure("e_it", "II.1 e", "E_IT", FigureNames.ItEnergy, new Remark("fields.note.it-energy-category"));
        Services(w, facts.GridFunctions);
        w.Stated("c_btg", "II.1 g", "C_BtG", "kW", facts.BatteryOfferedW / 1e3, "centre.battery_offered");
    }

    private static void WaterAndHeat(FieldWriter w, CentreYear centre)
    {
        CentreFacts facts = centre.Facts;
        w.Figure("w_in", "II.1 h", "W_IN", FigureNames.WaterInput, AmountNotes.WaterInput(centre));
        w.Figure("w_in_pot", "II.1 i", "W_IN-POT", FigureNames.WaterPotable, AmountNotes.Potable(centre));
        w.Figure("e_reuse", "II.1 j", "E_REUSE", FigureNames.HeatReused, Boundary(centre));
        w.Figure("t_wh", "II.1 k", "T_WH", FigureNames.WasteHeat, HeatNotes.Fluid(centre));
        Remark? intake = facts.IntakeSetpointC is null && centre[FigureNames.IntakeAir] is { } modelled
            ? new("fields.note.intake-modelled", Datum.Of(modelled, "degC"))
            : null;
        w.Stated("t_in_air", "II.1 l", "T_IN", "degC", facts.IntakeSetpointC, "centre.intake_setpoint", intake);
        Coolants(w, facts.Refrigerants);
        w.Figure("cdd", "II.1 n", "CDD", FigureNames.CoolingDegreeDays, new Remark("fields.note.cdd"));
    }

    private static void Renewables(FieldWriter w, CentreYear centre, bool isDraft)
    {
        Remark? totalNote = centre[FigureNames.Renewable] is null
            && centre[FigureNames.RenewableGuarantees] + centre[FigureNames.RenewableContracts] is { } boughtKWh
                ? new("fields.note.total-without-own", Datum.Of(boughtKWh, "kWh"))
                : null;
        w.Figure("e_res_tot", "II.1 o", "E_RES-TOT", FigureNames.Renewable, totalNote);
        Remark guarantees = new(
            isDraft ? "fields.note.goo-draft"
            : centre[FigureNames.RenewableGuarantees] > 0.0 ? "fields.note.goo"
            : "fields.note.goo-none");
        w.Figure("e_res_goo", "II.1 p", "E_RES-GOO", FigureNames.RenewableGuarantees, guarantees);
        w.Figure("e_res_ppa", "II.1 q", "E_RES-PPA", FigureNames.RenewableContracts, new Remark("fields.note.ppa"));
        w.Figure("e_res_os", "II.1 r", "E_RES-OS", FigureNames.RenewableOwn, OwnGeneration(centre));
    }

    private static void Computing(FieldWriter w, CentreYear centre, bool isDraft)
    {
        CentreFacts facts = centre.Facts;
        Remark sert = new("fields.note.sert");
        w.Stated("c_serv", "II.2 a", "C_SERV", "SERT", facts.ServerCapacitySert, "centre.servers.capacity", sert);
        w.Stated("c_serv_coverage", "II.2 a", string.Empty, "%", 100.0 * facts.ServerCapacityCoverage, "centre.servers.coverage");
        w.Stated("c_stor", "II.2 b", "C_STOR", "PB", facts.StorageB / 1e15, "centre.data.storage");
        w.Stated("b_in", "II.3 a", "B_IN", "GB/s", facts.BandwidthInBPerS / 1e9, "centre.data.bandwidth_in");
        w.Stated("b_out", "II.3 b", "B_OUT", "GB/s", facts.BandwidthOutBPerS / 1e9, "centre.data.bandwidth_out");
        if (!isDraft)
        {
            bool isInOfYear = AmountNotes.IsOfWholeYear(centre, facts.TrafficInB);
            Remark symbol = new(isInOfYear ? "fields.note.symbol-whole-year" : "fields.note.symbol");
            Remark? outgoing = AmountNotes.IsOfWholeYear(centre, facts.TrafficOutB) ? new("fields.note.whole-year") : null;
            w.Stated("t_in_traffic", "II.3 c", "T_IN", "EB", facts.TrafficInB / 1e18, "centre.data.traffic_in", symbol);
            w.Stated("t_out_traffic", "II.3 d", "T_OUT", "EB", facts.TrafficOutB / 1e18, "centre.data.traffic_out", outgoing);
        }
    }

    private static void Indicators(FieldWriter w, CentreYear centre, bool isDraft)
    {
        Remark? classes = isDraft ? new("fields.note.classes-open") : null;
        Remark wue = isDraft ? AmountNotes.WaterInputOfDraft(centre) : AmountNotes.WaterInput(centre);
        w.Figure("pue", "III", "PUE", FigureNames.Pue, classes);
        w.Figure("wue", "III", "WUE", FigureNames.WueInput, wue);
        w.Figure("erf", "III", "ERF", FigureNames.Erf, Boundary(centre));
        w.Figure("ref", "III", "REF", FigureNames.Ref);
        double? installedKW = centre[FigureNames.InstalledItPower];
        Remark? tooSmall = installedKW < 100.0 ? new("fields.note.no-class") : null;
        string? size = installedKW is { } kW ? SizeClasses.OfUnion(kW) ?? "fields.word.no-class" : null;
        w.Word("size_class", "IV", centre.Figures[FigureNames.InstalledItPower], size, tooSmall);
    }

    // Own generation counts as far as its guarantees of origin are owned and retired; where nobody says so, it is not provided.
    private static Remark? OwnGeneration(CentreYear centre) => centre[FigureNames.OwnUsed] is not { } usedKWh || usedKWh <= 0.0
        ? null
        : centre.Facts.OwnGuaranteesRetired switch
        {
            true => new Remark("fields.note.own-retired"),
            false => new Remark("fields.note.own-subtracted", Datum.Of(usedKWh, "kWh")),
            _ => new Remark("fields.note.own-open", Datum.Of(usedKWh, "kWh")),
        };

    private static Remark? Boundary(CentreYear centre) =>
        !(centre[FigureNames.HeatPumpEnergy] > 0.0) ? null
        : Boundaries.HasHeatPumpsInside(centre) ? new("fields.note.heat-pump-inside")
        : new("fields.note.heat-pump-outside");

    private static void Services(FieldWriter w, string? functions)
    {
        if (string.Equals(functions?.Trim(), "none", StringComparison.OrdinalIgnoreCase))
        {
            w.Word("grid_functions", "II.1 f", "centre.grid_functions", "fields.word.none");
        }
        else
        {
            w.Words("grid_functions", "II.1 f", "centre.grid_functions", functions);
        }
    }

    private static void Coolants(FieldWriter w, IReadOnlyList<Refrigerant>? refrigerants)
    {
        if (refrigerants is { Count: 0 })
        {
            w.Word("refrigerants", "II.1 m", "centre.refrigerants", "fields.word.none");
        }
        else
        {
            string? names = refrigerants is null ? null : string.Join(", ", refrigerants.Select(r => r.Name));
            w.Words("refrigerants", "II.1 m", "centre.refrigerants", names);
        }
    }
}
