using Bot.Search;
using Bot.Search.Index;
using Bot.Search.Ranking;

namespace Bot.Benchmarks.Retrieval;

/// <summary>The bot's own index. It is not told any language: all documents are in the one index.</summary>
internal sealed class OwnEngine : IRetrievalEngine
{
    private SearchIndex _index = SearchIndex.Build([]);

    public string Name => "Bot.Search";

    public long? Bytes => null;

    public void Build(IReadOnlyList<CollectionDocument> documents) =>
        _index = SearchIndex.Build([.. documents.Select(d => new SearchDocument(d.Id, [new SearchField(d.Text)]))]);

    public int Search(string question, string language, Span<int> found)
    {
        Span<SearchHit> hits = stackalloc SearchHit[found.Length];
        var count = _index.Search(question, hits);
        for (var i = 0; i < count; i++)
        {
            found[i] = hits[i].Document;
        }

        return count;
    }

    public void Dispose() => _index = SearchIndex.Build([]);
}
