using Twin.Cli.Input;
using Twin.Core.Scenarios;

namespace Twin.Tests.Input;

/// <summary>Shares of halls by date: who has how much of which hall on which day.</summary>
[TestClass]
public sealed class TenantInputTests
{
    private static readonly long StartUnixS = Unix(2025, 1, 1, offsetH: 0); // of the smallest scenario, which runs for one day

    [TestMethod]
    public void A_share_holds_from_the_first_day_or_from_the_begin_of_its_own_on_the_sites_calendar()
    {
        Tenant tenant = Week("halls: [ { hall: training, share: 25 % }, { hall: training, share: 0.5 1, from: 2025-01-03 } ]").Single();
        Assert.AreEqual(("a", "Tenant A"), (tenant.Name, tenant.Label));
        TenantShare[] expected =
            [new("training", StartUnixS, 0.25), new("training", Unix(2025, 1, 3, offsetH: 1), 0.5)]; // midnight in Berlin
        CollectionAssert.AreEqual(expected, tenant.Shares.ToArray());
    }

    [TestMethod]
    public void Of_shares_before_the_run_the_last_one_holds_from_its_start()
    {
        Tenant tenant = Week(
            "halls: [ { hall: training, share: 30 %, from: 2024-06-01 }, { hall: training, share: 90 %, from: 2023-01-01 }, "
                + "{ hall: training, share: 10 %, from: 2025-01-02 }, { hall: training, share: 70 % } ]").Single();
        TenantShare[] expected = [new("training", StartUnixS, 0.3), new("training", Unix(2025, 1, 2, offsetH: 1), 0.1)];
        CollectionAssert.AreEqual(expected, tenant.Shares.ToArray());
    }

    [TestMethod]
    public void A_tenant_without_a_label_is_called_by_its_name() =>
        Assert.AreEqual("a", CentreInputTests.Read("tenants: [ { name: a, halls: [ { hall: training, share: 1 % } ] } ]\n").Tenants[0].Label);

    [TestMethod]
    public void A_hall_may_be_given_away_whole_and_change_hands_on_a_day()
    {
        IReadOnlyList<Tenant> tenants = CentreInputTests.Read("""
            tenants:
              - { name: a, halls: [ { hall: training, share: 100 % }, { hall: training, share: 0 %, from: 2025-01-01 } ] }
              - { name: b, halls: [ { hall: training, share: 33.3 %, from: 2025-01-01 } ] }
              - { name: c, halls: [ { hall: training, share: 33.3 %, from: 2025-01-01 } ] }
              - { name: d, halls: [ { hall: training, share: 33.4 %, from: 2025-01-01 } ] }

            """).Tenants;
        Assert.HasCount(4, tenants); // a leaves on the day on which the others come: the run begins an hour after that midnight
    }

    [TestMethod]
    [DataRow("[ { hall: ¦trainin, share: 10 % } ]", "IT0206", DisplayName = "hall that is not there")]
    [DataRow("[ { hall: training, share: ¦110 % } ]", "IT0205", DisplayName = "more than the whole at once")]
    [DataRow("[ { hall: training, share: ¦0.1 } ]", "IT0201", DisplayName = "share without a unit")]
    [DataRow("[ { hall: training, share: 1 %, from: ¦1.1.2025 } ]", "IT0207", DisplayName = "German date")]
    [DataRow("[ { hall: training, share: 1 %, from: ¦2025-01-03 } ]", "IT0405", DisplayName = "from a day after the end")]
    [DataRow("[ { hall: training, share: 1 % }, { hall: ¦training, share: 2 % } ]", "IT0112", DisplayName = "two shares at once")]
    [DataRow("[ ¦{ hall: training } ]", "IT0105", DisplayName = "no share")]
    [DataRow("¦[]", "IT0105", DisplayName = "no hall")]
    [DataRow("[ { hall: training, share: 1 %, ¦til: 2025-01-02 } ]", "IT0104", DisplayName = "unknown key")]
    public void A_share_that_cannot_be_is_told_with_code_and_place(string halls, string code) =>
        OneFault.At(ScenarioFolder.Smallest + $"tenants: [ {{ name: a, halls: {halls} }} ]\n", code);

