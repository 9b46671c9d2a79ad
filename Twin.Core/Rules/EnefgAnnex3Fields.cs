using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>The fields of EnEfG section 13 with Annex 3, in the order of the law.</summary>
/// <remarks>
/// Source: Energieeffizienzgesetz (BGBl. 2023 I no. 309), Annex 3. The Annex names no unit for data stored and processed; PB stands here
/// as in the European list. It cites "DIN EN 50600-9" for WUE and means EN 50600-4-9.
/// </remarks>
internal static class EnefgAnnex3Fields
{
    /// <summary>Id of the list.</summary>
    public const string Id = "enefg-annex3";

    /// <summary>The list.</summary>
    public static FieldList Of(CentreYear centre)
    {
        var writer = new FieldWriter(centre);
        writer.Period();
        General(writer, centre.Facts);
        Operation(writer, centre);
        return new(Id, "2023", writer.Rows) { Notes = [new("fields.note.modelled")] };
    }

    private static void General(FieldWriter w, CentreFacts facts)
    {
        w.Words("name", "1 a", "centre.name", facts.Name);
        w.Words("owner", "1 b", "centre.owner.name", facts.Owner);
        w.Words("operator", "1 b", "centre.operator.name", facts.Operator);
        string? size = facts.ItConnectionW is { } itW ? SizeClasses.OfAnnex3(itW) : null;
        w.Word("size_class", "1 c", "centre.connection.it", size);
        w.Words("postcode", "1 d", "centre.place.postcode", facts.Postcode);
        w.Stated("building_area", "1 e", string.Empty, "m2", facts.BuildingAreaM2, "centre.area.building");
        w.Stated("p_it_connection", "1 f", string.Empty, "kW", facts.ItConnectionW / 1e3, "centre.connection.it");
        w.Stated("p_connection", "1 f", string.Empty, "kW", facts.ConnectionW / 1e3, "centre.connection.total");
    }

    private static void Operation(FieldWriter w, CentreYear centre)
    {
        CentreFacts facts = centre.Facts;
        w.Figure("e_total", "2 a", string.Empty, FigureNames.CentreEnergy);
        bool isOutside = Boundaries.AreHeatPumpsOutside(centre);
        Remark? purchase = isOutside && centre[FigureNames.HeatPumpEnergy] is { } pumpsKWh
            ? new("fields.note.purchase-feeds-pumps", Datum.Of(pumpsKWh, "kWh"))
            : null;
        w.Figure("e_purchase", "2 a", string.Empty, FigureNames.Purchase, purchase);
        w.Figure("e_feed_back", "2 a", string.Empty, FigureNames.FeedBack);
        Reading? renewable = RenewableReading.Of(centre);
        Remark? open = renewable is { IsOpen: true }
            ? new("fields.note.ref-open", renewable.Show(renewable.Strict), renewable.Show(renewable.Kind))
            : null;
        w.Figure("renewable_share", "2 b", "REF", FigureNames.Ref, open);
        Rejected(w, centre, "air", FigureNames.HeatToAir, FigureNames.RejectedToAirTemperature);
        Rejected(w, centre, "water", FigureNames.HeatToWater, FigureNames.RejectedToWaterTemperature);
        w.Number("heat_to_ground", "2 c", string.Empty, "kWh", 0.0, [], Quality.Modelled, new Remark("fields.note.no-ground"));
        Delivered(w, centre, isOutside);
        w.Stated("data_stored", "2 e", string.Empty, "PB", facts.DataStoredB / 1e15, "centre.data.stored");
        Remark? processed = AmountNotes.IsOfWholeYear(centre, facts.DataProcessedB) ? new("fields.note.whole-year") : null;
        w.Stated("data_processed", "2 e", string.Empty, "PB", facts.DataProcessedB / 1e15, "centre.data.processed", processed);
        w.Figure("pue", "2 f", "PUE", FigureNames.Pue);
        w.Figure("erf", "2 g", "ERF", FigureNames.Erf, Boundaries.HeatPumpNote(centre));
        Cooling(w, centre, isOutside);
        w.Figure("wue", "2 i", "WUE", FigureNames.WueInput, AmountNotes.WaterInput(centre));
    }

    // Heat pumps of the network stand behind the hand-over: what they take is delivered, and how warm they make it is theirs.
    private static void Delivered(FieldWriter w, CentreYear centre, bool isOutside)
    {
        if (!isOutside)
        {
            w.Figure("heat_delivered", "2 d", string.Empty, FigureNames.HeatDelivered);
            Temperature(w, centre, "t_delivered", "2 d", FigureNames.HeatDelivered, FigureNames.DeliveredTemperature);
            return;
        }

        w.Figure("heat_delivered", "2 d", string.Empty, FigureNames.HeatReused, new Remark("fields.note.heat-pump-outside"));
        Remark temperature = new("fields.note.source-temperature");
        w.Number("t_delivered", "2 d", string.Empty, "degC", null, [], Quality.NotProvided, temperature);
    }

    private static void Cooling(FieldWriter w, CentreYear centre, bool isOutside)
    {
        Remark? note = isOutside ? new("fields.note.cer-outside")
            : centre[FigureNames.HeatPumpEnergy] > 0.0 && centre[FigureNames.CerWithoutHeatPump] is { } without
                ? new("fields.note.cer-without", Datum.Of(without, "1"))
            : null;
        w.Figure("cer", "2 h", "CER", isOutside ? FigureNames.CerWithoutHeatPump : FigureNames.Cer, note);
    }

    private static void Rejected(FieldWriter w, CentreYear centre, string place, string heat, string temperature)
    {
        w.Figure("heat_to_" + place, "2 c", string.Empty, heat);
        bool hasStandIn = centre.Figures[temperature] is { Value: not null, Quality: Quality.Estimated };
        Remark? standIn = hasStandIn ? new("fields.note.air-stand-in") : null;
        Temperature(w, centre, "t_to_" + place, "2 c", heat, temperature, standIn);
    }

    // Where no heat goes there is no temperature, and none is missing.
    private static void Temperature(
        FieldWriter w, CentreYear centre, string id, string place, string heat, string temperature, Remark? note = null)
    {
        if (centre[heat] is 0.0 && centre[temperature] is null)
        {
            w.Word(id, place, centre.Figures[heat], "fields.word.no-heat");
        }
        else
        {
            w.Figure(id, place, string.Empty, temperature, note);
        }
    }
}
