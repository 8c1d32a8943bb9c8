using System.Buffers;

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

    // The usual values of the paper named above, section 3.4.
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly string[] _ids;
    private readonly Dictionary<ulong, int> _slots;
    private readonly float[] _rarity;
    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly float[] _impacts;
    private readonly float _unknownRarity;

    private SearchIndex(string[] ids, Dictionary<ulong, int> slots, float[] rarity, int[] starts, int[] documents, float[] impacts)
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
        var slots = new Dictionary<ulong, int>();
        var postings = new List<List<Posting>>();
        var lengths = new float[documents.Count];
        for (var d = 0; d < documents.Count; d++)
        {
            foreach (var field in documents[d].Fields)
            {
                var grams = new Grams(Folding.Fold(field.Text));
                while (grams.MoveNext())
                {
                    lengths[d] += field.Weight;
                    if (!slots.TryGetValue(grams.Current, out var slot))
                    {
                        slots[grams.Current] = slot = postings.Count;
                        postings.Add([]);
                    }

                    var list = postings[slot];
                    if (list.Count > 0 && list[^1].Document == d)
                    {
                        list[^1].Frequency += field.Weight;
                    }
                    else
                    {
                        list.Add(new Posting(d) { Frequency = field.Weight });
                    }
                }
            }
        }

        return Flatten([.. documents.Select(d => d.Id)], slots, postings, lengths);
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
            if (!_slots.TryGetValue(gram, out var slot))
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

    private static SearchIndex Flatten(string[] ids, Dictionary<ulong, int> slots, List<List<Posting>> postings, float[] lengths)
    {
        var average = Math.Max(1, lengths.Sum() / Math.Max(1, lengths.Length));
        var rarity = new float[postings.Count];
        var starts = new int[postings.Count + 1];
        var size = postings.Sum(p => p.Count);
        var documents = new int[size];
        var impacts = new float[size];
        var at = 0;
        for (var slot = 0; slot < postings.Count; slot++)
        {
            starts[slot] = at;
            rarity[slot] = Rarity(ids.Length, postings[slot].Count);
            foreach (var posting in postings[slot])
            {
                var norm = K1 * (1 - B + (B * lengths[posting.Document] / average));
                documents[at] = posting.Document;
                impacts[at++] = rarity[slot] * posting.Frequency * (K1 + 1) / (posting.Frequency + norm);
            }
        }

        starts[^1] = at;
        return new SearchIndex(ids, slots, rarity, starts, documents, impacts);
    }

    // The paper's inverse document frequency, section 3.4, with one added inside the logarithm so that it is never negative.
    private static float Rarity(int documents, int containing) =>
        MathF.Log(1 + ((documents - containing + 0.5f) / (containing + 0.5f)));

    private sealed class Posting(int document)
    {
        public int Document { get; } = document;

        public float Frequency { get; set; }
    }
}
