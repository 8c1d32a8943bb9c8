using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Benchmarks.Retrieval;

/// <summary>
/// Lucene.NET with BM25 as it comes (k1 1.2, b 0.75). It is told each text's language: each has an index of its own with its own analyzer,
/// because Lucene 4.8 also counts the documents without a field when it weighs the field's terms and lengths.
/// </summary>
internal sealed class LuceneEngine : IRetrievalEngine
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string TextName = "text";

    private readonly Dictionary<string, LanguageIndex> _languages = new(StringComparer.Ordinal);

    public string Name => "Lucene.NET 4.8";

    public long? Bytes => _languages.Values.Sum(l => l.Bytes);

    public void Build(IReadOnlyList<CollectionDocument> documents)
    {
        Dispose();
        foreach (var language in documents.Index().GroupBy(d => d.Item.Language))
        {
            _languages.Add(language.Key, new LanguageIndex(For(language.Key), [.. language]));
        }
    }

    public int Search(string question, string language, Span<int> found) =>
        _languages.TryGetValue(language, out var index) ? index.Search(question, found) : 0;

    public void Dispose()
    {
        foreach (var language in _languages.Values)
        {
            language.Dispose();
        }

        _languages.Clear();
    }

    // Ukrainian's own analyzer (Morfologik) and Chinese's by words (SmartCn) are packages that not every registry has. Hit@1 on Ukrainian:
    // by the Russian one 61.4, by the standard one 59.6; on Chinese: by pairs (CJK) 91.9, by characters (standard) 89.6.
    // The Greek and the Turkish analyzer need cultures, which this build lacks.
    private static Analyzer For(string language) => language.Split('-')[0] switch
    {
        "en" => new EnglishAnalyzer(Version),
        "ru" or "uk" => new RussianAnalyzer(Version),
        "zh" => new CJKAnalyzer(Version),
        "de" => new GermanAnalyzer(Version),
        "es" => new SpanishAnalyzer(Version),
        "ro" => new RomanianAnalyzer(Version),
        _ => new StandardAnalyzer(Version),
    };

    private sealed class LanguageIndex : IDisposable
    {
        private readonly RAMDirectory _directory = new();
        private readonly Analyzer _analyzer;
        private readonly DirectoryReader _reader;
        private readonly IndexSearcher _searcher;
        private readonly int[] _positions;

        public LanguageIndex(Analyzer analyzer, IReadOnlyList<(int Position, CollectionDocument Document)> documents)
        {
            _analyzer = analyzer;
            _positions = [.. documents.Select(d => d.Position)];

            // Merging in the order of writing keeps the documents' numbers: no stored field is needed to identify them.
            var settings = new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity(), MergePolicy = new LogDocMergePolicy() };
            using (var writer = new IndexWriter(_directory, settings))
            {
                foreach (var (_, document) in documents)
                {
                    writer.AddDocument([new TextField(TextName, document.Text, Field.Store.NO)]);
                }

                writer.ForceMerge(1);
            }

            _reader = DirectoryReader.Open(_directory);
            _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
        }

        public long Bytes => _directory.GetSizeInBytes();

        public int Search(string question, Span<int> found)
        {
            // Made from the analyzer's own terms, so nothing in a question is taken for the syntax of queries.
            var query = new BooleanQuery();
            using (var terms = _analyzer.GetTokenStream(TextName, question))
            {
                var term = terms.GetAttribute<ICharTermAttribute>();
                terms.Reset();
                while (terms.IncrementToken() && query.Clauses.Count < BooleanQuery.MaxClauseCount)
                {
                    query.Add(new TermQuery(new Term(TextName, term.ToString())), Occur.SHOULD);
                }

                terms.End();
            }

            var hits = _searcher.Search(query, found.Length).ScoreDocs;
            for (var i = 0; i < hits.Length; i++)
            {
                found[i] = _positions[hits[i].Doc];
            }

            return hits.Length;
        }

        public void Dispose()
        {
            _reader.Dispose();
            _directory.Dispose();
            _analyzer.Dispose();
        }
    }
}
