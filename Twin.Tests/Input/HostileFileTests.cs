using System.Text;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Tests.Output;

namespace Twin.Tests.Input;

/// <summary>Whatever a data file holds, the answer is an inspection or a list of faults, and soon.</summary>
[TestClass]
public sealed class HostileFileTests : IDisposable
{
    private static readonly string[] Bits =
    [
        "", " ", "\n", ",", ";", "\"", "-", ".", "9999", "-9900", "1e308", "NaN", "2400", "0", "\u0000", "é", "\t", "24:00", "29", "#", "\r", "1900",
        "2199", "-1", "99999999999", "[", "€",
    ];

    private static readonly string[] Wholes =
    [
        MadeWeather.Epw(days: 2, headerZoneH: 1, trueZoneH: 0),
        "1,\"X\",NC,-5.0,36.1,-79.95,273\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),DNI (W/m^2),DHI (W/m^2),Dry-bulb (C)\n"
            + "01/31/1988,12:00,500,400,100,1.0\n01/31/1988,24:00,0,0,0,2.0\n02/01/1988,01:00,0,0,0,3.0\n",
        "Latitude (decimal degrees): 45.0\nLongitude (decimal degrees): 8.0\nElevation (m): 250.0\nIrradiance Time Offset (h): 0.5\n"
            + "time(UTC),T2m,RH,G(h),Gb(n),Gd(h),SP\n20180131:2200,1.0,80,0,-0.0,0,98000\n20070201:0000,3.0,80,10,5,0,98000\n\nT2m: air\n",
        "TRY99   Testland\nLage: 48°30'N <- B.  11°00'O <- L.   500 Meter über NN\n\n"
            + "RG    IS  MM  DD  HH  N   WR      WG       t       p        x   RF   W     B     D IK    A      E IL\n***\n"
            + "99     1   6   1  12  9  999     2.4     0.8    973.3     4.0   91  60    10    20 9   279   -320  9\n"
            + "99     1   6   1  13  3  230     2.2     1.5    976.0     4.1   92  60    30    40 9   281   -322  9\n",
        "Quelle:;\"Amt\"\nZeitbezug:;MEZ\n\nDatum;\"Abfluss [m³/s]\";Prüfstatus\n"
            + "\"2025-03-30 01:00\";1,00;Geprueft\n\"2025-03-30 02:00\";2,00;Rohdaten\n",
        "\"MTU (CET/CEST)\",\"Day-ahead Price [EUR/MWh]\"\n\"26.10.2025 01:00 - 26.10.2025 02:00\",1.0\n\"26.10.2025 02:00 - 26.10.2025 02:00\",2.0\n",
        "Datum;Anfang;Ende;Deutschland/Luxemburg [€/MWh] x\n26.10.2025;01:00;02:00;1,00\n26.10.2025;02:00;03:00;2,00\n",
        "Datetime (UTC),Country,Carbon Intensity gCO₂eq/kWh (direct)\n2022-01-01 00:00:00,X,1\n2022-01-01 01:00:00,X,2\n",
        "; UnixStartTime: 1000020\n; MaxProcs: 8\n2 90 0 30 2 -1 -1 2 60 -1 1 1 1 -1 -1 1 -1 -1\n1 0 30 60 4 -1 -1 4 60 -1 1 1 1 -1 -1 1 -1 -1\n",
        "time,x [degC],y\n2025-01-01T00:00Z,1,2\n2025-01-01T01:00Z,,3\n2025-01-01T02:00Z,2,4\n",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [Timeout(Patience.HangMs)]
    public void No_mutation_of_a_data_file_brings_a_reader_down()
    {
        string file = folder.Of("data.txt");
        var random = new Random(20250712); // fixed: a failure must come back
        int good = 0;
        foreach (string whole in Wholes)
        {
            for (int i = 0; i < 250; i++)
            {
                string text = i == 0 ? whole : Mutated(whole, random);
                File.WriteAllText(file, text);
                FileInspection? found = FileInspection.Of(file, "auto", null, out IReadOnlyList<Fault> faults);
                Assert.IsTrue(found is null != faults.Count is 0, text);
                good += found is null || new InspectText(found).Write().Length * InspectJson.Write(found).Length == 0 ? 0 : 1;
            }
        }

        Assert.IsGreaterThan(Wholes.Length, good); // the mutations are small enough to leave something to read
    }

    private static string Mutated(string whole, Random random)
    {
        var text = new StringBuilder(whole);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(text.Length);
            string bit = random.Next(3) == 0 ? whole.Substring(random.Next(whole.Length / 2), random.Next(30)) : Bits[random.Next(Bits.Length)];
            text.Remove(at, Math.Min(random.Next(6), text.Length - at)).Insert(at, bit);
        }

        return text.ToString();
    }
}
