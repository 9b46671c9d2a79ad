using System.Globalization;
using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Output.Sizes;

namespace Twin.Tests.Sizes;

/// <summary>Capacities of a plant that can be worked out by hand.</summary>
[TestClass]
public sealed class CapacityTests
{
    private const string TwoHalls = """
          - name: other
            racks: { server: swing, count: 10, servers_per_rack: 1 }
            workload: { utilisation: 100 %, deferrable: true }
            chain: { distribution_loss: 0 %, network: 0 % }
            air: { loop: water, inlet_limit: 25 degC, units: 20, size: 40 kW, pressure: 0.001 Pa, excess: 0 % }
        loops:

        """;

    [TestMethod]
    public void A_connection_of_100_kW_carries_12_racks_of_8_kW_and_room_coolers_would_end_it_next_at_19()
    {
        using var plant = new SizedPlant();
        JsonElement answer = plant.Answer("scenario.yaml");
        JsonElement firm = answer.GetProperty("firm");
        Assert.AreEqual((12, 13), (SizedPlant.Racks(firm), SizedPlant.Racks(firm, size: "beyond"))); // 96 and 104 kW
        Assert.AreEqual(("grid.import_limit", "as_planned"), SizedPlant.End(firm));
        double peakW = firm.GetProperty("capacity").GetProperty("peak_firm_it_w").GetDouble();
        Assert.AreEqual(96_000.0, peakW, 12.0); // racks that are not all busy draw up to a ten-thousandth less
        JsonElement next = answer.GetProperty("next");
        Assert.AreEqual(19, SizedPlant.Racks(next)); // 152 of 153.3 kW with one cooler out
        Assert.AreEqual(("halls.main.air", "halls_main_air_out"), SizedPlant.End(next));
        Assert.IsFalse(answer.TryGetProperty("interruptible", out _)); // there is no such hall
    }

    [TestMethod]
    public void A_wider_connection_never_lowers_the_answer_and_ends_where_the_room_coolers_do()
    {
        using var plant = new SizedPlant();
        int[] racks = [.. new[] { 30, 79, 81, 140, 153, 400 }.Select(kW =>
            SizedPlant.Racks(plant.Answer("scenario.yaml", "--set", $"grid.import_limit={kW} kW").GetProperty("firm")))];
        CollectionAssert.AreEqual(new[] { 3, 9, 10, 17, 19, 19 }, racks); // whole racks of 8 kW, at most 19
    }

    [TestMethod]
    public void A_ups_is_not_loaded_beyond_the_units_that_are_left()
    {
        // 2 x 100 kW, one out: 100 kW are 12 racks. Its losses come from a connection with room for them.
        string ups = SizedPlant.Scenario.Replace("network: 0 %", "network: 0 %, ups: bank", StringComparison.Ordinal)
            + "ups:\n  - { name: bank, units: 2, size: 100 kW }\n";
        using var plant = new SizedPlant(ups);
        JsonElement firm = plant.Answer("scenario.yaml", "--set", "grid.import_limit=1 MW").GetProperty("firm");
        Assert.AreEqual(12, SizedPlant.Racks(firm));
        Assert.AreEqual(("ups.bank", "ups_bank_out"), SizedPlant.End(firm));
        double over = firm.GetProperty("ends_at").GetProperty("over_rating_fraction").GetDouble();
        Assert.AreEqual(0.04, over, 1e-4); // 104 over 100 kW, less the ten-thousandth of idle racks
    }

    [TestMethod]
    public void Transformers_are_rated_in_apparent_power()
    {
        // 2 x 200 kVA, one out, at a power factor of 0.5: 100 kW, so 12 racks. Lossless, or the losses would count.
        using var plant = new SizedPlant(SizedPlant.Scenario
            + "transformers: { units: 2, size: 200 kVA, no_load_loss: 0 W, load_loss: 0 W, cabling_loss: 0 % }\n");
        JsonElement firm = plant.Answer("scenario.yaml", "--set", "grid.import_limit=1 MW", "--set", "grid.power_factor=0.5")
            .GetProperty("firm");
        Assert.AreEqual(12, SizedPlant.Racks(firm));
        Assert.AreEqual(("transformers", "transformers_out"), SizedPlant.End(firm));
    }

