namespace Twin.Core.Climate;

/// <summary>The last few years or months of weather that were asked for, so that a run of many years takes no more memory than a short
/// one.</summary>
/// <param name="places">Years or months that stay.</param>
/// <param name="make">Computes one by its number; always the same for the same number, so that one put away can be made again.</param>
/// <remarks>Safe to share: each is computed once, by one thread, while it stands on the shelf.</remarks>
internal sealed class SpanShelf<T>(int places, Func<int, T> make)
    where T : class
{
    /// <summary>Years: a block across New Year needs two; the third serves a second run that is not far away.</summary>
    public const int Years = 3;

    /// <summary>Months: a year in any zone, and the month after it, in which its last line ends.</summary>
    public const int Months = 15;

    private readonly Lock gate = new();
    private readonly List<(int Number, Lazy<T> Weather)> shelf = new(places + 1); // last asked for first
    private int putAway;

    /// <summary>Weather of a year or a month.</summary>
    /// <param name="number">Its number.</param>
    public T Of(int number)
    {
        Lazy<T> found;
        lock (gate)
        {
            found = Take(number) ?? Promise(number);
            shelf.Insert(0, (number, found));
            if (shelf.Count > places)
            {
                shelf.RemoveAt(places);
                putAway++;
                if (putAway % places == 0)
                {
                    // Once in a simulated year or so. The rest of a run makes no garbage, so that nothing else would ever bring the old
                    // weather back: the young generation is as large as the processor's cache, and ten years would lie in it side by side.
                    GC.Collect();
                }
            }
        }

        return found.Value; // outside the lock: whoever asks for another one need not wait
    }

    private Lazy<T> Promise(int number) => new(() => make(number));

    private Lazy<T>? Take(int number)
    {
        for (int i = 0; i < shelf.Count; i++)
        {
            if (shelf[i].Number == number)
            {
                Lazy<T> found = shelf[i].Weather;
                shelf.RemoveAt(i);
                return found;
            }
        }

        return null;
    }
}
