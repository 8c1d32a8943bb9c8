namespace Bot.Benchmarks.Retrieval;

/// <summary>One engine on one collection: its best times, and what it found.</summary>
internal sealed class EngineRun(IRetrievalEngine engine) : IDisposable
{
    /// <summary>How far down is looked for the right document.</summary>
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

    /// <summary>What the index takes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Indexes, notes what is found, and asks on until everything is compiled.</summary>
    public void WarmUp(Collection collection, TimeSpan least, TimeProvider time)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        engine.Build(collection.Documents);
        Bytes = engine.Bytes ?? GC.GetTotalMemory(forceFullCollection: true) - before;
        var start = time.GetTimestamp();
        do
            Answers = [.. collection.Questions.Select(Answer)];
        while (time.GetElapsedTime(start) < least);
    }

    /// <summary>Indexes anew and asks all questions once, keeping the best times.</summary>
    public void Measure(Collection collection, TimeProvider time)
    {
        engine.Dispose();
        GC.Collect();
        var start = time.GetTimestamp();
        engine.Build(collection.Documents);
        var indexed = time.GetTimestamp();
        Span<int> found = stackalloc int[Depth];
        foreach (var question in collection.Questions)
            engine.Search(question.Text, question.Language, found);

        var asked = time.GetElapsedTime(indexed);
        var built = time.GetElapsedTime(start, indexed);
        _search = asked < _search ? asked : _search;
        _index = built < _index ? built : _index;
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
