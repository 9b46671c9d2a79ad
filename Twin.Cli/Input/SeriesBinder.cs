using Twin.Cli.Input.Formats;
using Twin.Core.Climate;
using Twin.Core.Series;
using Twin.Core.Time;
using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>Turns series nodes into series in their inside units: a constant, a column of a file, or a synthetic climate.</summary>
internal sealed class SeriesBinder(View root, Clock clock, long seed, ScenarioFiles files, FaultList faults)
{
    private readonly Dictionary<string, SyntheticClimate> climates = new(StringComparer.Ordinal);
    private readonly FileShelf shelf = new(files.Inputs);
    private readonly HashSet<Place> told = [];

    /// <summary>Kelvin seconds below a heating limit in the normal year of a climate of the scenario or the catalogue.</summary>
    public double HeatingKelvinSeconds(string climate, double limitC) => files.Inputs.HeatingKelvinSeconds(Normals(climate), limitC);

    private ClimateNormals Normals(string climate) => ClimateBinder.Bind(root.Items("climates").First(known => known.Name == climate));

    /// <summary>The synthetic climate of a name; one for all who ask, so that river and air belong to the same days.</summary>
    public SyntheticClimate Climate(string name)
    {
        if (!climates.TryGetValue(name, out SyntheticClimate? climate))
        {
            climate = files.Inputs.Climate(Normals(name), seed);
            climates.Add(name, climate);
        }

        return climate;
    }

    /// <summary>Makes the series under a key.</summary>
    /// <param name="view">Section in which the key stands.</param>
    /// <param name="name">The key; it has a value.</param>
    /// <param name="synthetic">What to take from a synthetic climate with an offset, where one may be named.</param>
    /// <returns>The series; after a fault a constant that nobody will use.</returns>
    public ISampledSeries Series(View view, string name, Func<SyntheticClimate, double, ISampledSeries?>? synthetic = null)
    {
        if (view.Node(name) is not Mapping mapping)
        {
            return new ConstantSeries(view.Inside(name));
        }

        if (synthetic is not null && mapping["synthetic"] is Scalar climate)
        {
            var source = new View(mapping, view.Key(name) with { Children = Keys.SyntheticWords(view.Key(name)) }, view.PathOf(name));
            return synthetic(Climate(climate.Text), mapping[Keys.Offset] is null ? 0.0 : source.Inside(Keys.Offset))
                ?? throw new InvalidOperationException($"{view.PathOf(name)} was not checked.");
        }

        Key key = view.Key(name);
        ISampledSeries? read = FromFile(new View(mapping, key with { Children = Keys.SeriesFile(key) }, view.PathOf(name)), key);
        return read ?? new ConstantSeries(0.0);
    }

    private SampledSeries? FromFile(View view, Key key)
    {
        var file = (Scalar)view.Node("file")!;
        string? full = FilePaths.Resolve(file, view.PathOf("file"), faults);
        if (full is null || !IsAsPinned(view, full))
        {
            return null;
        }

        var request = new FileSeriesRequest(
            FilePaths.Shown(full, Directory.GetCurrentDirectory()),
            view.Text("column"),
            view.Text("unit"),
            view.Text("zone"),
            BetweenOf(view.Word("between")),
            Fill(view.Section("fill")),
            view.Word("calendar") == "repeat",
            clock.StartUnixS,
            clock.EndUnixS,
            file.Place,
            view.Path)
        {
            Format = view.Word("format"),
            Asked = key.Asks,
            Stamps = view.Word("stamps") switch
            {
                "begin" => StampPlace.Begin, "middle" => StampPlace.Middle, "end" => StampPlace.End, _ => StampPlace.Auto,
            },
            DecimalComma = view.Word("decimal") == "comma",
            UsualBetween = BetweenOf(key.Between) ?? Between.Linear,
            SiteZone = root.Section("site").Text("zone") ?? FileWishes.None.UsualZone,
        };
        FileSeriesResult result = files.Inputs.Series(request, shelf);
        faults.Opened(request.File);
        Tell(result.Faults);

        if (result.Series is not { } column)
        {
            return null;
        }

        files.AddSeries(new(view.Path, full, column));
        return InsideUnit(view, key, column.Unit) is { } unit ? Converted(view, key, column, unit) : null;
    }

