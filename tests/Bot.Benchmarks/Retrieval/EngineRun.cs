namespace Bot.Benchmarks.Retrieval;

/// <summary>One engine on one collection: its best times, and what it found.</summary>
internal sealed class EngineRun(IRetrievalEngine engine) : IDisposable
{
    /// <summary>How many results are searched for the right document.</summary>
    public const int Depth = 10;

    private TimeSpan _search = TimeSpan.MaxValue;
    private TimeSpan _index = TimeSpan.MaxValue;

    /// <summary>The engine's name.</summary>
    public string Name => engine.Name;

    /// <summary>For each question the rank of its document, from 1, and the document found first; null for none.</summary>
    public (int? Rank, int? First)[] Answers { get; private set; } = [];

    /// <summary>How many questions were answered in a second.</summary>
    public double QuestionsPerSecond => Answers.Length / _search.TotalSeconds;

    /// <summary>How long indexing took.</summary>
    public double IndexMilliseconds => _index.TotalMilliseconds;

    /// <summary>The size of the index in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Indexes, notes what is found, and asks on until everything is compiled.</summary>
    public void WarmUp(Collection collection, TimeSpan least, TimeProvider time)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        engine.Build(collection.Documents);
        Bytes = engine.Bytes ?? GC.GetTotalMemory(forceFullCollection: true) - before;
        var start = time.GetTimestamp();
        do
        {
            Answers = [.. collection.Questions.Select(Answer)];
        }
        while (time.GetElapsedTime(start) < least);
    }

    /// <summary>Indexes again, asks all questions twice, and keeps the best times: of indexing up to the first answer, and of the second pass.</summary>
    public void Measure(Collection collection, TimeProvider time)
    {
        engine.Dispose();
        GC.Collect();
        var start = time.GetTimestamp();
        engine.Build(collection.Documents);
        Span<int> found = stackalloc int[Depth];
        engine.Search(collection.Questions[0].Text, collection.Questions[0].Language, found);
        var built = time.GetElapsedTime(start);
        AskAll(collection);
        var again = time.GetTimestamp();
        AskAll(collection);
        var asked = time.GetElapsedTime(again);
        _search = asked < _search ? asked : _search;
        _index = built < _index ? built : _index;
    }

    private void AskAll(Collection collection)
    {
        Span<int> found = stackalloc int[Depth];
        foreach (var question in collection.Questions)
        {
            engine.Search(question.Text, question.Language, found);
        }
    }

    /// <summary>How well the questions of a language, or all, found their documents.</summary>
    public RankQuality Quality(Collection collection, string? language) => RankQuality.Of(
        [.. collection.Questions.Zip(Answers).Where(a => language is null || a.First.Language == language).Select(a => a.Second.Rank)]);

    public void Dispose() => engine.Dispose();

    private (int? Rank, int? First) Answer(CollectionQuestion question)
    {
        Span<int> found = stackalloc int[Depth];
        found = found[..engine.Search(question.Text, question.Language, found)];
        var at = found.IndexOf(question.Document);
        return (at < 0 ? null : at + 1, found.Length > 0 ? found[0] : null);
    }
}
