using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;
using Twin.Core.Studies;
using Twin.Tests.Studies;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.StudyPages;

/// <summary>Finished studies of known functions instead of plants.</summary>
internal static class SyntheticStudies
{
    private static readonly BaseScenario Scenario = ReadBase();

    /// <summary>An input that is a number.</summary>
    public static StudyVariable Number(string name, bool isLever = false, string unit = "1") => new(name, isLever, unit, [], _ => []);

    /// <summary>An input of named cases.</summary>
    public static StudyVariable Cases(string name, params string[] cases) => new(name, IsLever: false, string.Empty, cases, _ => []);

    /// <summary>An outcome with a name, a unit and a direction.</summary>
    public static StudyOutcome Outcome(string name, string unit, OutcomeDirection? direction, string? label = null) =>
        new(name, label ?? name, OutcomeKind.KeyFigure, [name], unit, 1.0, direction);

    /// <summary>A study without anything but its method, inputs and outcomes.</summary>
    public static Study Of(
        StudyMethod method, StudyDesign design, IReadOnlyList<StudyVariable> variables, params StudyOutcome[] outcomes) =>
        new(
            "synthetic", "How much does it take?", Path.Combine(TestRun.Folder("first_day"), "scenario.yaml"), Scenario, [], method,
            design, variables, [], outcomes, [], null, [], string.Empty, []);

    /// <summary>The study with numbers: each run's are a function of its inputs and its policy; null is a run that fails.</summary>
    public static StudyTable Run(Study study, Func<IReadOnlyList<double>, int, double[]?> numbers)
    {
        StudyOutcome[] columns =
            [.. study.Outcomes.Concat(study.Constraints.Select(constraint => constraint.Outcome)).DistinctBy(outcome => outcome.Name)];
        StudyRow[] rows = [.. Enumerable.Range(0, (int)study.RunCount).Select(number =>
        {
            StudyRun run = study.Run(number);
            return numbers(run.Inputs, run.Policy) is { } found
                ? new StudyRow(number, RowStatus.Done, $"{number:x12}", string.Empty, found)
                : new StudyRow(number, RowStatus.Failed, string.Empty, "IT0901 the loop boiled", [.. columns.Select(_ => double.NaN)]);
        })];
        return new(study, columns, rows);
    }

    /// <summary>Ishigami's function with rows for Sobol indices.</summary>
    public static StudyTable IshigamiSobol(int rows = 1024) => Run(
        Of(
            new(MethodKind.Sobol, rows, 0, 1), SaltelliDesign.Scrambled(Ishigami.Space, rows, 1).Design,
            [Number("x1"), Number("x2"), Number("x3")], Outcome("y", "MW", OutcomeDirection.Max, "Ishigami's function")),
        (x, _) => [Ishigami.At([.. x])]);

    /// <summary>Ishigami's function with Morris trajectories, of which one run failed.</summary>
    public static StudyTable IshigamiMorris() => Run(
        Of(
            new(MethodKind.Morris, 40, 4, 1), new MorrisDesign(Ishigami.Space, 40, 4, 1).Design,
            [Number("x1"), Number("x2"), Number("x3")], Outcome("y", "MW", null)),
        (x, _) => [Ishigami.At([.. x])]);

