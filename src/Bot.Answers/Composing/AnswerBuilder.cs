using System.Collections.Immutable;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>
/// Puts an answer together for one reader from one version of the base, and gives each source that is cited its label:
/// the footnote number for a reference, the next letter for a page of evidence.
/// </summary>
internal sealed class AnswerBuilder(BaseSnapshot knowledge, CitationFormatter citations, Locale locale, Request request)
{
    private static readonly string[] s_statusCodes = EnumWords.All<VerificationStatus>();

    private readonly Dictionary<Source, string> _labels = [];
    private int _letters;

    /// <summary>What is known.</summary>
    public BaseSnapshot Snapshot => knowledge;

    /// <summary>What the reader reads.</summary>
    public Locale Locale => locale;

    /// <summary>The interface's texts in the reader's language.</summary>
    public UiTexts Texts { get; } = UiTexts.In(locale.ToLanguage());

    /// <summary>What only the command that is asked says.</summary>
    public CommandTexts Own => Texts.Command(request.Command);

    /// <summary>The words that a request with the same answer has: those that were asked, until they are understood and their ids take their place.</summary>
    public string Words { get; set; } = request.Arguments;

    /// <summary>How sure it is that the base answers; null where no search was needed.</summary>
    public float? Confidence { get; set; }

    /// <summary>A fact as it is shown.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="withNote">Whether its note is shown. A correction's always is.</param>
    public FactCard ToCard(Fact fact, bool withNote) => new(
        fact.Id,
        fact.Statements,
        Texts.Date(fact.Date),
        Badge(fact.Status),
        fact.Text[locale],
        withNote || fact.Status == VerificationStatus.Corrected ? fact.Note[locale] : null,
        [.. fact.Cites.Concat(fact.Evidence).Select(Cite)]);

    /// <summary>A group of facts.</summary>
    public Section Facts(string? heading, IEnumerable<Fact> facts, bool withNotes = false) =>
        new(heading, [], [.. facts.Select(f => ToCard(f, withNotes))]);

    /// <summary>A group of sentences.</summary>
    public static Section Paragraphs(string? heading, params ImmutableArray<string> paragraphs) => new(heading, paragraphs, []);

    /// <summary>A button or suggestion that asks a command.</summary>
    public FollowUp FollowUp(string label, string command, string words = "") =>
        new(label, new Request(command, words, locale.Tag()));

    /// <summary>A suggestion for a party.</summary>
    public FollowUp LinkToParty(Party party) => FollowUp(ShortNameOf(party), "who", party.Id);

    /// <summary>What a heading or button calls a party: its short name, but a place its full one, since running text may give that an article.</summary>
    public string ShortNameOf(Party party) => (party.Kind == PartyKind.Place ? party.Name : party.ShortName)[locale];

    /// <summary>A suggestion for a topic's place in the timeline.</summary>
    public FollowUp LinkToTopic(Topic topic) => FollowUp(topic.Name[locale], "timeline", topic.Id);

    /// <summary>A suggestion for everything behind a fact, called by the question that it answers.</summary>
    public FollowUp LinkToFact(Fact fact) => FollowUp(fact.Question[locale], "fact", fact.Id);

    /// <summary>The answer.</summary>
    public Answer Answer(Outcome outcome, string title, IEnumerable<Section> sections, IEnumerable<FollowUp>? followUps = null) => new()
    {
        Outcome = outcome,
        Confidence = Confidence,
        Request = request with { Arguments = Words, Language = locale.Tag() },
        Language = locale.ToLanguage().Tag(),
        Title = title,
        Sections = [.. sections],
        Citations = [.. _labels.OrderBy(l => l.Key.Footnote ?? int.MaxValue).Select(l => Citation(l.Key, l.Value))],
        FollowUps = [.. followUps ?? []],
        Version = knowledge.Base.Version,
    };

    /// <summary>An answer that states no fact.</summary>
    public Answer Message(Outcome outcome, string title, string text, params IEnumerable<FollowUp> followUps) =>
        Answer(outcome, title, [Paragraphs(null, text)], followUps);

    /// <summary>The answer to something that is not in the base: the topics that lie nearest, or the first ones.</summary>
    public Answer Unknown(IEnumerable<Topic>? nearest = null) => Message(
        Outcome.Unknown,
        Texts.NotInBaseTitle,
        Texts.NotInBase,
        (nearest ?? []).Concat(knowledge.Base.Topics).Distinct().Take(4).Select(LinkToTopic));

    /// <summary>Cites a source that no fact on the page cites; gives its label.</summary>
    public string Cite(Source source)
    {
        if (!_labels.TryGetValue(source, out var label))
        {
            _labels[source] = label = source.Footnote?.ToString() ?? Letters(_letters++);
        }

        return label;
    }

    /// <summary>A source as it is shown.</summary>
    public Citation Citation(Source source, string label) =>
        citations.Format(source, label, locale);

    private StatusBadge Badge(VerificationStatus status)
    {
        var mark = status switch
        {
            VerificationStatus.Confirmed => "✓",
            VerificationStatus.ConfirmedWithNuance => "≈",
            VerificationStatus.Corrected => "✎",
            VerificationStatus.Unverified => "?",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
        };
        return new StatusBadge(s_statusCodes[(int)status], mark, Texts.Status(status));
    }

    // a … z, aa, ab …
    private static string Letters(int number) =>
        (number >= 26 ? Letters((number / 26) - 1) : "") + (char)('a' + (number % 26));
}
