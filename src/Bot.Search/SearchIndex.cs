using Bot.Search.Index;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Search;

/// <summary>
/// An immutable index of documents in any languages. Documents in, ranked documents out; it knows nothing of what they are about, and no
/// dictionary. Safe for any number of threads; a search allocates nothing once its words are known.
/// </summary>
/// <remarks>
/// A document's score joins two views. As a whole: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009, section 3.4) over words, to which words that are like them count in part, times how much of the query the document covers
/// (coordination, as in Lucene's classic similarity). In its best sentence: the share of the query that stands together there.
/// </remarks>
public sealed class SearchIndex
{
    private readonly Postings _postings;
    private readonly Ranker _ranker;

    private SearchIndex(Postings postings) => (_postings, _ranker) = (postings, new Ranker(postings));

    /// <summary>How many documents it holds.</summary>
    public int Count => _postings.Ids.Length;

    /// <summary>The bytes that it occupies, without the documents' ids and what searches keep for later ones.</summary>
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
    /// <param name="hits">Takes the hits, best first; equal scores in the order of the documents.</param>
    /// <returns>How many hits were written: at most its length, fewer when fewer documents match at all.</returns>
    public int Search(ReadOnlySpan<char> query, Span<SearchHit> hits) =>
        _ranker.Rank(query[..Math.Min(query.Length, QueryLimits.MaxLength)], hits);
}
