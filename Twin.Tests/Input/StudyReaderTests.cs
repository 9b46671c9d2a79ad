using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Tests.Input;

/// <summary>A study file becomes the runs that it asks for.</summary>
[TestClass]
public sealed class StudyReaderTests
{
    private const string Count = "halls.air_hall.racks.count";

    [TestMethod]
    public void A_study_says_what_it_asks()
    {
        Study study = StudyFolder.Right(StudyFolder.Usual);
        Assert.AreEqual(("river_question", "What is the river worth?"), (study.Name, study.Label));
        Assert.AreEqual(new StudyMethod(MethodKind.MonteCarlo, 8, 0, 7), study.Method);
        Assert.AreEqual(16L, study.RunCount);
        string[] inputs =
        [
            "closure", "grid.price", Count, "river.discharge", "river.permit.intake", "time.seed", "year",
        ];
        CollectionAssert.AreEqual(inputs, study.Variables.Select(variable => variable.Name).ToArray());
        CollectionAssert.AreEqual(inputs, study.Design.Space.Inputs.Select(input => input.Name).ToArray());
        CollectionAssert.AreEqual(
            new[] { "", "EUR/MWh", "1", "m3/s", "l/s", "1", "" }, study.Variables.Select(variable => variable.Unit).ToArray());
        CollectionAssert.AreEqual(new[] { "today", "no_pumps" }, study.Policies.Select(policy => policy.Name).ToArray());
        CollectionAssert.AreEqual(new[] { "pue", "backup", "capex" }, study.Outcomes.Select(outcome => outcome.Name).ToArray());
        CollectionAssert.AreEqual(new[] { "grid.import_w", "river.temperature_c" }, study.SeriesColumns.ToArray());
        Assert.AreEqual(2.0, study.Costs!.GpuHourEur);
        Assert.AreEqual(0.25, study.Costs.Items[1].EachEur); // 250 EUR/kW is 0.25 EUR of a watt
        Assert.AreEqual(300_000.0, study.Costs.Items[0].EachEur);
        Assert.AreEqual("study.yaml", study.Files.Single().Shown);
    }

    [TestMethod]
    public void Runs_lay_set_inputs_and_policy_over_the_base_in_this_order()
    {
        Study study = StudyFolder.Right(StudyFolder.Usual);
        StudyRun run = study.Run(3);
        Assert.AreEqual((1, 1), (run.Point, run.Policy));
        string[] paths = [.. run.Values.Select(value => value.Key)];
        Assert.AreEqual("time.step", paths[0]);
        Assert.AreEqual("heat_pumps.heat_pump.out", paths[^1]);
        Assert.IsNotNull(study.Base.Vary(run.Values).Scenario);
        CollectionAssert.AreEqual(run.Inputs.ToArray(), study.Run(2).Inputs.ToArray());
    }

