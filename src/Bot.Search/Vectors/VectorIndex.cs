namespace Bot.Search.Vectors;

/// <summary>How alike a text and a document are, by the cosines of their vectors, from -1 to 1; 0 where either has no vector.</summary>
/// <param name="Best">The cosine of the most similar text of the document.</param>
/// <param name="MeanOfThree">The mean of the three most similar texts.</param>
public readonly record struct Similarity(float Best, float MeanOfThree);

/// <summary>
/// The vectors of the texts of documents. A text is compared with those in its own script, which are nearest to it whatever the language.
/// Immutable and safe for any number of threads; comparing allocates nothing.
/// </summary>
public sealed class VectorIndex
{
    private readonly UnitVectors _texts;
    private readonly UnitVectors _means;

    // The first text of each document in each script, and the end of the last.
    private readonly int[] _starts;

    private VectorIndex(WordVectors words, IReadOnlyList<IReadOnlyList<TextPieces>> documents)
    {
        using var table = words.Remap();
        Count = documents.Count;
        _starts = new int[(Scripts.Count * Count) + 1];
        (_texts, _means) = (new UnitVectors(documents.Sum(d => d.Count)), new UnitVectors(_starts.Length - 1));
        var vector = new float[WordVectors.Dimensions];
        var mean = new float[WordVectors.Dimensions];
        for (var script = 0; script < Scripts.Count; script++)
        {
            for (var document = 0; document < Count; document++)
            {
                Array.Clear(mean);
                foreach (var text in documents[document])
                {
                    if ((int)text.Script == script)
                    {
                        table.Embed(text.Pieces.Span, vector);
                        AddTo(mean, vector);
                    }
                }

                WordVectors.Normalize(mean);
                _means.Add(mean);
                _starts[(script * Count) + document + 1] = _texts.Count;
            }
        }
    }

    /// <summary>The number of documents.</summary>
    public int Count { get; }

    /// <summary>Indexes documents.</summary>
    /// <param name="words">The vectors of the pieces of words.</param>
    /// <param name="documents">The texts of each document, in any languages, as the table reads them.</param>
    public static VectorIndex Build(WordVectors words, IReadOnlyList<IReadOnlyList<TextPieces>> documents)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(documents);
        return new VectorIndex(words, documents);
    }

    /// <summary>Rounds the vector of a text, for <see cref="FindNearest"/> and <see cref="Compare"/>.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="rounded">Receives as many components.</param>
    public static void Round(ReadOnlySpan<float> vector, Span<short> rounded) => UnitVectors.Round(vector, rounded);

    /// <summary>Finds the documents whose texts are most like a text on average.</summary>
    /// <param name="query">The rounded vector of the text.</param>
    /// <param name="script">The script of the text.</param>
    /// <param name="from">The first document to consider.</param>
    /// <param name="to">The end of the documents to consider.</param>
    /// <param name="nearest">Receives the documents, the most similar first.</param>
    /// <returns>The number of documents written.</returns>
    public int FindNearest(ReadOnlySpan<short> query, Script script, int from, int to, Span<int> nearest)
    {
        Span<float> cosines = stackalloc float[nearest.Length];
        var count = 0;
        for (var document = from; document < to; document++)
        {
            var cosine = _means.Cosine(query, ((int)script * Count) + document);
            if (count == nearest.Length && (count == 0 || cosine <= cosines[count - 1]))
            {
                continue;
            }

            var at = count < nearest.Length ? count++ : count - 1;
            for (; at > 0 && cosines[at - 1] < cosine; at--)
            {
                (cosines[at], nearest[at]) = (cosines[at - 1], nearest[at - 1]);
            }

            (cosines[at], nearest[at]) = (cosine, document);
        }

        return count;
    }

    /// <summary>Compares a text with a document.</summary>
    /// <param name="query">The rounded vector of the text.</param>
    /// <param name="script">The script of the text.</param>
    /// <param name="document">The number of the document.</param>
    public Similarity Compare(ReadOnlySpan<short> query, Script script, int document)
    {
        var at = ((int)script * Count) + document;
        var (first, second, third, count) = (-1f, -1f, -1f, 0);
        for (var text = _starts[at]; text < _starts[at + 1]; text++, count++)
        {
            var cosine = _texts.Cosine(query, text);
            if (cosine > first)
            {
                (first, second, third) = (cosine, first, second);
            }
            else if (cosine > second)
            {
                (second, third) = (cosine, second);
            }
            else
            {
                third = Math.Max(third, cosine);
            }
        }

        return count switch
        {
            0 => default,
            1 => new Similarity(first, first),
            2 => new Similarity(first, (first + second + second) / 3),
            _ => new Similarity(first, (first + second + third) / 3),
        };
    }

    private void AddTo(float[] mean, float[] vector)
    {
        var isKnown = false;
        for (var i = 0; i < vector.Length; i++)
        {
            mean[i] += vector[i];
            isKnown |= vector[i] != 0;
        }

        if (isKnown)
        {
            _texts.Add(vector);
        }
    }
}