    private static Between? BetweenOf(string word) => word switch
    {
        "linear" => Between.Linear, "hold" => Between.Hold, "mean" => Between.Mean, _ => null,
    };

    private static GapRule Fill(View fill) =>
        fill.Value("linear") is { } linearS ? GapRule.Linear((long)Math.Ceiling(linearS))
        : fill.Value("hold") is { } holdS ? GapRule.Hold((long)Math.Ceiling(holdS))
        : GapRule.Fault;

    private bool IsAsPinned(View view, string fullPath)
    {
        try
        {
            ScenarioFile input = files.AddFromDisk(fullPath, "series");
            if (view.Text("sha256") is not { } pinned || string.Equals(pinned, input.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            faults.Add(
                "IT0310", "file is not the pinned one", view.Place("sha256"), view.PathOf("sha256"),
                $"a file with fingerprint {input.Sha256}", pinned);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // the reader of the file says so better
        }
    }

    private Unit? InsideUnit(View view, Key key, string symbol)
    {
        Unit? unit = UnitTable.Find(symbol);
        if (unit?.Dimension == key.Dimension)
        {
            return unit;
        }

        string asked = view.Has("unit") ? "unit" : view.Has("column") ? "column" : "file";
        IEnumerable<string> symbols = UnitTable.Of(key.Dimension).Select(known => known.Symbol);
        string expected = $"{DimensionText.Name(key.Dimension)} in one of {string.Join(", ", symbols)}";
        (string code, string title, string found) = unit is null
            ? ("IT0203", "unknown unit", symbol)
            : ("IT0202", "wrong dimension", $"{symbol}, the unit of {DimensionText.Name(unit.Dimension)}");
        faults.Add(code, title, view.Place(asked), view.PathOf(asked), found, expected, Nearest.Of(symbol, symbols));
        return null;
    }

    private SampledSeries? Converted(View view, Key key, FileSeries column, Unit unit)
    {
        double factor = view.Inside("factor");
        double scale = unit.Factor / unit.Divisor * factor, shift = unit.Offset * factor + view.Inside("offset");
        FileFaults outside = OutOfRange(key, column, scale, shift);
        Tell(outside.ToList(view.Path, view.Place("file")));
        return outside.Any ? null : column.ToSeries(scale, shift);
    }

    // Of the cells and not of the series: what is filled in lies between them, and a cell has a line to be mended in.
    private static FileFaults OutOfRange(Key key, FileSeries series, double factor, double offset)
    {
        (FileTable table, FileColumn column) = (series.Table, series.Column);
        var outside = new FileFaults(table.Source.File);
        for (int i = 0; i < column.Values.Length; i++)
        {
            double value = column.Values[i] * factor + offset;
            if (double.IsNaN(value) || (value >= key.Minimum && value <= key.Maximum) || outside.CountsOnly("IT0205"))
            {
                continue;
            }

            string found = KeyText.Pretty(value, key.Dimension);
            string expected = KeyText.Expected(key with { Kind = KeyKind.Quantity });
            int line = table.Lines[i];
            if (line > 0)
            {
                int character = column.Field < 0 ? 1 : table.Source.CharacterOf(line, column.Field, table.Separator);
                outside.AtLine("IT0205", "out of range", line, character, $"{found} in column '{column.Name}'", expected);
            }
            else
            {
                outside.AtFile("IT0205", "out of range", $"{found} at {TableOrder.Stamp(table.PlacedUnixS[i])}", expected);
            }
        }

        return outside;
    }

    // Air that is out of range is so for the wet bulb too; the cell is told once.
    private void Tell(IEnumerable<Fault> found)
    {
        foreach (Fault fault in found.Where(fault => fault.Code != "IT0205" || told.Add(fault.Place)))
        {
            faults.Add(fault);
        }
    }
}
