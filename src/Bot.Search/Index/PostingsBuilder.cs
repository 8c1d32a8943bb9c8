using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Search.Text;

namespace Bot.Search.Index;

/// <summary>Builds the postings of documents: counts the terms while it reads the texts, and then places them, so that the postings take no more memory than they need.</summary>
internal sealed class PostingsBuilder
{
    // Ends a sentence among the terms that were read.
    private const int SentenceEnd = -1;

    private readonly TermDictionary _terms = new();
    private readonly List<int> _read = [];
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

        return builder.Fill([.. documents.Select(d => d.Id)]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Count(SearchField field, int document)
    {
        var before = _documentOf.Count;
        var sentences = 0;
        var terms = new FieldTokenizer(field.Text, stackalloc char[FieldTokenizer.BufferLength]);
        while (terms.MoveNext())
        {
            if (sentences != terms.Sentence)
            {
                _read.Add(SentenceEnd);
                sentences = terms.Sentence;
            }

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

            _read.Add(term);
        }

        if (terms.Sentence > 0)
        {
            _read.Add(SentenceEnd);
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
    private Postings Fill(string[] ids)
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
        var sentence = 0;
        foreach (var term in _read)
        {
            if (term == SentenceEnd)
            {
                sentence++;
            }
            else if (_last[term] == sentence + 1)
            {
                postings[next[term] - 1] = Postings.Increment(postings[next[term] - 1]);
            }
            else
            {
                _last[term] = sentence + 1;
                postings[next[term]++] = Postings.Pack(sentence);
            }
        }

        return new Postings
        {
            Ids = ids,
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
