using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Search.Text;

namespace Bot.Search.Index;

/// <summary>Builds the postings of documents. Texts are read twice, first to count and then to fill, so that only the result takes memory.</summary>
internal sealed class PostingsBuilder
{
    private readonly TermDictionary _terms = new();
    private readonly List<int> _firstSentence = [0];
    private readonly List<int> _documentOf = [];
    private readonly List<float> _weights = [];
    private readonly List<bool> _penalizesExtraTerms = [];
    private readonly List<float> _lengths = [];

    // For each term: the last sentence that it was seen in, plus one; the numbers of sentences and documents that contain it.
    private readonly List<int> _last = [];
    private readonly List<int> _sentences = [];
    private readonly List<int> _documents = [];

    private PostingsBuilder()
    {
    }

    /// <summary>The postings of documents.</summary>
    public static Postings Build(IReadOnlyList<SearchDocument> documents)
    {
        var builder = new PostingsBuilder();
        for (var d = 0; d < documents.Count; d++)
        {
            var length = 0f;
            foreach (var field in documents[d].Fields)
            {
                length += builder.Count(field, d);
            }

            builder._lengths.Add(length);
            builder._firstSentence.Add(builder._documentOf.Count);
        }

        return builder.Fill(documents);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Count(SearchField field, int document)
    {
        var before = _documentOf.Count;
        var terms = new FieldTokenizer(field.Text, stackalloc char[FieldTokenizer.BufferLength]);
        while (terms.MoveNext())
        {
            var term = _terms.GetOrAdd(terms.Current);
            if (term == _last.Count)
            {
                _last.Add(0);
                _sentences.Add(0);
                _documents.Add(0);
            }

            var last = _last[term] - 1;
            var sentence = before + terms.Sentence;
            if (last != sentence)
            {
                _sentences[term]++;
                _documents[term] += last >= _firstSentence[document] ? 0 : 1;
                _last[term] = sentence + 1;
            }
        }

        for (var s = 0; s < terms.Sentence; s++)
        {
            _documentOf.Add(document);
            _weights.Add(field.Weight);
            _penalizesExtraTerms.Add(field.PenalizesExtraTerms);
        }

        return field.Weight * terms.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Postings Fill(IReadOnlyList<SearchDocument> documents)
    {
        // The counts of sentences are no longer needed, so their list holds the next free posting of each term.
        var starts = new int[_terms.Count + 1];
        for (var term = 0; term + 1 < starts.Length; term++)
        {
            starts[term + 1] = starts[term] + _sentences[term];
        }

        var postings = new uint[starts[^1]];
        var next = _sentences;
        for (var term = 0; term < next.Count; term++)
        {
            next[term] = starts[term];
        }

        CollectionsMarshal.AsSpan(_last).Clear();
        Span<char> buffer = stackalloc char[FieldTokenizer.BufferLength];
        var before = 0;
        foreach (var document in documents)
        {
            foreach (var field in document.Fields)
            {
                var terms = new FieldTokenizer(field.Text, buffer);
                while (terms.MoveNext())
                {
                    var term = _terms.Find(terms.Current);
                    var sentence = before + terms.Sentence;
                    if (_last[term] == sentence + 1)
                    {
                        postings[next[term] - 1] = Postings.Increment(postings[next[term] - 1]);
                        continue;
                    }

                    _last[term] = sentence + 1;
                    postings[next[term]++] = Postings.Pack(sentence);
                }

                before += terms.Sentence;
            }
        }

        return new Postings
        {
            Ids = [.. documents.Select(d => d.Id)],
            Terms = _terms,
            FirstSentence = [.. _firstSentence],
            DocumentOf = [.. _documentOf],
            WeightOf = [.. _weights],
            PenalizesExtraTerms = [.. _penalizesExtraTerms],
            Lengths = [.. _lengths],
            Documents = [.. _documents],
            Starts = starts,
            All = postings,
        };
    }
}