    [TestMethod]
    public void What_grows_with_the_servers_does_not_end_them()
    {
        using var plant = new SizedPlant();
        plant.With("size.yaml", "size: 1\nname: growing\nbase: scenario.yaml\nscales: [grid.import_limit, halls.main.air.units]\n");
        JsonElement firm = plant.Answer("size.yaml").GetProperty("firm");
        // 10 kW of connection and 0.4 coolers for each rack of 8 kW.
        Assert.AreEqual("everything_holds", firm.GetProperty("end").GetString());
        Assert.AreEqual(30, SizedPlant.Racks(firm)); // three times the base
    }

    [TestMethod]
    public void Where_even_the_least_does_not_hold_the_answer_is_none_and_says_why()
    {
        using var plant = new SizedPlant();
        JsonElement answer = plant.Answer("scenario.yaml", "--set", "grid.import_limit=7 kW"); // less than a rack
        Assert.AreEqual("nothing_holds", answer.GetProperty("firm").GetProperty("end").GetString());
        Assert.AreEqual("grid.import_limit", SizedPlant.End(answer.GetProperty("firm")).Limit);
        StringAssert.StartsWith(answer.GetProperty("words")[0].GetString(), "Firm capacity of by_hand: none.");
    }

    [TestMethod]
    public void Interruptible_work_gives_way_and_does_not_count()
    {
        // Both halls have the same racks; those of the second draw nothing when their work is cut.
        string both = SizedPlant.Scenario.Replace("loops:\n", TwoHalls.ReplaceLineEndings("\n"), StringComparison.Ordinal).Replace(
            "halls:\n",
            "  - { name: swing, rated_power: 10 kW, gpus: 8, idle: 0 %, full: 80 %, fans: 0 % }\nhalls:\n",
            StringComparison.Ordinal);
        using var plant = new SizedPlant(both);
        JsonElement answer = plant.Answer("scenario.yaml");
        JsonElement firm = answer.GetProperty("firm");
        Assert.AreEqual(12, SizedPlant.Racks(firm)); // 96 kW, as if the others were not there
        Assert.AreEqual(12, SizedPlant.Racks(firm, "other"), 1.0); // equal shares; which hall has the odd rack is a tie
        JsonElement beside = answer.GetProperty("interruptible");
        Assert.AreEqual("everything_holds", beside.GetProperty("end").GetString());
        Assert.AreEqual((12, 48), (SizedPlant.Racks(beside), SizedPlant.Racks(beside, "other"))); // three times 20 racks less the firm ones
        double lost = beside.GetProperty("capacity").GetProperty("cases").GetProperty("as_planned")
            .GetProperty("interruptible_lost_fraction").GetDouble();
        Assert.IsInRange(0.97, 0.999, lost); // 4 kW are left for 48 racks that want nearly 8 kW each: 1 %, more where racks idle
    }

    [TestMethod]
    public void Cases_by_name_take_the_place_of_the_usual_ones()
    {
        using var plant = new SizedPlant();
        plant.With("size.yaml", "size: 1\nname: named\nbase: scenario.yaml\ncases: { brownout: { grid.import_limit: 50 kW } }\n");
        JsonElement answer = plant.Answer("size.yaml");
        Assert.AreEqual(6, SizedPlant.Racks(answer.GetProperty("firm"))); // 48 kW
        Assert.AreEqual(("grid.import_limit", "brownout"), SizedPlant.End(answer.GetProperty("firm")));
        JsonElement asked = answer.GetProperty("question").GetProperty("cases");
        string[] cases = [.. asked.EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];
        CollectionAssert.AreEqual(new[] { "as_planned", "brownout" }, cases);
    }

