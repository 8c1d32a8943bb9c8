using Bot.Search.Index;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Search;

/// <summary>
/// An immutable full-text index of documents in any languages. It needs no dictionary and depends on no
/// subject. Safe for any number of threads. A search allocates nothing once its terms are cached.
/// </summary>
/// <remarks>
/// A document's score has two parts. The first is for the document as a whole: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009, section 3.4) over words, where similar words count in part, times a function of the share of the query that the document covers
/// (coordination, as in Lucene's classic similarity). The second is for its best sentence: the share of the query that it covers.
/// </remarks>
public sealed class SearchIndex
{
    private readonly Postings _postings;
    private readonly Ranker _ranker;

    private SearchIndex(Postings postings) => (_postings, _ranker) = (postings, new Ranker(postings));

    /// <summary>The number of documents.</summary>
    public int Count => _postings.Ids.Length;

    /// <summary>The memory that it occupies, without the documents' ids and cached impacts, in bytes.</summary>
    public long SizeInBytes => _postings.SizeInBytes + _ranker.SizeInBytes;

    /// <summary>The id of a document by its position.</summary>
    public string Id(int document) => _postings.Ids[document];

    /// <summary>Indexes documents.</summary>
    public static SearchIndex Build(IReadOnlyList<SearchDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new SearchIndex(PostingsBuilder.Build(documents));
    }

    /// <summary>Finds the documents that match a query best.</summary>
    /// <param name="query">Any text; only the first <see cref="QueryLimits.MaxLength"/> characters count.</param>
    /// <param name="hits">Receives the hits, best first; hits with equal scores are in the order of the documents.</param>
    /// <returns>The number of hits written: the length of <paramref name="hits"/>, or fewer when fewer documents match.</returns>
    public int Search(ReadOnlySpan<char> query, Span<SearchHit> hits) =>
        _ranker.Rank(query[..Math.Min(query.Length, QueryLimits.MaxLength)], hits);
}
