using Twin.Core.Units;

namespace Twin.Tests.Units;

[TestClass]
public sealed class QuantityTests
{
    [TestMethod]
    [DataRow("60 kW", Dimension.Power, 60e3)]
    [DataRow("0.60 m3/s", Dimension.VolumeFlow, 0.6)]
    [DataRow("40 l/s", Dimension.VolumeFlow, 0.04)]
    [DataRow("36 m3/h", Dimension.VolumeFlow, 0.01)]
    [DataRow("35 %", Dimension.Fraction, 0.35)]
    [DataRow("15 min", Dimension.Duration, 900.0)]
    [DataRow("13 GWh", Dimension.Energy, 13e9 * 3600.0)]
    [DataRow("-12 degC", Dimension.Temperature, -12.0)]
    [DataRow("-12 °C", Dimension.Temperature, -12.0)]
    [DataRow("1.5 K", Dimension.TemperatureDifference, 1.5)]
    [DataRow("200 m³", Dimension.Volume, 200.0)]
    [DataRow("8.96 ct/kWh", Dimension.PricePerEnergy, 89.6)] // 1 ct/kWh = 10 EUR/MWh
    [DataRow("0.363 t/MWh", Dimension.CarbonPerEnergy, 363.0)]
    [DataRow("-0.35 %/K", Dimension.PerKelvin, -0.0035)]
    [DataRow("1e3 W", Dimension.Power, 1000.0)]
    [DataRow("2500 kVA", Dimension.ApparentPower, 2.5e6)]
    public void A_number_a_space_and_a_unit_give_the_inside_value(string text, Dimension dimension, double expected)
    {
        Assert.IsTrue(Quantity.TryParse(text, dimension, out double inside, out QuantityError error), error.ToString());
        Assert.AreEqual(expected, inside, Math.Abs(expected) * 2.3e-16); // one rounding: -0.35 is no double to begin with
    }

    [TestMethod]
    [DataRow("12000", QuantityError.MissingUnit)]
    [DataRow("12000 ", QuantityError.MissingUnit)]
    [DataRow("1,5 kW", QuantityError.DecimalComma)]
    [DataRow("1,000 kW", QuantityError.DecimalComma)]
    [DataRow("1e999 kW", QuantityError.NotFinite)]
    [DataRow("1e308 GW", QuantityError.NotFinite)]
    [DataRow(".inf", QuantityError.NotFinite)]
    [DataRow("-.inf kW", QuantityError.NotFinite)]
    [DataRow("NaN kW", QuantityError.NotFinite)]
    [DataRow("010 kW", QuantityError.NotANumber)]
    [DataRow("0x10 kW", QuantityError.NotANumber)]
    [DataRow("1_000 kW", QuantityError.NotANumber)]
    [DataRow(".5 kW", QuantityError.NotANumber)]
    [DataRow("5. kW", QuantityError.NotANumber)]
    [DataRow("+5 kW", QuantityError.NotANumber)]
    [DataRow("--5 kW", QuantityError.NotANumber)]
    [DataRow("٣ kW", QuantityError.NotANumber)] // an Arabic-Indic three
    [DataRow("kW", QuantityError.NotANumber)]
    [DataRow("", QuantityError.NotANumber)]
    [DataRow("5kW", QuantityError.MissingSpace)]
    [DataRow("5 horses", QuantityError.UnknownUnit)]
    [DataRow("5 KW", QuantityError.UnknownUnit)] // case counts: mW is not MW
    [DataRow("5 kWh", QuantityError.WrongDimension)]
    public void A_text_that_is_no_power_says_why(string text, QuantityError expected)
    {
        Assert.IsFalse(Quantity.TryParse(text, Dimension.Power, out double inside, out QuantityError error));
        Assert.AreEqual(expected, error);
        Assert.IsTrue(double.IsNaN(inside));
    }

    [TestMethod]
    public void A_temperature_is_not_a_temperature_difference()
    {
        Assert.IsFalse(Quantity.TryParse("5 K", Dimension.Temperature, out _, out QuantityError place));
        Assert.AreEqual(QuantityError.WrongDimension, place);
        Assert.IsFalse(Quantity.TryParse("5 degC", Dimension.TemperatureDifference, out _, out QuantityError distance));
        Assert.AreEqual(QuantityError.WrongDimension, distance);
    }

    [TestMethod]
    public void Water_freezes_at_32_degrees_Fahrenheit()
    {
        Assert.IsTrue(Quantity.TryParse("32 degF", Dimension.Temperature, out double inside, out _));
        Assert.AreEqual(0.0, inside, 1e-14); // 160/9 is no double: rounding only
    }

    [TestMethod]
    public void Every_unit_reads_back_what_it_writes()
    {
        double[] values = [0.0, 1.0, -1.0, 0.1, 48.15, 1.0 / 3.0, 12345.678, 89.6, 6.02e23];
        foreach (Unit unit in UnitTable.All)
        {
            foreach (double value in values)
            {
                double inside = unit.ToInside(value);
                string text = Quantity.Format(inside, unit);
                Assert.IsTrue(Quantity.TryParse(text, unit.Dimension, out double again, out _), text);

                // One rounding each way: where no number in the unit gives the value exactly, its neighbour must do.
                Assert.AreEqual(inside, again, Math.Abs(inside) * 4e-16 + Math.Abs(unit.Offset) * 4e-16, text);
            }
        }
    }

    [TestMethod]
    public void Each_dimension_has_a_name_an_example_and_an_everyday_unit()
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            Assert.AreNotEqual(string.Empty, DimensionText.Name(dimension));
            string example = DimensionText.Example(dimension);
            Assert.IsTrue(Quantity.TryParse(example, dimension, out double inside, out _), example);
            Assert.AreEqual(dimension, UnitTable.Everyday(inside, dimension).Dimension);
        }
    }

    [TestMethod]
    [DataRow(12000.0, Dimension.Power, "12 kW")]
    [DataRow(0.2, Dimension.Fraction, "20 %")]
    [DataRow(900.0, Dimension.Duration, "15 min")]
    [DataRow(0.04, Dimension.VolumeFlow, "40 l/s")]
    [DataRow(0.0, Dimension.Power, "0 W")]
    public void A_value_is_shown_in_the_unit_that_keeps_it_short(double inside, Dimension dimension, string expected) =>
        Assert.AreEqual(expected, Quantity.Format(inside, UnitTable.Everyday(inside, dimension)));

    [TestMethod]
    public void A_value_that_is_not_finite_is_not_written() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Quantity.Format(double.NaN, UnitTable.All[0]));
}
