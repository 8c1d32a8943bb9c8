using Bot.Search.Text;

namespace Bot.Benchmarks.Retrieval;

/// <summary>
/// The baseline: plain BM25 over grams, four characters of a word with its boundaries for alphabetic scripts, two for Han.
/// The bot's own index was this at first, with the same <c>k1</c> and <c>b</c>, and has to be better than it was.
/// </summary>
internal sealed class GramEngine : IRetrievalEngine
{
    private const float K1 = 2f;
    private const float B = 0.75f;
    private const int MaxQueryLength = 512;

    private Dictionary<ulong, int> _slots = [];
    private int[] _starts = [];
    private int[] _documents = [];
    private float[] _impacts = [];
    private float[] _scores = [];

    public string Name => "BM25 over 4-grams";

    public long? Bytes => null;

    public void Build(IReadOnlyList<CollectionDocument> documents)
    {
        var postings = new List<(int Slot, int Document, int Frequency)>();
        var last = new List<int>();
        var lengths = new float[documents.Count];
        _slots = [];
        for (var d = 0; d < documents.Count; d++)
        {
            foreach (var gram in Grams(Folding.Fold(documents[d].Text)))
            {
                lengths[d]++;
                if (_slots.TryAdd(gram, last.Count))
                {
                    last.Add(-1);
                }

                var slot = _slots[gram];
                if (last[slot] >= 0 && postings[last[slot]].Document == d)
                {
                    postings[last[slot]] = postings[last[slot]] with { Frequency = postings[last[slot]].Frequency + 1 };
                }
                else
                {
                    last[slot] = postings.Count;
                    postings.Add((slot, d, 1));
                }
            }
        }

        Flatten(postings, lengths);
    }

    public int Search(string question, string language, Span<int> found)
    {
        var folded = Folding.Fold(question);
        var seen = new HashSet<ulong>();
        Array.Clear(_scores);
        foreach (var gram in Grams(folded.AsSpan(0, Math.Min(folded.Length, MaxQueryLength))))
        {
            if (seen.Add(gram) && _slots.TryGetValue(gram, out var slot))
            {
                for (var p = _starts[slot]; p < _starts[slot + 1]; p++)
                {
                    _scores[_documents[p]] += _impacts[p];
                }
            }
        }

        return Best(found);
    }

    public void Dispose() => Build([]);

    private void Flatten(List<(int Slot, int Document, int Frequency)> postings, float[] lengths)
    {
        var average = lengths.Length > 0 ? lengths.Average() : 0;
        _starts = new int[_slots.Count + 1];
        foreach (var (slot, _, _) in postings)
        {
            _starts[slot + 1]++;
        }

        var containing = _starts[1..];
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            _starts[slot + 1] += _starts[slot];
        }

        var next = _starts[..^1];
        _documents = new int[postings.Count];
        _impacts = new float[postings.Count];
        _scores = new float[lengths.Length];
        foreach (var (slot, document, frequency) in postings)
        {
            var rarity = MathF.Log(1 + ((lengths.Length - containing[slot] + 0.5f) / (containing[slot] + 0.5f)));
            var norm = K1 * (1 - B + (B * lengths[document] / average));
            var at = next[slot]++;
            _documents[at] = document;
            _impacts[at] = rarity * frequency * (K1 + 1) / (frequency + norm);
        }
    }

    private int Best(Span<int> found)
    {
        var count = 0;
        for (var d = 0; d < _scores.Length; d++)
        {
            if (_scores[d] <= 0 || (count == found.Length && _scores[d] <= _scores[found[count - 1]]))
            {
                continue;
            }

            var at = count < found.Length ? count++ : count - 1;
            for (; at > 0 && _scores[found[at - 1]] < _scores[d]; at--)
            {
                found[at] = found[at - 1];
            }

            found[at] = d;
        }

        return count;
    }

    private static List<ulong> Grams(ReadOnlySpan<char> folded)
    {
        var grams = new List<ulong>(folded.Length);
        for (var start = 0; start < folded.Length;)
        {
            var isHan = Folding.IsHan(folded[start]);
            var end = start;
            while (end < folded.Length && folded[end] != Folding.Separator && Folding.IsHan(folded[end]) == isHan)
            {
                end++;
            }

            if (end > start)
            {
                Cut(folded[start..end], isHan, grams);
            }

            start = end < folded.Length && folded[end] == Folding.Separator ? end + 1 : end;
        }

        return grams;
    }

    // A Han run of n characters has n - 1 pairs; a word of n letters has n - 1 grams once its two boundaries count.
    private static void Cut(ReadOnlySpan<char> word, bool isHan, List<ulong> grams)
    {
        var size = isHan ? 2 : 4;
        var boundary = isHan ? 0 : 1;
        for (var from = 0; from < Math.Max(1, word.Length - 1); from++)
        {
            ulong gram = 0;
            for (var i = from; i < Math.Min(from + size, word.Length + (2 * boundary)); i++)
            {
                var at = i - boundary;
                gram = (gram << 16) | (at < 0 || at >= word.Length ? Folding.Separator : word[at]);
            }

            grams.Add(gram);
        }
    }
}
