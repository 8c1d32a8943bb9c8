namespace Bot.Search.Ranking;

/// <summary>What a term of a query does to a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Frequency">How often it has the term or one like it, saturated: from 0 to below 2.</param>
/// <param name="Similarity">How like the term the likest in it is, from 0 to 1.</param>
internal readonly record struct DocumentImpact(int Document, float Frequency, float Similarity);

/// <summary>What a term of a query does to a sentence.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Similarity">How like the term the likest in it is, from 0 to 1.</param>
internal readonly record struct SentenceImpact(int Sentence, float Similarity);

/// <summary>What a term of a query does.</summary>
/// <param name="documents">Room for so many documents.</param>
/// <param name="sentences">Room for so many sentences.</param>
internal sealed class TermImpacts(int documents, int sentences)
{
    private readonly DocumentImpact[] _documents = new DocumentImpact[documents];
    private readonly SentenceImpact[] _sentences = new SentenceImpact[sentences];
    private int _documentCount;
    private int _sentenceCount;

    /// <summary>How much the term weighs in a query.</summary>
    public float Weight { get; set; }

    /// <summary>What it does to documents.</summary>
    public Span<DocumentImpact> Documents => _documents.AsSpan(0, _documentCount);

    /// <summary>What it does to sentences.</summary>
    public Span<SentenceImpact> Sentences => _sentences.AsSpan(0, _sentenceCount);

    /// <summary>Forgets all.</summary>
    public void Clear() => (_documentCount, _sentenceCount) = (0, 0);

    /// <summary>Adds a document of which nothing is known yet.</summary>
    public void AddDocument(int document) => _documents[_documentCount++] = new DocumentImpact(document, 0, 0);

    /// <summary>Adds a sentence of which nothing is known yet.</summary>
    public void AddSentence(int sentence) => _sentences[_sentenceCount++] = new SentenceImpact(sentence, 0);

    /// <summary>The bytes that a copy takes.</summary>
    public long SizeInBytes => (12L * _documentCount) + (8L * _sentenceCount);

    /// <summary>The same without room for more.</summary>
    public TermImpacts Copy()
    {
        var copy = new TermImpacts(_documentCount, _sentenceCount) { Weight = Weight, _documentCount = _documentCount, _sentenceCount = _sentenceCount };
        Documents.CopyTo(copy._documents);
        Sentences.CopyTo(copy._sentences);
        return copy;
    }
}
