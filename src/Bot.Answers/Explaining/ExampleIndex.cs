using Bot.Answers.Scoring;
using Bot.Answers.Understanding;
using Bot.Search;
using Bot.Search.Index;
using Bot.Search.Ranking;

namespace Bot.Answers.Explaining;

/// <summary>Finds the example question of a fact or of a subject out of scope that is most like a question.</summary>
internal sealed class ExampleIndex
{
    // The wanted one may come after many of other facts.
    private const int MaxExamples = 256;

    private readonly FactDocuments _documents;
    private readonly List<(string Owner, string Text)> _examples = [];
    private readonly SearchIndex _index;

    /// <summary>Indexes the examples of a base.</summary>
    public ExampleIndex(BaseSnapshot snapshot)
    {
        _documents = new FactDocuments(snapshot.Base, snapshot.Parties);
        _examples.AddRange(snapshot.Base.Facts.SelectMany(f => f.Questions.SelectMany(q => q).Select(q => (FactKey(f.Id), q))));
        _examples.AddRange(snapshot.Base.OutOfScope.SelectMany(s => s.Questions.SelectMany(q => q).Select(q => (SubjectKey(s.Id), q))));
        _index = SearchIndex.Build([.. _examples.Select((e, i) => new SearchDocument($"{i}", [new SearchField(_documents.Canonicalize(e.Text), 1, PenalizesExtraTerms: true)]))]);
    }

    /// <summary>The examples that are most like a question, the most similar first, by what they belong to.</summary>
    /// <param name="question">Any text.</param>
    /// <returns>Finds the example of a key; null when none is like the question.</returns>
    public Func<string, string?> Near(string question)
    {
        var hits = new SearchHit[MaxExamples];
        var near = new Dictionary<string, string>();
        foreach (var hit in hits.AsSpan(0, _index.Search(_documents.Canonicalize(question), hits)))
        {
            near.TryAdd(_examples[hit.Document].Owner, _examples[hit.Document].Text);
        }

        return near.GetValueOrDefault;
    }

    /// <summary>The key of a fact.</summary>
    public static string FactKey(string id) => "fact " + id;

    /// <summary>The key of a subject out of scope, which may have the id of a fact.</summary>
    public static string SubjectKey(string id) => "subject " + id;
}
