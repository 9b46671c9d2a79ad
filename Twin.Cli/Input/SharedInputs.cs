using System.Collections.Concurrent;
using System.Security.Cryptography;
using Twin.Core.Climate;
using Twin.Core.Series;

namespace Twin.Cli.Input;

/// <summary>What the variants of a scenario have in common: data files, climates and the columns that runs take from them.</summary>
/// <param name="columns">Room for the columns of runs; null for a scenario that is read once.</param>
/// <remarks>Safe to share between threads. Everything here is a function of its key, so that nobody sees who computed it.</remarks>
internal sealed class SharedInputs(ColumnShelf? columns = null)
{
    private const int MostFiles = 64; // real years of an ensemble and prices beside them; beyond that, files are read again
    private const int MostClimates = 16; // a run has taken its columns long before so many others have begun

    private readonly KeptResults<string, (long Bytes, string Sha256)> fingerprints = new(MostFiles);
    private readonly KeptResults<FileTableKey, FileTableRead> tables = new(MostFiles);
    private readonly KeptResults<FileSeriesRequest, FileSeriesResult> series = new(MostFiles);
    private readonly KeptResults<ClimateNormals, SyntheticClimate> places = new(MostClimates);
    private readonly KeptResults<(ClimateNormals Normals, long Seed), SyntheticClimate> climates = new(MostClimates);
    private readonly KeptResults<(ClimateNormals Normals, double LimitC), double> heating = new(MostClimates);

    /// <summary>Columns of the surroundings that runs share; null where there is one run.</summary>
    public ColumnShelf? Columns => columns;

    /// <summary>Size and SHA-256 of a file, in lower-case hex, as it was when first asked for.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public (long Bytes, string Sha256) Fingerprint(string fullPath) => fingerprints.Of(fullPath, () =>
    {
        using FileStream stream = File.OpenRead(fullPath);
        return (stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    });

    /// <summary>A file as a table, with what is wrong with it.</summary>
    public FileTableRead Table(FileTableKey key) => tables.Of(key, () => FileTableRead.Of(key));

    /// <summary>A column of a file, as a scenario asks for it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="shelf">The files of the scenario at hand, which knows what faults it has told.</param>
    public FileSeriesResult Series(FileSeriesRequest request, FileShelf shelf)
    {
        FileSeriesResult known = series.Of(request, () => FileSeriesReader.Read(request, new FileShelf(this)));
        return known.Series is not null && known.Faults.Count == 0 ? known : FileSeriesReader.Read(request, shelf);
    }

    /// <summary>The synthetic climate of a place and a seed.</summary>
    public SyntheticClimate Climate(ClimateNormals normals, long seed) =>
        climates.Of((normals, seed), () => Place(normals).WithSeed(seed));

    /// <summary>Kelvin seconds below a heating limit in the normal year of a place.</summary>
    public double HeatingKelvinSeconds(ClimateNormals normals, double limitC) =>
        heating.Of((normals, limitC), () => NormalYear.HeatingKelvinSeconds(normals, limitC));

    private SyntheticClimate Place(ClimateNormals normals) => places.Of(normals, () => new SyntheticClimate(normals, seed: 0));
}

/// <summary>Results by what decides them, each computed once by whoever asks first; when there are too many, all are let go.</summary>
/// <param name="most">Most results kept.</param>
internal sealed class KeptResults<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<TValue>> kept = new();

    /// <summary>A result.</summary>
    /// <param name="key">What decides it, compared by value.</param>
    /// <param name="make">Computes it. What it throws is thrown to everybody who asks.</param>
    public TValue Of(TKey key, Func<TValue> make)
    {
        if (kept.TryGetValue(key, out Lazy<TValue>? found))
        {
            return found.Value;
        }

        if (kept.Count >= most)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(key, new Lazy<TValue>(make)).Value;
    }
}
