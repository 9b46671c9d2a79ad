using System.Globalization;
using Twin.Core.Rules;
using Twin.Core.Scenarios;

namespace Twin.Tests.Rules;

/// <summary>A row of legal_cases.csv: a centre, a rule, a year, and what a lawyer would say.</summary>
internal sealed record LegalCase(
    string Id,
    CentreYear Centre,
    string Rule,
    int Year,
    Outcome Outcome,
    string Article,
    double? Margin,
    string Reason,
    IReadOnlyList<string> Notes)
{
    /// <summary>All cases of the table.</summary>
    public static IReadOnlyList<LegalCase> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Rules", "legal_cases.csv"))
            .Skip(1).Where(line => !line.StartsWith('#')).Select(Read),
    ];

    private static LegalCase Read(string line)
    {
        string[] cells = line.Split(';');
        Assert.HasCount(11, cells, line);
        Dictionary<string, string> facts = Pairs(cells[1]);
        IEnumerable<(string, double?)> figures = Pairs(cells[2]).Select(pair => (pair.Key, NumberOrNone(pair.Value)));
        CentreYear plain = CentreBuilder.Of(Facts(facts), figures);
        CentreYear centre = plain with
        {
            HasRiver = facts.GetValueOrDefault("river") != "no",
            HasTenants = facts.ContainsKey("tenants"),
            IsWhole = cells[3] is not ("interim" or "first-year"),
            IsComplete = cells[3] != "interim",
            IsDesign = cells[3] == "design",
        };
        Outcome outcome = cells[6] switch
        {
            "met" => Outcome.Met,
            "missed" => Outcome.Missed,
            "not-applicable" => Outcome.NotApplicable,
            "not-decidable" => Outcome.NotDecidable,
            _ => throw new InvalidDataException(line),
        };
        double? margin = cells[8].Length == 0 ? null : Number(cells[8]);
        string[] notes = [.. cells[10].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(note => "rules.note." + note)];
        int year = int.Parse(cells[5], CultureInfo.InvariantCulture);
        return new(cells[0], centre, cells[4], year, outcome, cells[7], margin, "rules.reason." + cells[9], notes);
    }

    private static CentreFacts Facts(Dictionary<string, string> said)
    {
        CentreFacts facts = said.Remove("complete")
            ? CentreBuilder.Complete
            : new() { Country = "DE", ConnectionW = 12e6, StartOfOperation = new(2026, 2, 4) };
        foreach ((string name, string value) in said)
        {
            facts = name switch
            {
                "start" => facts with { StartOfOperation = value == "-" ? null : Day(value) },
                "country" => facts with { Country = value == "-" ? null : value },
                "connection" => facts with { ConnectionW = NumberOrNone(value) * 1000 },
                "exemption" => facts with { Exemption = Exemption(value) },
                "management" => facts with { Management = System(value) },
                "since" => facts with { ManagementSince = Day(value) },
                "certified" => facts with { ManagementCertified = Day(value) },
                "measured" => facts with { MeasuredContinuously = value == "yes" },
                "public" => facts with { IsPublic = value == "yes" },
                "network" => facts with { HeatNetworkShare = Number(value) },
                "guarantees" => facts with { OwnGuaranteesRetired = value == "yes" },
                "type" => facts with { Type = Type(value) },
                "climate" => facts with { IsWarmClimate = value == "warm" },
                "stress" => facts with { IsWaterStressed = value == "yes" },
                "verified" => facts with { PracticesVerified = Day(value) },
                "gwp" => facts with { Refrigerants = Refrigerants(value) },
                "region" => facts with { FishRegion = value },
                "river" or "tenants" => facts,
                _ => throw new InvalidDataException(name),
            };
        }

        return facts;
    }

    private static ReuseExemption Exemption(string word) => word switch
    {
        "none" => ReuseExemption.None,
        "later-event" => ReuseExemption.LaterEvent,
        "network-agreement" => ReuseExemption.NetworkAgreement,
        "offer-not-taken" => ReuseExemption.OfferNotTaken,
        _ => throw new InvalidDataException(word),
    };

    private static ManagementSystem System(string word) => word switch
    {
        "none" => ManagementSystem.None,
        "iso" => ManagementSystem.Iso50001,
        "emas" => ManagementSystem.Emas,
        _ => throw new InvalidDataException(word),
    };

    private static CentreType Type(string word) => word switch
    {
        "enterprise" => CentreType.Enterprise,
        "colocation" => CentreType.Colocation,
        "co-hosting" => CentreType.CoHosting,
        _ => throw new InvalidDataException(word),
    };

    private static Refrigerant[] Refrigerants(string list) =>
        list == "none" ? [] : [.. list.Split(',').Select((gwp, i) => new Refrigerant($"R-{i}", 100, 0.01, NumberOrNone(gwp)))];

    private static Dictionary<string, string> Pairs(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double? NumberOrNone(string text) => text == "-" ? null : Number(text);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