    [TestMethod]
    [DataRow(100, 10)]
    [DataRow(80, 8)]
    [DataRow(50, 5)]
    public void In_a_share_of_futures_the_connection_that_so_many_reach_decides(int percent, int needed)
    {
        using var plant = new SizedPlant();
        plant.With("size.yaml", "size: 1\nname: uncertain\nbase: scenario.yaml\nfutures: 10\nseed: 3\n"
            + $"share: {percent} %\nuncertainties: {{ grid.import_limit: {{ uniform: [40 kW, 140 kW] }} }}\n");
        JsonElement firm = plant.Answer("size.yaml").GetProperty("firm");
        string[][] rows = [.. File.ReadAllLines(plant.Of("results", "sizes", "uncertain", "cases.csv")).Select(line => line.Split(','))];
        int column = Array.IndexOf(rows[0], "grid.import_limit [kW]"), number = Array.IndexOf(rows[0], "future");
        double[] limitsKW =
        [
            .. rows.Skip(1).GroupBy(row => row[number]).Select(future => double.Parse(future.First()[column], CultureInfo.InvariantCulture))
                .OrderDescending(),
        ];
        Assert.HasCount(10, limitsKW);
        int racks = (int)(limitsKW[needed - 1] / 8.0); // whole racks of 8 kW, below the 19 that the room coolers allow
        Assert.AreEqual(racks, SizedPlant.Racks(firm));
        int holding = firm.GetProperty("capacity").GetProperty("futures_holding").GetInt32();
        Assert.AreEqual(limitsKW.Count(limitKW => limitKW >= 8.0 * racks), holding);
        Assert.IsLessThan(needed, firm.GetProperty("beyond").GetProperty("futures_holding").GetInt32());
        Assert.AreEqual("grid.import_limit", SizedPlant.End(firm).Limit);
    }

    [TestMethod]
    public void The_same_question_gives_the_same_bytes_on_any_number_of_threads()
    {
        using var plant = new SizedPlant();
        string[][] files = [.. new[] { "1", "3" }.Select(threads =>
        {
            Assert.AreEqual(ExitStatus.Done, plant.Size("scenario.yaml", "--threads", threads, "-q"), plant.Messages);
            string folder = plant.Data.TrimEnd();
            return new[] { SizeFolder.Answer, SizeFolder.Cases }.Select(file => File.ReadAllText(Path.Combine(folder, file))).ToArray();
        })];
        CollectionAssert.AreEqual(files[0], files[1]);
        Assert.IsTrue(File.Exists(Path.Combine(plant.Data.TrimEnd(), SizeFolder.Picture)));
        Assert.HasCount(1, Directory.GetFileSystemEntries(Path.GetDirectoryName(plant.Data.TrimEnd())!)); // nothing is left beside it
    }

    [TestMethod]
    public void People_get_words_first_then_the_cases()
    {
        using var plant = new SizedPlant();
        Assert.AreEqual(ExitStatus.Done, plant.Size("scenario.yaml"), plant.Messages);
        string[] lines = plant.Data.Split('\n');
        Assert.AreEqual(
            "Firm capacity of by_hand: 96.0 kW IT at the peak, 96 GPUs in 12 servers and 12 racks, 1.20 times the servers of the base.",
            lines[0]);
        Assert.AreEqual("  main: 12 racks, 12 servers steady, 96 GPUs, firm", lines[1]);
        StringAssert.StartsWith(lines[2], "It ends at grid.import_limit (the connection) when all is as planned: ");
        StringAssert.StartsWith(
            lines[3],
            "With grid.import_limit out of the way, the next is halls.main.air (too few room coolers) "
                + "when one unit of halls.main.air is out, at 152 kW");
        Assert.AreEqual("No plant grows with the servers: all machines and limits are those of the base.", lines[4]);
    }
}
