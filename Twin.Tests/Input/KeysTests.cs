using Twin.Cli.Input;
using Twin.Core.Units;

namespace Twin.Tests.Input;

/// <summary>The table of keys in itself: what it promises as default must pass its own checks.</summary>
[TestClass]
public sealed class KeysTests
{
    [TestMethod]
    public void Every_default_passes_the_check_of_its_own_key()
    {
        foreach ((string path, Key key) in All(Keys.Root, string.Empty).Where(found => found.Key.Default is not null))
        {
            var faults = new FaultList();
            var scalar = new Scalar(key.Default!, isQuoted: false, Source.Default, 0, 0);
            KeyKind kind = key.Kind is KeyKind.Series or KeyKind.Quantities ? KeyKind.Quantity : key.Kind; // a list is made of its default
            new ValueCheck(faults).Check(scalar, key with { Kind = kind }, path);
            Assert.IsTrue(faults.IsEmpty, FaultText.Write(faults.InFileOrder()));
        }
    }

    [TestMethod]
    public void Every_key_says_what_it_is_and_what_it_takes()
    {
        foreach ((string path, Key key) in All(Keys.Root, string.Empty))
        {
            Assert.EndsWith(".", key.About, path);
            Assert.IsGreaterThan(3, KeyText.Expected(key).Length, path);
        }
    }

    [TestMethod]
    public void Every_example_in_a_message_is_right()
    {
        foreach ((string path, Key key) in All(Keys.Root, string.Empty).Where(found => found.Key.Kind == KeyKind.Quantity))
        {
            string example = KeyText.Expected(key).Split('"')[1];
            Assert.IsTrue(Quantity.TryParse(example, key.Dimension, out double inside, out _), $"{path}: {example}");
            Assert.IsTrue(KeyText.IsInRange(key, inside), $"{path}: {example}");
        }
    }

    [TestMethod]
    [DataRow("halls.a.chain.network", "8", "8 %")] // read as 800 % it would be out of range
    [DataRow("halls.a.chain.network", "0.08", "8 %")]
    [DataRow("grid.import_limit", "12000", "12 kW")]
    [DataRow("loops.a.design_rise", "1000", "5 K")] // in range in no unit: the usual example
    [DataRow("district_heat.demand.annual", "5", "5 J")]
    public void A_number_without_a_unit_is_mended_into_the_range_of_its_key(string path, string number, string mended)
    {
        Key key = Keys.Find(path.Split('.'), out _, out _)!;
        var faults = new FaultList();
        new ValueCheck(faults).Check(new Scalar(number, isQuoted: false, Source.Default, 0, 0), key, path);
        Assert.EndsWith($", such as \"{mended}\"", faults.InFileOrder().Single().Expected);
    }

    [TestMethod]
    public void A_required_key_has_no_default()
    {
        foreach ((string path, Key key) in All(Keys.Root, string.Empty))
        {
            Assert.IsFalse(key.IsRequired && (key.Default ?? key.DefaultFrom) is not null, path);
        }
    }

    [TestMethod]
    [DataRow("halls.training.racks.count", "count")]
    [DataRow("river.temperature.file", "file")]
    [DataRow("river.temperature.fill.linear", "linear")]
    [DataRow("district_heat.demand.annual", "annual")]
    [DataRow("heat_pumps.heat_pump.out", "out")]
    [DataRow("loops.chilled.pumps.head", "head")]
    public void A_dotted_path_finds_its_key(string path, string name) =>
        Assert.AreEqual(name, Keys.Find(path.Split('.'), out _, out _)!.Name);

    private static IEnumerable<(string Path, Key Key)> All(Key section, string path)
    {
        foreach (Key key in section.Children)
        {
            string here = TreeMerge.Join(path, key.Name);
            yield return (here, key);
            foreach ((string Path, Key Key) inner in All(key, here))
            {
                yield return inner;
            }

            foreach (Key inner in key.Kind == KeyKind.Series ? Keys.SeriesFile(key) : [])
            {
                yield return (TreeMerge.Join(here, inner.Name), inner);
            }
        }
    }
}
