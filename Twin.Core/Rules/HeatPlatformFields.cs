using System.Globalization;

namespace Twin.Core.Rules;

/// <summary>The sheet for the heat platform of EnEfG section 17: who, how much heat, when, how warm, how it can be controlled.</summary>
/// <remarks>Source: Energieeffizienzgesetz (BGBl. 2023 I no. 309), section 17(1). The heat is what leaves the computer rooms.</remarks>
internal static class HeatPlatformFields
{
    /// <summary>Id of the list.</summary>
    public const string Id = "heat-platform";

    private const int Months = 12;

    /// <summary>The list.</summary>
    public static FieldList Of(CentreYear centre)
    {
        var writer = new FieldWriter(centre);
        writer.Period();
        writer.Words("name", "§ 17", "centre.name", centre.Facts.Name);
        writer.Words("address", "§ 17", "centre.place.address", centre.Facts.Address);
        Remark? delivered = centre[FigureNames.HeatSource] is { } deliveredKWh && deliveredKWh > 0.0
            ? new("fields.note.heat-delivered-already", Datum.Of(deliveredKWh, "kWh"))
            : null;
        writer.Figure("heat_annual", "§ 17", string.Empty, FigureNames.HeatRooms, delivered);
        writer.Figure("heat_peak", "§ 17", string.Empty, FigureNames.HeatRoomsPeak, new Remark("fields.note.recorded-mean"));
        for (int month = 1; month <= Months; month++)
        {
            Profile(writer, "heat_month_", FigureNames.HeatRoomsMonth, month);
            Profile(writer, "heat_month_peak_", FigureNames.HeatRoomsMonthPeak, month);
        }

        writer.Words("heat_control", "§ 17", "centre.heat.control", centre.Facts.HeatControl);
        writer.Figure("t_wh", "§ 17", string.Empty, FigureNames.WasteHeat, HeatNotes.Fluid(centre));
        return new(Id, "2023", writer.Rows) { Notes = [new("fields.note.modelled"), new("fields.note.available")] };
    }

    private static void Profile(FieldWriter writer, string id, string figure, int month)
    {
        string number = month.ToString("00", CultureInfo.InvariantCulture);
        writer.Figure(id + number, "§ 17", string.Empty, figure + number);
    }
}