    [TestMethod]
    public void Shares_above_the_whole_are_told_on_the_first_day_on_which_they_are() => OneFault.Told(
        """
        tenants:
          - { name: a, halls: [ { hall: training, share: 60 % } ] }
          - { name: b, halls: [ { hall: training, share: 30 % }, { hall: training, share: 50 %, from: 2025-01-02 } ] }

        """,
        """
        error IT0412 more than the whole
        scenario.yaml:20:83: tenants.b.halls.2.share
            found     110 % of training from 2025-01-02 on: a 60 %, b 50 %
            expected  at most 100 % of a hall on any day
        1 fault; nothing was run.

        """);

    [TestMethod]
    public void Of_shares_from_one_day_the_last_in_the_list_is_one_too_many() => OneFault.At(
        ScenarioFolder.Smallest + """
            tenants:
              - { name: a, halls: [ { hall: training, share: 60 % } ] }
              - { name: b, halls: [ { hall: training, share: ¦40.1 % } ] }

            """,
        "IT0412");

    [TestMethod]
    [DataRow("tenants", "tenants.a.label: b")]
    [DataRow("centre", "centre.name: b")]
    [DataRow("assumptions", "assumptions: []")]
    public void A_phase_cannot_change_what_only_a_report_reads(string key, string set)
    {
        string text = ScenarioFolder.Smallest.Replace("2025-01-02T00:00Z", "2025-01-05T00:00Z", StringComparison.Ordinal)
            + "tenants: [ { name: a, halls: [ { hall: training, share: 1 % } ] } ]\n"
            + $"phases: [ {{ from: 2025-01-03, set: {{ ¦{set} }} }} ]\n";
        text = text.Replace("start: 2025-01-01T00:00Z", "start: 2025-01-01T00:00+01:00", StringComparison.Ordinal);
        OneFault.At(text.Replace("01-05T00:00Z", "01-05T00:00+01:00", StringComparison.Ordinal), "IT0408");
        Assert.Contains(key, set);
    }

    [TestMethod]
    public void A_run_made_shorter_by_a_higher_layer_sets_later_shares_aside()
    {
        string text = ScenarioFolder.Smallest.Replace("2025-01-02T00:00Z", "2025-01-08T00:00Z", StringComparison.Ordinal) + """
            tenants:
              - { name: a, halls: [ { hall: training, share: 25 % }, { hall: training, share: 50 %, from: 2025-01-03 } ] }
              - { name: b, halls: [ { hall: training, share: 50 %, from: 2025-01-04 } ] }

            """;
        ReadResult read = ScenarioFolder.ReadText(text, ReadOptions.None with { Sets = ["time.end=2025-01-02T00:00Z"] });
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        Assert.Contains("tenants.a.halls.2 is set aside: 2025-01-03 lies behind the end of the run", read.Notes);
        Assert.Contains("tenants.b.halls.1 is set aside: 2025-01-04 lies behind the end of the run", read.Notes);
        Tenant left = ReportFacts.Read(read.Resolved(withOrigins: false)).Tenants.Single();
        CollectionAssert.AreEqual((TenantShare[])[new("training", StartUnixS, 0.25)], left.Shares.ToArray());
    }

    private static IReadOnlyList<Tenant> Week(string halls)
    {
        string text = ScenarioFolder.Smallest.Replace("2025-01-02T00:00Z", "2025-01-08T00:00Z", StringComparison.Ordinal);
        ReadResult read = ScenarioFolder.ReadText(text + $"tenants: [ {{ name: a, label: Tenant A, {halls} }} ]\n");
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return ReportFacts.Read(read.Resolved(withOrigins: false)).Tenants;
    }

    private static long Unix(int year, int month, int day, int offsetH) =>
        new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(offsetH)).ToUnixTimeSeconds();
}
