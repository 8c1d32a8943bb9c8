namespace Bot.Search.Ranking;

/// <summary>The impact of a term of a query on a document.</summary>
/// <param name="Document">The number of the document.</param>
/// <param name="Frequency">The saturated frequency (BM25) of the term and similar ones in the document, from 0 to below 2.</param>
/// <param name="Similarity">The similarity of its most similar term, from 0 to 1.</param>
internal readonly record struct DocumentImpact(int Document, float Frequency, float Similarity);

/// <summary>The impact of a term of a query on a sentence.</summary>
/// <param name="Sentence">The number of the sentence.</param>
/// <param name="Similarity">The similarity of its most similar term, from 0 to 1.</param>
internal readonly record struct SentenceImpact(int Sentence, float Similarity);

/// <summary>The impacts of a term of a query on documents and sentences.</summary>
/// <param name="documents">The capacity for documents.</param>
/// <param name="sentences">The capacity for sentences.</param>
internal sealed class TermImpacts(int documents, int sentences)
{
    private readonly DocumentImpact[] _documents = new DocumentImpact[documents];
    private readonly SentenceImpact[] _sentences = new SentenceImpact[sentences];
    private int _documentCount;
    private int _sentenceCount;

    /// <summary>The term's weight in a query.</summary>
    public float Weight { get; set; }

    /// <summary>The impact on each document that has the term or a similar one.</summary>
    public Span<DocumentImpact> Documents => _documents.AsSpan(0, _documentCount);

    /// <summary>The impact on each sentence that has the term or a similar one.</summary>
    public Span<SentenceImpact> Sentences => _sentences.AsSpan(0, _sentenceCount);

    /// <summary>Removes all documents and sentences.</summary>
    public void Clear() => (_documentCount, _sentenceCount) = (0, 0);

    /// <summary>Adds a document, with zeros until its impact is computed.</summary>
    public void AddDocument(int document) => _documents[_documentCount++] = new DocumentImpact(document, 0, 0);

    /// <summary>Adds a sentence, with zeros until its impact is computed.</summary>
    public void AddSentence(int sentence) => _sentences[_sentenceCount++] = new SentenceImpact(sentence, 0);

    /// <summary>The size of a copy, in bytes.</summary>
    public long SizeInBytes => (12L * _documentCount) + (8L * _sentenceCount);

    /// <summary>A copy without spare capacity.</summary>
    public TermImpacts Copy()
    {
        var copy = new TermImpacts(_documentCount, _sentenceCount) { Weight = Weight, _documentCount = _documentCount, _sentenceCount = _sentenceCount };
        Documents.CopyTo(copy._documents);
        Sentences.CopyTo(copy._sentences);
        return copy;
    }
}
