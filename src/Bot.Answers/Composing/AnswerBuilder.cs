using System.Collections.Immutable;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>
/// Builds an answer for one reader from one version of the base, and assigns a label to each cited source:
/// the footnote number for a reference, the next letter for a page of evidence.
/// </summary>
internal sealed class AnswerBuilder(BaseSnapshot snapshot, CitationFormatter citations, Locale locale, Request request)
{
    private static readonly string[] s_statusCodes = EnumWords.All<VerificationStatus>();

    private readonly Dictionary<Source, string> _labels = [];
    private int _letters;

    /// <summary>The version of the base that the answer comes from.</summary>
    public BaseSnapshot Snapshot => snapshot;

    /// <summary>The reader's locale.</summary>
    public Locale Locale => locale;

    /// <summary>The interface's texts in the reader's language.</summary>
    public UiTexts Texts { get; } = UiTexts.In(locale.ToLanguage());

    /// <summary>The texts of the requested command.</summary>
    public CommandTexts CommandTexts => Texts.Command(request.Command);

    /// <summary>The arguments of <see cref="Answer.Request"/>: the user's words, until the command replaces them by the ids that they mean.</summary>
    public string Words { get; set; } = request.Arguments;

    /// <summary>The probability that the base answers the question, from 0 to 1; null where no search was needed.</summary>
    public float? Confidence { get; set; }

    /// <summary>A fact in the form that readers see.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="withNote">Whether to include its note. The note of a corrected statement is always included.</param>
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

    /// <summary>A group of paragraphs.</summary>
    public static Section Paragraphs(string? heading, params ImmutableArray<string> paragraphs) => new(heading, paragraphs, []);

    /// <summary>A button or suggestion that requests a command.</summary>
    public FollowUp FollowUp(string label, string command, string words = "") =>
        new(label, new Request(command, words, locale.Tag()));

    /// <summary>A suggestion for a party.</summary>
    public FollowUp LinkToParty(Party party) => FollowUp(ShortNameOf(party), "who", party.Id);

    /// <summary>A party's name in headings and buttons: its short name, or for a place its full name, because the short name may have an article for running text.</summary>
    public string ShortNameOf(Party party) => (party.Kind == PartyKind.Place ? party.Name : party.ShortName)[locale];

    /// <summary>A suggestion for the timeline of a topic.</summary>
    public FollowUp LinkToTopic(Topic topic) => FollowUp(topic.Name[locale], "timeline", topic.Id);

    /// <summary>A suggestion for the details of a fact, labelled with the question that it answers.</summary>
    public FollowUp LinkToFact(Fact fact) => FollowUp(fact.Question[locale], "fact", fact.Id);

    /// <summary>Builds the answer.</summary>
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
        Version = snapshot.Base.Version,
    };

    /// <summary>An answer without facts.</summary>
    public Answer Message(Outcome outcome, string title, string text, params IEnumerable<FollowUp> followUps) =>
        Answer(outcome, title, [Paragraphs(null, text)], followUps);

    /// <summary>The answer to a question that the base does not cover, with the closest topics as follow-ups, or the first ones.</summary>
    public Answer Unknown(IEnumerable<Topic>? nearest = null) => Message(
        Outcome.Unknown,
        Texts.NotInBaseTitle,
        Texts.NotInBase,
        (nearest ?? []).Concat(snapshot.Base.Topics).Distinct().Take(4).Select(LinkToTopic));

    /// <summary>Cites a source and returns its label.</summary>
    public string Cite(Source source)
    {
        if (!_labels.TryGetValue(source, out var label))
        {
            _labels[source] = label = source.Footnote?.ToString() ?? Letters(_letters++);
        }

        return label;
    }

    /// <summary>A source in the form that readers see.</summary>
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
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
        };
        return new StatusBadge(s_statusCodes[(int)status], mark, Texts.Status(status));
    }

    // a … z, aa, ab …
    private static string Letters(int number) =>
        (number >= 26 ? Letters((number / 26) - 1) : "") + (char)('a' + (number % 26));
}