    /// <summary>A grid of racks and intake: power grows with racks, heat only as far as the river takes it.</summary>
    public static StudyTable Grid()
    {
        StudySpace space = new(
            [
                new("halls.training.racks.count", new DiscreteDistribution([100, 150, 200, 250, 300])),
                new("river.permit.intake", new DiscreteDistribution([0.4, 0.5, 0.6, 0.7, 0.8])),
            ],
            []);
        StudyOutcome power = Outcome("it_energy", "GWh", OutcomeDirection.Max, "IT energy");
        StudyOutcome cost = Outcome("yearly_cost", "MEUR", OutcomeDirection.Min, "Cost of a year");
        StudyOutcome lost = Outcome("throttled_gpu_hours", "h", null, "Lost GPU-hours");
        Study study = Of(
            new(MethodKind.Grid, 0, 0, 1), SettingDesigns.Grid(space, 1),
            [Number("halls.training.racks.count", isLever: true), Number("river.permit.intake", isLever: true, "m3/s")], power, cost) with
        {
            Constraints =
            [
                new("throttled_gpu_hours <= 100 h", lost, ConstraintSign.AtMost, 100),
                new("yearly_cost <= 26 MEUR", cost, ConstraintSign.AtMost, 26),
            ],
            Costs = new(
                [new("chillers", "chillers.chiller.units", [], 300_000, 20, "quotes of 2024", "assumed")], 0.05, 2.0, "a price list"),
        };
        return Run(study, (x, _) =>
            [0.05 * x[0], 6 + (0.08 * x[0]) + (4 * x[1]), Math.Max(0, x[0] - (420 * x[1])) * 12]);
    }

    /// <summary>Futures drawn for two policies, with limits that break in some and one run in fifty that fails.</summary>
    public static StudyTable Futures(int runs, int more = 0)
    {
        List<StudyInput> inputs =
        [
            new("grid.price", new TriangularDistribution(60, 90, 180)),
            new("river.temperature.offset", new NormalDistribution(1.0, 0.8)),
            new("year", new DiscreteDistribution([0, 1, 2])),
        ];
        List<StudyVariable> variables =
        [
            Number("grid.price", unit: "EUR/MWh"), Number("river.temperature.offset", unit: "K"),
            Cases("year", "y2018", "y2022", "y2025"),
        ];
        for (int i = 0; i < more; i++)
        {
            inputs.Add(new($"z{i:00}", new UniformDistribution(0, 1)));
            variables.Add(Number($"z{i:00}"));
        }

        StudyOutcome cost = Outcome("yearly_cost", "MEUR", OutcomeDirection.Min, "Cost of a year");
        StudyOutcome heat = Outcome("heat_delivered", "GWh", OutcomeDirection.Max, "Heat delivered");
        StudyOutcome hours = Outcome("closed_hours", "h", OutcomeDirection.Min, "Hours without the river");
        Study study = Of(
            new(MethodKind.MonteCarlo, runs, 0, 7), DrawnDesigns.MonteCarlo(new(inputs, []), runs, 7), variables, cost, heat, hours) with
        {
            Constraints = [new("closed_hours <= 900 h", hours, ConstraintSign.AtMost, 900)],
            Policies = [new("all_air", []), new("river_first", [])],
        };
        int number = 0;
        return Run(study, (x, policy) =>
        {
            double hot = Math.Max(0, 400 + (300 * x[1]) + (150 * (1 - x[2])));
            return number++ % 50 == 17 ? null
                : [
                    (0.2 * x[0]) + (policy == 0 ? 5 : 0.004 * hot), 13 - (2 * policy) - (0.5 * x[1]) + (x.Count > 3 ? 0.01 * x[3] : 0),
                    hot,
                ];
        });
    }

    /// <summary>One at a time, of inputs that matter much, little and not at all.</summary>
    public static StudyTable OneAtATime()
    {
        StudySpace space = new(
            [
                new("a", new UniformDistribution(0, 10)), new("b", new UniformDistribution(0, 10)),
                new("idle", new UniformDistribution(0, 1)),
            ],
            []);
        return Run(
            Of(
                new(MethodKind.OneAtATime, 0, 0, 1), SettingDesigns.OneAtATime(space),
                [Number("a", isLever: true, "MW"), Number("b", unit: "K"), Number("idle")],
                Outcome("pue", "1", OutcomeDirection.Min, "PUE")),
            (x, _) => [1.1 + (0.01 * x[0]) - (0.004 * x[1])]);
    }

