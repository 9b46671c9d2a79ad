namespace Twin.Cli.Input;

/// <summary>Whether what a scenario says of its centre can be true of one centre.</summary>
internal sealed class CentreCheck(FaultList faults)
{
    /// <summary>Checks a completed scenario.</summary>
    public static void Check(Mapping root, FaultList faults)
    {
        var check = new CentreCheck(faults);
        View centre = View.Of(root).Section("centre");
        check.IsCountry(centre.Section("place"));
        check.NotAbove(centre.Section("connection"), "it", "total");
        check.NotAbove(centre.Section("area"), "computer_rooms", "total");
        View management = centre.Section("management");
        if (TimeText.Date(management.Text("certified") ?? "") < TimeText.Date(management.Text("since") ?? ""))
        {
            check.WrongOrder(management, "certified", $"a day not before since, which is {management.Text("since")}");
        }
    }

    private void IsCountry(View place)
    {
        if (place.Text("country") is { } country && !string.IsNullOrWhiteSpace(country)
            && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            faults.Add(
                "IT0206", "bad country", place.Place("country"), place.PathOf("country"), FaultText.Printable(country),
                "two capital letters after ISO 3166-1, such as DE");
        }
    }

    private void NotAbove(View view, string part, string whole)
    {
        if (view.Value(part) > view.Value(whole))
        {
            WrongOrder(view, part, $"at most {whole}, which is {view.Text(whole)}");
        }
    }

    private void WrongOrder(View view, string key, string expected) => faults.Add(
        "IT0405", "values in the wrong order", view.Place(key), view.PathOf(key), view.Text(key)!, expected);
}
