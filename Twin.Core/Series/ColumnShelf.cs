namespace Twin.Core.Series;

/// <summary>
/// Columns that several runs have in common: computed once, by whoever asks first, and kept while there is room; the one unused for longest
/// goes first.
/// </summary>
/// <param name="roomBytes">Room for all columns together [byte]; above zero.</param>
/// <remarks>Safe to share between threads. A column must be a function of its key alone, and nobody may write into it.</remarks>
public sealed class ColumnShelf(long roomBytes)
{
    private const int LeastColumns = 32; // a column that leaves no room for as many others, the weather and the work of a run, is not kept

    private readonly Lock gate = new();
    private readonly Dictionary<object, LinkedListNode<Place>> byKey = [];
    private readonly LinkedList<Place> places = new(); // last asked for first
    private long keptBytes;

    /// <summary>What all columns on the shelf take [byte]; at most the room.</summary>
    public long KeptBytes
    {
        get
        {
            lock (gate)
            {
                return keptBytes;
            }
        }
    }

    /// <summary>Whether columns of a size are kept.</summary>
    /// <param name="bytes">Size of one column [byte].</param>
    public bool Takes(long bytes) => bytes <= roomBytes / LeastColumns;

    /// <summary>A column.</summary>
    /// <typeparam name="T">What a column is made of.</typeparam>
    /// <param name="key">What decides its values, compared by value.</param>
    /// <param name="bytes">Its size [byte]; one that <see cref="Takes"/>.</param>
    /// <param name="make">Computes it; may ask the shelf for others.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is too large for the shelf.</exception>
    public T[] Of<T>(object key, long bytes, Func<T[]> make)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, roomBytes / LeastColumns);
        Lazy<Array> found;
        lock (gate)
        {
            if (byKey.TryGetValue(key, out LinkedListNode<Place>? known))
            {
                places.Remove(known);
                places.AddFirst(known);
                found = known.Value.Column;
            }
            else
            {
                found = new(make);
                byKey.Add(key, places.AddFirst(new Place(key, bytes, found)));
                keptBytes += bytes;
                MakeRoom();
            }
        }

        return (T[])found.Value; // outside the lock: whoever asks for another column need not wait
    }

    private void MakeRoom()
    {
        while (keptBytes > roomBytes && places.Last is { } last)
        {
            places.RemoveLast();
            byKey.Remove(last.Value.Key);
            keptBytes -= last.Value.Bytes;
        }
    }

    private sealed record Place(object Key, long Bytes, Lazy<Array> Column);
}
