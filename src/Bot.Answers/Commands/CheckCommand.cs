using Bot.Answers.Composing;
using Bot.Answers.History;
using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary>
/// The check of a message, which platforms offer on messages rather than as a command: the facts that are closest to what it claims, and
/// where values can be compared, the comparison. It gives no verdict on the message, and shows nothing of its text.
/// </summary>
internal sealed class CheckCommand : ICommand
{
    private const int MaxFacts = 3;
    private const int MinWords = 3;

    // The words of the request for a message that no fact is close to.
    private const string None = "none";

    public string Name => Request.Check;

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("message", IsRequired: true)];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        if (Folding.Fold(words).Length == 0)
        {
            return reply.Message(Outcome.Invalid, reply.Texts.InvalidRequestTitle, reply.Texts.CheckNoText);
        }

        var shown = ComparedFact.Parse(words, reply.Snapshot.Base, MaxFacts) is { Count: > 0 } named ? named : words == None ? [] : Closest(words, reply);
        if (shown.Count == 0)
        {
            reply.Words = None;
            return reply.Message(Outcome.Unknown, reply.Texts.CheckTitle, reply.Texts.CheckNone);
        }

        // A fact's own status is in a sentence about the fact: a mark beside it would be read as a verdict.
        var sections = shown.Select(s => new Section(
            null,
            [.. Comparisons(s, reply)],
            [reply.ToCard(s.Fact, withNote: true) with { Status = null, Remarks = [reply.Texts.StatusOfFact(s.Fact.Status)] }]));
        reply.Words = string.Join(' ', shown);
        return reply.Answer(Outcome.Answered, reply.Texts.CheckTitle, sections);
    }

    // Each sentence may claim something else; the whole message counts where no sentence alone says enough.
    private static List<ComparedFact> Closest(string text, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        var found = new List<(Fact Fact, string Claim, StatedValues Asked, float Confidence)>();
        var sentences = SentenceSplitter.Split(text).Select(s => text[s]).Where(s => QuestionForm.CountWords(s) >= MinWords).ToList();
        foreach (var claim in sentences.Count > 1 ? sentences.Append(text) : [text])
        {
            if (snapshot.Search.Find(claim, snapshot.Values.Read(claim) with { AssertsDay = true }, null) is { Hits.Length: > 0 } hits && hits.Confidence >= AnswerTuning.MinCheckConfidence)
            {
                found.Add((snapshot.Search.Best(hits, 1)[0], claim, hits.Asked, hits.Confidence));
            }
        }

        return
        [
            .. found.GroupBy(f => f.Fact)
                .Select(g => g.MaxBy(f => f.Confidence))
                .OrderByDescending(f => f.Confidence)
                .Take(MaxFacts)
                .Where((f, i) => i == 0 || f.Confidence >= snapshot.Base.Thresholds.Answered)
                .Select(f => new ComparedFact(f.Fact, Compare(f.Claim, f.Asked, f.Fact, reply))),
        ];
    }

    // Where the message has another value, only that is said: "the same" beside it would read as agreement. Where something is denied,
    // the same day or place means nothing; and the same people may have done something else, or the same on the day or in the place of another meeting.
    private static List<ValueComparison> Compare(string claim, StatedValues asked, Fact fact, AnswerBuilder reply)
    {
        var compared = reply.Snapshot.Values.Compare(asked, fact);
        var others = compared.FindAll(c => !c.IsSame);
        if (others.Count > 0 && MeetingFilter.HasMatch(asked, reply.Snapshot))
        {
            return others.FindAll(c => c.Kind == ValueKind.Number);
        }

        var language = (LanguageDetector.Detect(claim, reply.Locale) ?? reply.Locale).ToLanguage();
        return others.Count > 0 ? others : QuestionForm.Denies(claim) || QuestionForm.Denies(fact.Text[language]) ? [] : compared.FindAll(c => c.Kind is not ValueKind.Person);
    }

    private static IEnumerable<string> Comparisons(ComparedFact compared, AnswerBuilder reply)
    {
        foreach (var comparison in compared.Comparisons)
        {
            if (reply.Snapshot.Values.Value(compared.Fact, comparison, reply.Locale) is { } value)
            {
                yield return reply.Texts.Comparison(comparison.Kind.ToString(), comparison.IsSame, value);
            }
        }
    }
}