    [TestMethod]
    public void An_outcome_of_columns_has_the_factor_of_its_unit()
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            "{ kind: one-at-a-time }",
            $"levers: {{ {Count}: {{ range: [1, 8] }} }}\n"
            + "outcomes:\n  peak: { largest: grid.import_w, unit: W }\n  total: { integral: grid.import_w, unit: GWh, goal: max }\n"
            + "  usual: { mean: grid.import_w }\n  hours: { violation: river.permit.intake }\n  import: { integral: grid.import_w }\n"
            + "  work: { integral: work.throttled_gpus }\n  pue: { label: Efficiency }"));
        (string, string, double)[] expected =
        [
            ("peak", "W", 1.0), ("total", "GWh", 1.0 / 3.6e12), ("usual", "MW", 1e-6), ("hours", "h", 1.0),
            ("import", "MWh", 1.0 / 3.6e9), ("work", "h", 1.0 / 3600.0), ("pue", "1", 1.0),
        ];
        foreach ((string name, string unit, double factor) in expected)
        {
            StudyOutcome outcome = study.Outcomes.Single(one => one.Name == name);
            Assert.AreEqual(unit, outcome.Unit, name);
            Assert.AreEqual(factor, outcome.PerInside, 1e-15 * factor, name); // two roundings of a quotient
        }

        Assert.AreEqual(OutcomeDirection.Max, study.Outcomes[1].Direction);
        Assert.IsNull(study.Outcomes[0].Direction);
        Assert.AreEqual("Efficiency", study.Outcomes[^1].Label);
    }

    [TestMethod]
    public void A_constraint_compares_in_the_unit_of_its_outcome()
    {
        Study study = StudyFolder.Right(StudyFolder.Usual.Replace(
            "\"throttled_gpu_hours <= 100 h\"", "\"throttled_gpu_hours<2 d\", \"backup > 100 kW\", \"cer >= 3\"",
            StringComparison.Ordinal));
        (string, ConstraintSign, double)[] expected =
        [
            ("throttled_gpu_hours", ConstraintSign.Below, 48.0),
            ("backup", ConstraintSign.Above, 0.1),
            ("cer", ConstraintSign.AtLeast, 3.0),
            ("violations.river.permit.river_temperature", ConstraintSign.Equal, 0.0),
        ];
        CollectionAssert.AreEqual(expected, study.Constraints.Select(one => (one.Outcome.Name, one.Sign, one.Limit)).ToArray());
    }

    [TestMethod]
    [DataRow("{ kind: grid }", MethodKind.Grid, 15)] // three racks by five levels of the intake
    [DataRow("{ kind: grid, levels: 2 }", MethodKind.Grid, 6)]
    [DataRow("{ kind: one-at-a-time }", MethodKind.OneAtATime, 5)]
    [DataRow("{ kind: oat }", MethodKind.OneAtATime, 5)]
    [DataRow("{ kind: latin-hypercube, n: 9 }", MethodKind.LatinHypercube, 9)]
    [DataRow("{ kind: lhs, n: 9 }", MethodKind.LatinHypercube, 9)]
    [DataRow("{ kind: sobol, n: 32 }", MethodKind.Sobol, 128)]
    [DataRow("{ kind: sobol-points, n: 32 }", MethodKind.SobolPoints, 32)]
    [DataRow("{ kind: morris, n: 4 }", MethodKind.Morris, 12)]
    [DataRow("{ kind: monte-carlo, n: 7 }", MethodKind.MonteCarlo, 7)]
    [DataRow("{ kind: mc, n: 7, seed: 3 }", MethodKind.MonteCarlo, 7)]
    public void Each_method_reads_to_its_design(string method, object kind, int runs)
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            method, $"levers: {{ {Count}: {{ grid: [3, 4, 5] }}, river.permit.intake: {{ range: [20 l/s, 60 l/s] }} }}"));
        Assert.AreEqual((kind, runs), ((object)study.Method.Kind, study.Design.Count));
        for (int run = 0; run < runs; run++)
        {
            double[] values = study.Design.Values(run);
            Assert.IsTrue(values[0] is 3 or 4 or 5, "a rack count of the list");
            Assert.IsTrue(values[1] is >= 20 and <= 60, "an intake of the range");
        }
    }

    [TestMethod]
    public void One_at_a_time_rests_at_the_base_and_goes_to_the_ends_of_levers_and_to_P10_and_P90_of_uncertainties()
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            "{ kind: oat }",
            $"levers: {{ {Count}: {{ grid: [3, 5, 6, 7, 9] }}, river.permit.intake: {{ range: [20 l/s, 100 l/s] }} }}\n"
            + "uncertainties: { grid.fees: { uniform: [0 EUR/MWh, 100 EUR/MWh] } }"));
        double[][] runs = [.. Enumerable.Range(0, study.Design.Count).Select(study.Design.Values)];
        CollectionAssert.AreEqual(new[] { 50.0, 5.0, 40.0 }, runs[0]); // first_day has 5 racks and 40 l/s; the median of the fees
        CollectionAssert.AreEqual(new[] { 10.0, 90.0, 50.0, 50.0, 50.0, 50.0 }, runs[1..].Select(run => run[0]).ToArray());
        CollectionAssert.AreEqual(new[] { 3.0, 9.0 }, runs[3..5].Select(run => run[1]).ToArray());
        CollectionAssert.AreEqual(new[] { 20.0, 100.0 }, runs[5..].Select(run => run[2]).ToArray());
    }

    [TestMethod]
    public void A_list_runs_its_rows_in_their_order()
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            $"{{ kind: list, rows: [ {{ {Count}: 6, river.permit.intake: 0.05 m3/s }}, {{ river.permit.intake: 30 l/s, {Count}: 4 }}, "
            + $"{{ {Count}: 6, river.permit.intake: 50 l/s }} ] }}",
            string.Empty));
        string[] runs = [.. Enumerable.Range(0, 3).Select(run => Said(study.Run(run)))];
        CollectionAssert.AreEqual(
            new[]
            {
                $"{Count}=6 river.permit.intake=0.05 m3/s", $"{Count}=4 river.permit.intake=0.03 m3/s",
                $"{Count}=6 river.permit.intake=0.05 m3/s",
            },
            runs);
    }

    [TestMethod]
    public void Rows_and_grids_take_words_lists_and_mappings()
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            "{ kind: grid }",
            "levers: { halls.air_hall.workload.profile: { grid: [llm-training, batch-inference] }, "
            + "heat_pumps.heat_pump.units: { grid: [[150 kW], [100 kW, 200 kW]] } }"));
        CollectionAssert.AreEqual(new[] { "llm-training", "batch-inference" }, study.Variables[0].Cases.ToArray());
        CollectionAssert.AreEqual(new[] { "[150 kW]", "[100 kW, 200 kW]" }, study.Variables[1].Cases.ToArray());
        Assert.IsTrue(Enumerable.Range(0, 4).All(run => study.Base.Vary(study.Run(run).Values).Scenario is not null));
    }

    [TestMethod]
    public void Limit_steps_go_from_the_value_of_the_base_in_the_unit_of_the_step()
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            "{ kind: limit-steps, n: 3 }",
            """
            set: { grid.carbon: 300 g/kWh }
            levers:
              river.permit.intake: { step: 0.005 m3/s }
              river.permit.return_temperature: { step: 0.5 K }
              closure:
                cases: { more: { river.permit.closed: [ { from: 2025-06-12, to: 2025-06-13 } ] }, less: { grid.fees: 1 EUR/MWh } }
            uncertainties: { time.seed: { seeds: [3, 8, 9] } }
            """));
        Assert.AreEqual(3 * (1 + 6 + 12), study.Design.Count);
        Assert.IsTrue(study.Method.Pairs);
        string[] singles = [.. Enumerable.Range(0, 7).Select(run => Said(study.Run(run))[..^" time.seed=3".Length])];
        CollectionAssert.AreEqual(
            new[]
            {
                "grid.carbon=300 g/kWh",
                "grid.carbon=300 g/kWh grid.fees=1 EUR/MWh",
                "grid.carbon=300 g/kWh river.permit.closed=",
                "grid.carbon=300 g/kWh river.permit.intake=0.035 m3/s",
                "grid.carbon=300 g/kWh river.permit.intake=0.045 m3/s",
                "grid.carbon=300 g/kWh river.permit.return_temperature=29.5 degC",
                "grid.carbon=300 g/kWh river.permit.return_temperature=30.5 degC",
            },
            singles);
    }

    [TestMethod]
    public void A_value_of_a_study_and_the_same_on_the_command_line_give_one_resolved_scenario()
    {
        Study study = StudyFolder.Right(StudyFolder.With(
            "{ kind: monte-carlo, n: 3 }",
            $"levers: {{ {Count}: {{ range: [1, 9] }} }}\nuncertainties: {{ grid.price: {{ uniform: [60 EUR/MWh, 180 EUR/MWh] }} }}"));
        using ScenarioFolder folder = StudyFolder.Base();
        for (int number = 0; number < 3; number++)
        {
            StudyRun run = study.Run(number);
            string[] sets = [.. run.Values.Select(value => $"{value.Key}={((Scalar)value.Value).Text}")];
            string typed = folder.Read(new([], [], sets), "base.yaml").Resolved(withOrigins: false);
            Assert.AreEqual(typed, study.Base.Vary(run.Values).Resolved(withOrigins: false));
        }
    }

    [TestMethod]
    public void The_resolved_text_is_read_to_the_same_text_and_knows_no_order_of_lines()
    {
        string text = StudyFolder.Right(StudyFolder.Usual).ResolvedText;
        Assert.AreEqual(text, StudyFolder.Right(text).ResolvedText);
        string[] lines = StudyFolder.Usual.TrimEnd('\n').Split('\n');
        string[] sections = [.. Sections(lines).Reverse()];
        string turned = string.Join('\n', sections).Replace("[5, 4, 6]", "[6, 5, 4]", StringComparison.Ordinal) + "\n";
        Assert.AreEqual(text, StudyFolder.Right(turned).ResolvedText);
    }

    [TestMethod]
    public void The_order_of_cases_and_policies_is_part_of_the_study()
    {
        string text = StudyFolder.Right(StudyFolder.Usual).ResolvedText;
        string other = StudyFolder.Usual.Replace(
            "{ today: {}, no_pumps: { heat_pumps.heat_pump.out: 2 } }", "{ no_pumps: { heat_pumps.heat_pump.out: 2 }, today: {} }",
            StringComparison.Ordinal);
        Assert.AreNotEqual(text, StudyFolder.Right(other).ResolvedText);
    }

    [TestMethod]
    public void Without_a_name_the_file_or_its_folder_gives_it()
    {
        string study = StudyFolder.With("{ kind: oat }", $"levers: {{ {Count}: {{ range: [1, 8] }} }}");
        Assert.AreEqual("hot_river", StudyFolder.Read(study, "hot-river.yaml").Study!.Name);
        using ScenarioFolder folder = StudyFolder.Base();
        folder.With("inner/study.yaml", study.Replace("base.yaml", "../base.yaml", StringComparison.Ordinal));
        StudyReadResult inner = StudyReader.Read("inner", ReadOptions.None with { CurrentFolder = folder.Path });
        Assert.AreEqual("IT0110", inner.Faults.Single().Code, "a base outside the project");
    }

    [TestMethod]
    public void Lists_on_the_command_line_are_a_grid_of_all_key_figures()
    {
        StudyReadResult read = StudyFolder.OfSets(
            $"{Count}=4,5", "river.permit.intake=range(20 l/s, 50 l/s, 10 l/s)", "grid.fees=40 EUR/MWh");
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        Study study = read.Study!;
        Assert.AreEqual(("first_day_sweep", MethodKind.Grid, 8), (study.Name, study.Method.Kind, study.Design.Count));
        Assert.IsTrue(study.Outcomes.All(outcome => outcome is { Kind: OutcomeKind.KeyFigure, Direction: null }));
        Assert.Contains("pue", study.Outcomes.Select(outcome => outcome.Name));
        Assert.AreEqual($"{Count}=5 river.permit.intake=50 l/s", Said(study.Run(7)));
        Assert.Contains("fees: 40 EUR/MWh", study.Base.Vary([]).Resolved(withOrigins: false));
        Assert.Contains("base: base.yaml\n", study.ResolvedText);
    }

    [TestMethod]
    [DataRow("a=1,2,3", "1|2|3")]
    [DataRow("a=range(1,5,1)", "1|2|3|4|5")]
    [DataRow("a=range(0.1, 0.5, 0.2)", "0.1|0.3|0.5")]
    [DataRow("a=range(30 degC, 28 degC, -1 K)", "30 degC|29 degC|28 degC")]
    [DataRow("a=[1 MW, 2 MW],[3 MW]", "[1 MW, 2 MW]|[3 MW]")]
    [DataRow("a=\"x, y\",z", "x, y|z")]
    public void A_list_is_split_at_its_own_commas(string set, string values)
    {
        var faults = new FaultList();
        (IReadOnlyList<string> singles, IReadOnlyList<SetList> lists) = SetLists.Read([set], "/", faults);
        Assert.IsEmpty(singles);
        Assert.AreEqual(values, string.Join('|', lists.Single().Values.Items.Select(ListReader.Name)));
        Assert.IsTrue(faults.IsEmpty);
    }

    [TestMethod]
    [DataRow("a=1")]
    [DataRow("a=[1, 2]")]
    [DataRow("a={ file: x.csv, column: y }")]
    [DataRow("a='x, y'")]
    [DataRow("label=one, two")]
    [DataRow("~a")]
    public void One_value_stays_one(string set)
    {
        (IReadOnlyList<string> singles, IReadOnlyList<SetList> lists) = SetLists.Read([set], "/", new FaultList());
        Assert.IsEmpty(lists);
        Assert.AreEqual(set, singles.Single());
    }

    [TestMethod]
    [DataRow("a=range(1,5)")]
    [DataRow("a=range(1,5,3)")]
    [DataRow("a=range(1,5,-1)")]
    [DataRow("a=range(1,5,0)")]
    [DataRow("a=range(1 MW,5 kW,1 kW)")]
    [DataRow("a=range(1,1000000,1)")]
    public void A_range_that_does_not_meet_both_ends_is_a_fault(string set)
    {
        var faults = new FaultList();
        _ = SetLists.Read([set], "/", faults);
        Assert.AreEqual("IT0508", faults.InFileOrder().Single().Code);
    }

    [TestMethod]
    public void A_run_takes_no_list()
    {
        using ScenarioFolder folder = StudyFolder.Base();
        Fault fault = folder.Read(new([], [], [$"{Count}=1,2,3"]), "base.yaml").Faults.Single();
        Assert.AreEqual(("IT0508", "1,2,3"), (fault.Code, fault.Found));
        Assert.EndsWith("; a list of values is for twin sweep", fault.Expected);
        Assert.AreEqual("IT0508", folder.Read(new([], [], [$"{Count}=range(1,3,1)"]), "base.yaml").Faults.Single().Code);
        Assert.IsEmpty(folder.Read(new([], [], ["heat_pumps.heat_pump.units=[1 MW, 3 MW]"]), "base.yaml").Faults);
    }

    private static string Said(StudyRun run) =>
        string.Join(' ', run.Values.Select(value => $"{value.Key}={(value.Value as Scalar)?.Text}"));

    private static IEnumerable<string> Sections(string[] lines)
    {
        List<string> section = [];
        foreach (string line in lines)
        {
            if (section.Count > 0 && line[0] != ' ')
            {
                yield return string.Join('\n', section);
                section.Clear();
            }

            section.Add(line);
        }

        yield return string.Join('\n', section);
    }
}
