namespace Twin.Tests.Reports;

/// <summary>Which figure each number of a list is, in the list's own unit; written by hand, apart from the lists.</summary>
internal static class ListNumbers
{
    private static readonly (string Field, string Figure)[] Eu =
    [
        ("p_dit", "p_dit"), ("e_dc", "e_dc"), ("e_it", "e_it"), ("w_in", "w_in"), ("w_in_pot", "water_potable"), ("e_reuse", "e_reuse"),
        ("t_wh", "t_wh"), ("cdd", "cdd"), ("e_res_tot", "e_res_tot"), ("e_res_goo", "e_res_goo"), ("e_res_ppa", "e_res_ppa"),
        ("e_res_os", "e_res_os"), ("pue", "pue"), ("wue", "wue_input"), ("erf", "erf"), ("ref", "ref"),
    ];

    private static readonly (string Field, string Figure)[] Annex3 =
    [
        ("e_total", "e_dc"), ("e_purchase", "e_purchase"), ("e_feed_back", "e_feed_back"), ("renewable_share", "ref"),
        ("heat_to_air", "heat_to_air"), ("t_to_air", "t_to_air"), ("heat_to_water", "heat_to_water"), ("t_to_water", "t_to_water"),
        ("heat_delivered", "heat_delivered"), ("t_delivered", "t_delivered"), ("pue", "pue"), ("erf", "erf"), ("cer", "cer"),
        ("wue", "wue_input"),
    ];

    private static readonly (string Field, string Figure)[] Platform =
    [
        ("heat_annual", "heat_rooms"), ("heat_peak", "heat_rooms_peak"), ("t_wh", "t_wh"),
        .. Enumerable.Range(1, 12).Select(month => ($"heat_month_{month:00}", $"heat_rooms_month_{month:00}")),
        .. Enumerable.Range(1, 12).Select(month => ($"heat_month_peak_{month:00}", $"heat_rooms_month_peak_{month:00}")),
    ];

    /// <summary>The number of a field, made from figures that were computed apart from the report.</summary>
    public static IReadOnlyDictionary<(string List, string Field), Func<IReadOnlyDictionary<string, double?>, double?>> Known { get; } = Gather();

    private static Dictionary<(string, string), Func<IReadOnlyDictionary<string, double?>, double?>> Gather()
    {
        var known = new Dictionary<(string, string), Func<IReadOnlyDictionary<string, double?>, double?>>();
        foreach ((string list, (string Field, string Figure)[] fields) in new[]
        {
            ("eu-2024-1364", Eu), ("eu-2026-draft", Eu), ("enefg-annex3", Annex3), ("heat-platform", Platform),
        })
        {
            foreach ((string field, string figure) in fields)
            {
                known.Add((list, field), figures => figures[figure]);
            }
        }

        known.Add(("enefg-annex3", "heat_to_ground"), _ => 0.0); // nothing in the plant gives heat to the ground
        return known;
    }
}
