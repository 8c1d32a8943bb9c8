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
internal sealed class AnswerBuilder(BaseSnapshot snapshot, CardFormatter cards, CitationFormatter citations, Locale locale, Request request, CommandInput input = CommandInput.Typed)
{
    private const int MaxQuestions = 3;

    private readonly Dictionary<Source, string> _labels = [];
    private readonly Dictionary<Source, EvidenceRole> _roles = [];
    private int _letters;

    /// <summary>The version of the base that the answer comes from.</summary>
    public BaseSnapshot Snapshot => snapshot;

    /// <summary>The reader's locale.</summary>
    public Locale Locale => locale;

    /// <summary>How the reader gives commands.</summary>
    public CommandInput Input => input;

    /// <summary>The facts that the request follows up on, in the order in which they were shown; without those that the base no longer has.</summary>
    public List<Fact> FollowsUp { get; } = [.. request.FollowsUp.Select(id => snapshot.Base.FindFact(id)).OfType<Fact>()];

    /// <summary>The interface's texts in the reader's language.</summary>
    public UiTexts Texts { get; } = UiTexts.In(locale);

    /// <summary>The texts of the requested command.</summary>
    public CommandTexts CommandTexts => field ??= TextsOf(request.Command);

    /// <summary>The base's texts about itself, in the reader's language.</summary>
    public BaseTexts BaseTexts { get; } = new(snapshot.Base, locale);

    /// <summary>The command of <see cref="Answer.Request"/>: the user's, until the answer turns out to be that of another.</summary>
    public string Command { get; set; } = request.Command;

    /// <summary>The arguments of <see cref="Answer.Request"/>: the user's words, until the command replaces them by the ids that they mean.</summary>
    public string Words { get; set; } = request.Arguments;

    /// <summary>The question as it is searched for: the user's words, until the command restores what they meant to type.</summary>
    public string Question { get; set; } = request.Arguments;

    /// <summary>The probability that the base answers the question, from 0 to 1; null where no search was needed.</summary>
    public float? Confidence { get; set; }

    /// <summary>How much the answer shows: as requested, until the command decides otherwise.</summary>
    public Detail Detail { get; set; } = request.Detail;

    /// <summary>The texts of a command.</summary>
    public CommandTexts TextsOf(string command) => Texts.Command(command, snapshot.Base);

    /// <summary>A fact in the form that readers see.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="withNote">Whether to include its note. The note of a fact that needs one is always included.</param>
    public FactCard ToCard(Fact fact, bool withNote)
    {
        var card = cards.Format(fact, locale);
        return card with
        {
            Note = withNote || card.NeedsNote ? card.Note : null,
            Labels = [.. fact.Cites.Select(s => Cite(s)), .. fact.Evidence.Select(e => Cite(e.Source, e.Role))],
        };
    }

    /// <summary>The length of a fact in a short answer, in UTF-16 units.</summary>
    public int ShortLengthOf(Fact fact) => cards.ShortLengthOf(fact, locale);

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

    /// <summary>A suggestion for the short answer that a fact gives, labelled with its question.</summary>
    public FollowUp LinkToAnswer(Fact fact) => FollowUp(fact.Question[locale], "ask", fact.Id);

    /// <summary>Builds the answer.</summary>
    public Answer Answer(Outcome outcome, string title, IEnumerable<Section> sections, IEnumerable<FollowUp>? followUps = null)
    {
        ImmutableArray<Section> all = [.. sections];
        return new()
        {
            Outcome = outcome,
            Confidence = Confidence,
            Request = request with { Command = Command, Arguments = Words, Language = locale.Tag(), Detail = Detail, FollowsUp = [] },
            Language = locale.ToLanguage().Tag(),
            Title = title,
            Sections = all,
            Remarks = snapshot.Base.Profile.Remarks.IsEmpty ? [] : RemarksOn(all.SelectMany(s => s.Facts).Select(f => snapshot.Base.FindFact(f.Id)!)),
            Citations = [.. _labels.OrderBy(l => l.Key.Footnote ?? int.MaxValue).Select(l => Citation(l.Key, l.Value))],
            FollowUps = [.. followUps ?? []],
            Version = snapshot.Base.Version,
        };
    }

    /// <summary>The base's sentences on the time of some facts, each once.</summary>
    public ImmutableArray<string> RemarksOn(IEnumerable<Fact> facts)
    {
        var dates = facts.Select(f => f.Date).ToList();
        return [.. snapshot.Base.Profile.Remarks.Where(r => dates.Exists(r.IsOn)).Select(r => r.Text[locale])];
    }

    /// <summary>An answer without facts.</summary>
    public Answer Message(Outcome outcome, string title, string text, params IEnumerable<FollowUp> followUps) =>
        Answer(outcome, title, [Paragraphs(null, text)], followUps);

    /// <summary>The answer to a question that the base does not cover, with questions that it does answer: those of the nearest facts, or of the main event.</summary>
    public Answer Unknown(IEnumerable<Fact>? nearest = null) => Message(
        Outcome.Unknown,
        Texts.NotInBaseTitle,
        Texts.NotInBase,
        (nearest ?? []).Concat(snapshot.Base.MainEvent?.Facts ?? []).Concat(snapshot.Base.Facts).Distinct().Take(MaxQuestions).Select(LinkToAnswer));

    /// <summary>Cites a source and returns its label.</summary>
    /// <param name="source">The source.</param>
    /// <param name="role">What it does for the fact that it is cited for.</param>
    public string Cite(Source source, EvidenceRole role = EvidenceRole.Reports)
    {
        if (role != EvidenceRole.Reports)
        {
            _roles.TryAdd(source, role);
        }

        if (!_labels.TryGetValue(source, out var label))
        {
            _labels[source] = label = source.Footnote?.ToString() ?? Letters(_letters++);
        }

        return label;
    }

    /// <summary>A source in the form that readers see.</summary>
    public Citation Citation(Source source, string label) =>
        citations.Format(source, label, _roles.GetValueOrDefault(source), locale);

    // a … z, aa, ab …
    private static string Letters(int number) =>
        (number >= 26 ? Letters((number / 26) - 1) : "") + (char)('a' + (number % 26));
}
