using System.Buffers;
using System.Runtime.CompilerServices;

namespace Bot.Search;

/// <summary>
/// An immutable index of documents: BM25 over character grams, which needs no dictionary of any language.
/// Documents in, ranked documents out; it knows nothing of what they are about. Safe for any number of threads.
/// </summary>
/// <remarks>
/// Formula: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.4,
/// with its simple extension to weighted fields, section 3.5: a field's weight multiplies its term frequencies and its length.
/// </remarks>
public sealed class SearchIndex
{
    /// <summary>Characters of a query that count; what follows is not read.</summary>
    public const int MaxQueryLength = 512;

    // Within what the paper named above calls reasonable, section 3.4: k1 from 1.2 to 2, b from 0.5 to 0.8.
    private const float K1 = 2f;
    private const float B = 0.75f;

    private readonly string[] _ids;
    private readonly GramTable _slots;
    private readonly float[] _rarity;
    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly float[] _impacts;
    private readonly float _unknownRarity;

    private SearchIndex(string[] ids, GramTable slots, float[] rarity, int[] starts, int[] documents, float[] impacts)
    {
        (_ids, _slots, _rarity, _starts, _documents, _impacts) = (ids, slots, rarity, starts, documents, impacts);
        _unknownRarity = Rarity(ids.Length, 0);
    }

    /// <summary>How many documents it holds.</summary>
    public int Count => _ids.Length;

    /// <summary>The id of a document by its position.</summary>
    public string Id(int document) => _ids[document];

    /// <summary>Indexes documents.</summary>
    public static SearchIndex Build(IReadOnlyList<SearchDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var postings = new Postings();
        var lengths = new float[documents.Count];
        for (var d = 0; d < documents.Count; d++)
        {
            foreach (var field in documents[d].Fields)
            {
                lengths[d] += postings.Add(d, field);
            }
        }

        return Flatten([.. documents.Select(d => d.Id)], postings, lengths);
    }

    /// <summary>Finds the documents that match a query best.</summary>
    /// <param name="query">Any text; only the first <see cref="MaxQueryLength"/> folded characters count.</param>
    /// <param name="hits">Takes the hits, best first; equal scores in the order of the documents.</param>
    /// <returns>How many hits were written: at most its length, fewer when fewer documents match at all.</returns>
    public int Search(ReadOnlySpan<char> query, Span<SearchHit> hits)
    {
        Span<char> folded = stackalloc char[MaxQueryLength];
        folded = folded[..Folding.Fold(query, folded)];
        Span<ulong> seen = stackalloc ulong[MaxQueryLength];
        var seenCount = 0;
        var scores = ArrayPool<float>.Shared.Rent(_ids.Length);
        var matched = ArrayPool<float>.Shared.Rent(_ids.Length);
        scores.AsSpan(0, _ids.Length).Clear();
        matched.AsSpan(0, _ids.Length).Clear();
        var total = 0f;
        var grams = new Grams(folded);
        while (grams.MoveNext())
        {
            var gram = grams.Current;
            if (seen[..seenCount].Contains(gram))
            {
                continue;
            }

            seen[seenCount++] = gram;
            var slot = _slots.Find(gram);
            if (slot < 0)
            {
                total += _unknownRarity;
                continue;
            }

            var rarity = _rarity[slot];
            total += rarity;
            for (var p = _starts[slot]; p < _starts[slot + 1]; p++)
            {
                scores[_documents[p]] += _impacts[p];
                matched[_documents[p]] += rarity;
            }
        }

        var count = Best(scores.AsSpan(0, _ids.Length), matched, total, hits);
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<float>.Shared.Return(matched);
        return count;
    }

    private static int Best(ReadOnlySpan<float> scores, float[] matched, float total, Span<SearchHit> hits)
    {
        var count = 0;
        for (var d = 0; d < scores.Length; d++)
        {
            var score = scores[d];
            if (score <= 0 || (count == hits.Length && (count == 0 || score <= hits[count - 1].Score)))
            {
                continue;
            }

            var at = count < hits.Length ? count++ : count - 1;
            while (at > 0 && hits[at - 1].Score < score)
            {
                hits[at] = hits[at - 1];
                at--;
            }

            hits[at] = new SearchHit(d, score, matched[d] / total);
        }

        return count;
    }

    // Puts the postings, gathered document by document, in the order of their grams.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SearchIndex Flatten(string[] ids, Postings postings, float[] lengths)
    {
        var average = Math.Max(1, lengths.Sum() / Math.Max(1, lengths.Length));
        var starts = new int[postings.Slots.Count + 1];
        foreach (var slot in postings.Slot)
        {
            starts[slot + 1]++;
        }

        var rarity = new float[postings.Slots.Count];
        for (var slot = 0; slot < rarity.Length; slot++)
        {
            rarity[slot] = Rarity(ids.Length, starts[slot + 1]);
            starts[slot + 1] += starts[slot];
        }

        var next = starts.AsSpan(0, rarity.Length).ToArray();
        var documents = new int[postings.Slot.Count];
        var impacts = new float[postings.Slot.Count];
        for (var p = 0; p < documents.Length; p++)
        {
            var (slot, document, frequency) = (postings.Slot[p], postings.Document[p], postings.Frequency[p]);
            var norm = K1 * (1 - B + (B * lengths[document] / average));
            var at = next[slot]++;
            documents[at] = document;
            impacts[at] = rarity[slot] * frequency * (K1 + 1) / (frequency + norm);
        }

        return new SearchIndex(ids, postings.Slots, rarity, starts, documents, impacts);
    }

    // The paper's inverse document frequency, section 3.4, with one added inside the logarithm so that it is never negative.
    private static float Rarity(int documents, int containing) =>
        MathF.Log(1 + ((documents - containing + 0.5f) / (containing + 0.5f)));

    /// <summary>Which gram stands how often in which document, in the order in which the documents came.</summary>
    private sealed class Postings
    {
        private readonly List<int> _last = [];

        /// <summary>The number of each gram.</summary>
        public GramTable Slots { get; } = new();

        public List<int> Slot { get; } = [];

        public List<int> Document { get; } = [];

        public List<float> Frequency { get; } = [];

        /// <summary>Adds a field of a document; gives its length. Compiled for speed at once: indexing is part of every start.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public float Add(int document, SearchField field)
        {
            var length = 0f;
            var grams = new Grams(Folding.Fold(field.Text));
            while (grams.MoveNext())
            {
                length += field.Weight;
                var slot = Slots.Number(grams.Current);
                if (slot == _last.Count)
                {
                    _last.Add(-1);
                }

                var last = _last[slot];
                if (last >= 0 && Document[last] == document)
                {
                    Frequency[last] += field.Weight;
                }
                else
                {
                    _last[slot] = Slot.Count;
                    Slot.Add(slot);
                    Document.Add(document);
                    Frequency.Add(field.Weight);
                }
            }

            return length;
        }
    }
}
