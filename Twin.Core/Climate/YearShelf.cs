namespace Twin.Core.Climate;

/// <summary>The last few years of weather that were asked for, so that a run of many years takes no more memory than a short one.</summary>
/// <param name="make">Computes a year; always the same for the same year, so that one put away can be made again.</param>
/// <remarks>Safe to share: each year is computed once, by one thread, while it stands on the shelf.</remarks>
internal sealed class YearShelf<T>(Func<int, T> make)
    where T : class
{
    private const int Places = 3; // a block across New Year needs two; the third serves a second run that is not far away

    private readonly Lock gate = new();
    private readonly List<(int Year, Lazy<T> Weather)> shelf = new(Places + 1); // last asked for first

    /// <summary>Weather of a year.</summary>
    /// <param name="year">Year in UTC.</param>
    public T Of(int year)
    {
        Lazy<T> found;
        lock (gate)
        {
            found = Take(year) ?? Promise(year);
            shelf.Insert(0, (year, found));
            if (shelf.Count > Places)
            {
                shelf.RemoveAt(Places);

                // Once in a simulated year. The rest of a run makes no garbage, so that nothing else would ever bring the old years back:
                // the young generation is as large as the processor's cache, and ten years would lie in it side by side.
                GC.Collect();
            }
        }

        return found.Value; // outside the lock: whoever asks for another year need not wait
    }

    private Lazy<T> Promise(int year) => new(() => make(year));

    private Lazy<T>? Take(int year)
    {
        for (int i = 0; i < shelf.Count; i++)
        {
            if (shelf[i].Year == year)
            {
                Lazy<T> found = shelf[i].Weather;
                shelf.RemoveAt(i);
                return found;
            }
        }

        return null;
    }
}
