using System.Buffers;
using System.Collections.Concurrent;
using Bot.Facts;
using Bot.Facts.Model;
using Bot.Search;

namespace Bot.Answers.Understanding;

/// <summary>One version of the base with everything that is derived from it for finding: a snapshot that an answer is made from.</summary>
internal sealed class Knowledge
{
    // How much each text of a fact counts beside its claim. Questions say most nearly what people type; notes mention much that
    // the fact is not about; names make a fact findable by spellings that its texts do not use.
    private const float TextWeight = 1f;
    private const float QuestionWeight = 1.5f;
    private const float TitleWeight = 0.2f;
    private const float NameWeight = 0.5f;
    private const float TopicWeight = 0.25f;
    private const float NoteWeight = 0.3f;

    // A question that names a day means a fact of that day, unless another fits its words far better.
    private const float OnTheDay = 1.25f;
    private const float OnOtherDays = 0.75f;

    // No day is written without one of these.
    private static readonly SearchValues<char> s_numerals = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十");

    public Knowledge(FactBase @base)
    {
        Base = @base;
        Parties = new NameFinder<Party>(@base.Parties, p => p.Spellings.Prepend(p.Id), @base.NeverAliases.Concat(@base.Parties.SelectMany(p => p.Exceptions)));
        Facts = SearchIndex.Build([.. @base.Facts.Select(Document)]);
        Topics = new NameFinder<Topic>(@base.Topics, t => Names(t.Name).Concat(t.Words).Prepend(t.Id));
        Codes = new Lazy<RequestCode>(() => new RequestCode(@base));
        Year = @base.Chapters[^1].Span.Last.Year;
        _sources = new Lazy<SearchIndex>(() => SearchIndex.Build([.. @base.Sources.Select(Document)]));
    }

    private readonly Lazy<SearchIndex> _sources;

    /// <summary>The base itself.</summary>
    public FactBase Base { get; }

    private SearchIndex Facts { get; }

    /// <summary>The sources, by their positions in <see cref="FactBase.Sources"/>.</summary>
    public SearchIndex Sources => _sources.Value;

    /// <summary>People, places and organisations by name.</summary>
    public NameFinder<Party> Parties { get; }

    /// <summary>Topics by name.</summary>
    public NameFinder<Topic> Topics { get; }

    /// <summary>Requests in few bytes.</summary>
    public Lazy<RequestCode> Codes { get; }

    /// <summary>The sources as they are shown, without labels, as far as they were.</summary>
    public ConcurrentDictionary<(Source Source, Locale Locale), Citation> Citations { get; } = new();

    /// <summary>The year that a date without one means.</summary>
    public int Year { get; }

    /// <summary>The facts that match a question best, whatever spelling of a name it uses.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="hits">Takes the hits, best first, by the facts' positions in <see cref="FactBase.Facts"/>.</param>
    /// <returns>How many there are.</returns>
    public int Search(string question, Span<SearchHit> hits)
    {
        var found = hits[..Facts.Search(Canonical(question), hits)];
        if (question.AsSpan().ContainsAny(s_numerals) && DateReader.Find(question, Year) is { When: { Precision: Precision.Day or Precision.Range } asked })
        {
            foreach (ref var hit in found)
            {
                var share = Base.Facts[hit.Document].When.Overlaps(asked) ? OnTheDay : OnOtherDays;
                hit = hit with { Score = hit.Score * share };
            }

            found.Sort((a, b) => b.Score.CompareTo(a.Score));
        }

        return found.Length;
    }

    // One name for each party in all languages and spellings: its id.
    private string Canonical(string text) => Parties.Replace(Folding.Fold(text), p => p.Id);

    private SearchDocument Document(Fact fact)
    {
        var fields = new List<SearchField>();
        foreach (var language in Languages.All)
        {
            fields.Add(new(Canonical(fact.Text[language]), TextWeight));
            fields.Add(new(Canonical(fact.Note[language]), NoteWeight));
            fields.Add(new(Canonical(Base.Event(fact.Event)!.Title[language]), TitleWeight));
            foreach (var question in fact.Questions[(int)language])
            {
                fields.Add(new(Canonical(question), QuestionWeight));
            }
        }

        foreach (var party in fact.By.Concat(fact.About).Distinct())
        {
            fields.Add(new(string.Join(' ', Names(party.Name).Concat(Names(party.Short)).Distinct()), NameWeight));
        }

        foreach (var topic in fact.Topics)
        {
            fields.Add(new(string.Join(' ', Names(topic.Name)), TopicWeight));
        }

        return new SearchDocument(fact.Id, fields);
    }

    private static SearchDocument Document(Source source) => new(source.Id,
    [
        new(source.Title ?? ""), new(source.Publisher ?? ""), new(source.Author ?? ""), new(source.Agency ?? ""),
    ]);

    private static IEnumerable<string> Names(LocalText text)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            yield return text[locale];
        }
    }
}