    /// <summary>
    /// Steps of three limits over forty futures: the intake saves hours in hot futures, the rise beside it less, the connection nothing.
    /// </summary>
    public static StudyTable Limits(bool hasPairs = true)
    {
        StudySpace space = new(
            [
                new("grid.import_limit", new DiscreteDistribution([19, 20, 21])),
                new("river.permit.intake", new DiscreteDistribution([0.55, 0.6, 0.65])),
                new("river.permit.return_rise", new DiscreteDistribution([9, 10, 11])),
                new("river.temperature.offset", new NormalDistribution(1.0, 0.8)),
            ],
            []);
        LimitStepsDesign plan = new(
            space, ["grid.import_limit", "river.permit.intake", "river.permit.return_rise"], futures: 40, hasPairs, seed: 3);
        StudyOutcome backup = Outcome("backup", "MW", OutcomeDirection.Min, "Backup heat rejection");
        StudyOutcome lost = Outcome("throttled_gpu_hours", "h", OutcomeDirection.Min, "Lost GPU-hours");
        Study study = Of(
            new(MethodKind.LimitSteps, 40, 0, 3, hasPairs), plan.Design,
            [
                Number("grid.import_limit", isLever: true, "MW"), Number("river.permit.intake", isLever: true, "m3/s"),
                Number("river.permit.return_rise", isLever: true, "K"), Number("river.temperature.offset", unit: "K"),
            ],
            backup, lost);
        return Run(study, (x, _) =>
        {
            double riverMW = 4.19 * x[1] * Math.Min(x[2], 12 - x[3]); // m3/s times K times 4.19 MJ/(m3 K)
            return [Math.Max(0, 30 - riverMW), Math.Max(0, 600 * (6 - riverMW))];
        });
    }

    /// <summary>Long names, labels that would break out, inputs of cases beside numbers, an outcome not always defined.</summary>
    public static StudyTable Awkward()
    {
        const string hostile = "</script><script>document.title='taken'</script><img src=x onerror=alert(1)> & \"what\" \u202eif";
        StudySpace space = new(
            [
                new("cooling.loops.secondary_chilled_water_of_the_eastern_hall.supply", new UniformDistribution(16, 24)),
                new("season", new DiscreteDistribution([0, 1], [1, 3])),
                new("year_of_the_weather_and_the_river", new DiscreteDistribution([0, 1, 2])),
            ],
            []);
        StudyOutcome supply = Outcome("loops.supply", "degC", OutcomeDirection.Min, "Supply temperature " + hostile);
        StudyOutcome rarely = Outcome("rarely", "1", OutcomeDirection.Max, "A share that only half of the runs have");
        StudyOutcome constant = Outcome("constant", "MWh", null, "What never changes");
        Study study = Of(
            new(MethodKind.LatinHypercube, 64, 0, 2), DrawnDesigns.LatinHypercube(space, 64, 2),
            [
                Number("cooling.loops.secondary_chilled_water_of_the_eastern_hall.supply", isLever: true, "degC"),
                Cases("season", "winter <b>", "summer"), Cases("year_of_the_weather_and_the_river", "dry", "wet", "as observed"),
            ],
            supply, rarely, constant) with
        {
            Label = hostile,
            Constraints = [.. Enumerable.Range(0, 7).Select(i => new StudyConstraint(
                $"loops.supply <= {23 - i} degC", supply, ConstraintSign.AtMost, 23 - i))],
            Policies = [new("<i>first</i>", []), new("second", []), new("third_with_a_name_that_is_rather_long", [])],
        };
        return Run(study, (x, policy) => policy == 1 && x[0] > 23.5 ? null : [x[0] - policy, x[1] > 0 ? double.NaN : 1e-7 * x[0], 42.0]);
    }

    /// <summary>Runs written by hand, of one input, all of which fail if asked for.</summary>
    public static StudyTable List(bool isFailing = false)
    {
        StudySpace space = new([new("halls.training.racks.count", new DiscreteDistribution([4, 8, 16]))], []);
        return Run(
            Of(
                new(MethodKind.List, 0, 0, 1), SettingDesigns.List(space, [[16.0], [4.0], [8.0]]),
                [Number("halls.training.racks.count", isLever: true)], Outcome("it_energy", "MWh", OutcomeDirection.Max, "IT energy")),
            (x, _) => isFailing ? null : [50 * x[0]]);
    }

