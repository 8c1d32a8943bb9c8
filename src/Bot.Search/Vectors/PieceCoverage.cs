using System.Numerics;

namespace Bot.Search.Vectors;

/// <summary>What of a text a document lacks, weighted by how much each piece of a word says, from 0 to 1.</summary>
/// <param name="Share">The share of the text that the document lacks.</param>
/// <param name="Max">The share of the one piece that it lacks most.</param>
public readonly record struct Uncovered(float Share, float Max);

/// <summary>
/// Measures how much of a text's words a document has, itself or similar ones: each piece counts as the document's most similar piece is like it
/// (the idea of Khattab and Zaharia, "ColBERT", 2020, section 3.3). Immutable and safe for any number of threads; measuring allocates nothing.
/// </summary>
public sealed class PieceCoverage
{
    // Words repeat from question to question, and comparing a piece with all of a document takes longest. A slot holds the last result that belongs there.
    private const int CacheSize = 1 << 14;

    private const int BitsPerWord = 64;

    private readonly WordVectors _words;
    private readonly long[] _cache = new long[CacheSize];

    // The distinct pieces of all documents.
    private readonly UnitVectors _vectors;

    // For each document, the sorted numbers of its pieces; and for each script, the positions of those in it among the vectors.
    private readonly ushort[][] _pieces;
    private readonly ushort[][] _byScript;

    private PieceCoverage(WordVectors words, IReadOnlyList<IReadOnlyList<TextPieces>> documents)
    {
        _words = words;
        _pieces = new ushort[documents.Count][];
        _byScript = new ushort[documents.Count * Scripts.Count][];
        var isIn = new ulong[(ushort.MaxValue + 1) / BitsPerWord];
        var positions = new int[ushort.MaxValue];
        var distinct = new List<ushort>();
        for (var document = 0; document < documents.Count; document++)
        {
            _pieces[document] = Distinct(documents[document], isIn);
            foreach (var piece in _pieces[document])
            {
                if (positions[piece] == 0)
                {
                    distinct.Add(piece);
                    positions[piece] = distinct.Count;
                }
            }
        }

        using var table = words.Remap();
        _vectors = new UnitVectors(distinct.Count);
        var scripts = new Script[ushort.MaxValue];
        var vector = new float[WordVectors.Dimensions];
        foreach (var piece in distinct)
        {
            scripts[piece] = table.ScriptOf(piece);
            table.ReadUnit(piece, vector);
            _vectors.Add(vector);
        }

        for (var i = 0; i < _byScript.Length; i++)
        {
            _byScript[i] = PositionsIn((Script)(i % Scripts.Count), _pieces[i / Scripts.Count], scripts, positions);
        }
    }

    /// <summary>Reads the pieces of documents.</summary>
    /// <param name="words">The vectors of the pieces of words.</param>
    /// <param name="documents">The texts of each document, in any languages, as the table reads them.</param>
    public static PieceCoverage Build(WordVectors words, IReadOnlyList<IReadOnlyList<TextPieces>> documents)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(documents);
        return new PieceCoverage(words, documents);
    }

    /// <summary>Measures what of a text a document lacks; all of it when the text has no known piece.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="document">The number of the document.</param>
    public Uncovered Measure(ReadOnlySpan<char> text, int document)
    {
        Span<ushort> pieces = stackalloc ushort[WordVectors.MaxPieces];
        pieces = pieces[..Math.Min(WordVectors.MaxPieces, _words.ReadPieces(text, pieces))];
        Span<float> vector = stackalloc float[WordVectors.Dimensions];
        var (total, missing, most) = (0f, 0f, 0f);
        foreach (var piece in pieces)
        {
            var weight = _words.ReadUnit(piece, vector);
            total += weight;
            if (Array.BinarySearch(_pieces[document], piece) >= 0)
            {
                continue;
            }

            var best = BestCosine(piece, vector, document);
            var lacking = weight * (1 - Math.Min(1, best));
            missing += lacking;
            most = Math.Max(most, lacking);
        }

        return total > 0 ? new Uncovered(missing / total, most / total) : new Uncovered(1, 1);
    }

    private float BestCosine(ushort piece, ReadOnlySpan<float> vector, int document)
    {
        // A piece and a document fit into 32 bits, beside the result, so that a slot is read and written whole.
        var key = ((uint)document << 16) | piece;
        ref var slot = ref _cache[(int)((key * 2654435769) >> 18) & (CacheSize - 1)];
        var cached = Volatile.Read(ref slot);
        if ((uint)(cached >> 32) == key && cached != 0)
        {
            return BitConverter.Int32BitsToSingle((int)cached);
        }

        Span<short> rounded = stackalloc short[WordVectors.Dimensions];
        UnitVectors.Round(vector, rounded);
        var best = 0f;
        foreach (var own in _byScript[(document * Scripts.Count) + (int)_words.ScriptOf(piece)])
        {
            best = Math.Max(best, _vectors.Cosine(rounded, own));
        }

        Volatile.Write(ref slot, ((long)key << 32) | (uint)BitConverter.SingleToInt32Bits(best));
        return best;
    }

    private static ushort[] PositionsIn(Script script, ushort[] pieces, Script[] scripts, int[] positions)
    {
        var own = new List<ushort>(pieces.Length);
        foreach (var piece in pieces)
        {
            if (scripts[piece] == script)
            {
                own.Add((ushort)(positions[piece] - 1));
            }
        }

        return [.. own];
    }

    // Sorted, each once. There is one bit for each piece; all are clear before and after.
    private static ushort[] Distinct(IReadOnlyList<TextPieces> texts, ulong[] isIn)
    {
        foreach (var text in texts)
        {
            foreach (var piece in text.Pieces.Span)
            {
                isIn[piece / BitsPerWord] |= 1UL << (piece % BitsPerWord);
            }
        }

        var pieces = new ushort[isIn.Sum(BitOperations.PopCount)];
        var count = 0;
        for (var word = 0; word < isIn.Length; word++)
        {
            for (; isIn[word] != 0; isIn[word] &= isIn[word] - 1)
            {
                pieces[count++] = (ushort)((word * BitsPerWord) + BitOperations.TrailingZeroCount(isIn[word]));
            }
        }

        return pieces;
    }
}
