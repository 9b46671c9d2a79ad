namespace Twin.Core.Rules;

/// <summary>What has to be said of amounts that the scenario states of a year, and of water of which a part is not stated.</summary>
internal static class AmountNotes
{
    /// <summary>A yearly amount that was scaled to the period; null where it was not.</summary>
    public static Remark? Scaled(CentreYear centre, string figure) => IsScaled(centre, figure) ? new("fields.note.scaled") : null;

    /// <summary>Potable water, with its category.</summary>
    public static Remark Potable(CentreYear centre) =>
        new(IsScaled(centre, FigureNames.WaterPotable) ? "fields.note.potable-scaled" : "fields.note.potable-category");

    /// <summary>Water input: its category, the open question of once-through water, and what became of potable water.</summary>
    public static Remark WaterInput(CentreYear centre) => new((centre.HasRiver, centre[FigureNames.WaterPotable]) switch
    {
        (true, null) => "fields.note.water-open-without-potable",
        (true, _) when IsScaled(centre, FigureNames.WaterPotable) => "fields.note.water-open-scaled",
        (true, _) => "fields.note.water-open",
        (false, { }) when IsScaled(centre, FigureNames.WaterPotable) => "fields.note.water-scaled",
        _ => "fields.note.water-category",
    });

    /// <summary>The same of the class that the draft asks for.</summary>
    public static Remark WaterInputOfDraft(CentreYear centre) => new((centre.HasRiver, centre[FigureNames.WaterPotable]) switch
    {
        (true, null) => "fields.note.wue-draft-without-potable",
        (_, { }) when IsScaled(centre, FigureNames.WaterPotable) => "fields.note.wue-draft-scaled",
        _ => "fields.note.wue-draft",
    });

    /// <summary>Whether a stated amount is that of the whole year although the period is a part of it.</summary>
    public static bool IsOfWholeYear(CentreYear centre, double? stated) => stated is not null && !centre.IsWhole;

    private static bool IsScaled(CentreYear centre, string figure) =>
        !centre.IsWhole && centre.Figures[figure].Quality == Quality.Estimated;
}