    /// <summary>A sweep of the command line: sixty outcomes of which none has a direction, and half never change.</summary>
    public static StudyTable Sweep()
    {
        StudySpace space = new([new("river.temperature", new DiscreteDistribution([10, 15, 20]))], []);
        return Run(
            Of(
                new(MethodKind.Grid, 0, 0, 1), SettingDesigns.Grid(space, 1), [Number("river.temperature", isLever: true, "degC")],
                [.. Enumerable.Range(0, 60).Select(i => Outcome($"figure_{i:00}", "MWh", null))]),
            (x, _) => [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 7.0 : i * x[0])]);
    }

    /// <summary>
    /// Monte Carlo over four climates, of which the third alone is dear, and a price: no correlation with the seed tells that.
    /// </summary>
    public static StudyTable Climates(int climates = 4)
    {
        StudySpace space = new(
            [new("grid.price", new UniformDistribution(0, 1)), new("time.seed", DiscreteDistribution.Whole(1, climates))], []);
        return Run(
            Of(
                new(MethodKind.MonteCarlo, 200, 0, 5), DrawnDesigns.MonteCarlo(space, 200, 5),
                [Number("grid.price", unit: "EUR/MWh"), Number("time.seed")],
                Outcome("yearly_cost", "MEUR", OutcomeDirection.Min, "Cost of a year")),
            (x, _) => [x[0] + (x[1] == 3 ? 4 : 0)]);
    }

    /// <summary>Two outcomes that pull against each other, of an input that somebody sets or not, and one that nobody sets.</summary>
    public static StudyTable TwoGoals(bool isLever)
    {
        StudySpace space = new([new("a", new UniformDistribution(0, 1)), new("z", new UniformDistribution(0, 1))], []);
        return Run(
            Of(
                new(MethodKind.LatinHypercube, 60, 0, 5), DrawnDesigns.LatinHypercube(space, 60, 5),
                [Number("a", isLever), Number("z")],
                Outcome("cost", "MEUR", OutcomeDirection.Min), Outcome("heat", "GWh", OutcomeDirection.Max)),
            (x, _) => [x[0] + x[1], x[0] - x[1]]);
    }

    /// <summary>The same with a policy for each amount, by which its runs cost more.</summary>
    public static StudyTable Policies(double[] more)
    {
        Study study = TwoGoals(isLever: false).Study with { Policies = [.. more.Select((_, i) => new StudyPolicy($"p{i}", []))] };
        return Run(study, (x, policy) => [x[0] + x[1] + more[policy], x[0] - x[1]]);
    }

    /// <summary>An idle input that goes with a strong one, and a weak one that acts by itself.</summary>
    public static StudyTable Together()
    {
        StudySpace space = new(
            [
                new("a_idle", new UniformDistribution(0, 1)), new("b_weak", new UniformDistribution(0, 1)),
                new("c_strong", new UniformDistribution(0, 1)),
            ],
            [new("a_idle", "c_strong", 0.9)]);
        return Run(
            Of(
                new(MethodKind.LatinHypercube, 200, 0, 5), DrawnDesigns.LatinHypercube(space, 200, 5),
                [Number("a_idle"), Number("b_weak"), Number("c_strong")], Outcome("cost", "MEUR", OutcomeDirection.Min)),
            (x, _) => [x[2] + (0.3 * x[1])]);
    }

    private static BaseScenario ReadBase()
    {
        var faults = new FaultList();
        return BaseScenario.Read(TestRun.Folder("first_day"), ReadOptions.None, faults)
            ?? throw new InvalidOperationException(FaultText.Write(faults.InFileOrder()));
    }
}
