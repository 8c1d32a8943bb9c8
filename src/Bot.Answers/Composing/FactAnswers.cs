using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Rendering;
using Bot.Answers.Scoring;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>The answers that consist of facts: one or several that answer a question, or those that come closest.</summary>
internal static class FactAnswers
{
    private const int MaxPeople = 2;
    private const int MaxTopics = 2;
    private const int MaxRelated = 2;

    // Between the facts that are shown and those that are only offered.
    private const string MoreMark = "+";

    /// <summary>The answer that facts give. Facts that would make it too long become follow-ups, but for those that the question needs.</summary>
    /// <param name="facts">The facts, best first; at least one.</param>
    /// <param name="reply">Builds the answer.</param>
    /// <param name="needed">How many of the facts are shown however long they are; at least one.</param>
    /// <param name="premise">The value that the question asserts and that the first fact contradicts; null for none.</param>
    /// <param name="others">Facts of other events that may be meant, which become follow-ups; null for none.</param>
    public static Answer Answered(List<Fact> facts, AnswerBuilder reply, int needed = 1, ValueComparison? premise = null, List<Fact>? others = null)
    {
        (facts, needed) = WithLaterFacts(facts, needed, reply);
        var shown = CountShown(facts, reply, needed);
        return Show(facts[..shown], [.. facts[shown..], .. others ?? []], reply, premise);
    }

    // What a fact says may have changed since: the later fact follows it, so that the old one is never taken for the present state.
    private static (List<Fact> Facts, int Needed) WithLaterFacts(List<Fact> facts, int needed, AnswerBuilder reply)
    {
        var all = new List<Fact>();
        var neededOfAll = needed;
        for (var i = 0; i < facts.Count; i++)
        {
            all.Add(facts[i]);
            var later = reply.Snapshot.Base.FactsSuperseding(facts[i]).RemoveAll(f => facts.Contains(f) || all.Contains(f));
            all.AddRange(later);
            neededOfAll += i < needed ? later.Length : 0;
        }

        return (all.GetRange(0, Math.Min(all.Count, AnswerTuning.MaxFacts)), Math.Min(neededOfAll, AnswerTuning.MaxFacts));
    }

    private static int CountShown(List<Fact> facts, AnswerBuilder reply, int needed)
    {
        var (shown, length) = (0, TitleOf(facts[0], reply).Length);
        foreach (var fact in facts)
        {
            length += reply.ShortLengthOf(fact);
            var remarks = reply.RemarksOn(facts[..(shown + 1)]).Sum(r => r.Length);
            if (shown >= needed && length + remarks > Summary.MaxLength(reply.Locale.ToLanguage().Tag()))
            {
                break;
            }

            shown++;
        }

        return shown;
    }

    private static Answer Show(List<Fact> here, List<Fact> others, AnswerBuilder reply, ValueComparison? premise)
    {
        (reply.Command, reply.Words) = ("ask", others.Count == 0 ? Ids(here, premise) : $"{Ids(here, premise)} {MoreMark} {Ids(others, null)}");
        var section = new Section(null, [.. Lead(here[0], premise, reply)], [.. here.Select(f => reply.ToCard(f, withNote: true))]);
        var followUps = others.Concat(RelatedTo(here, reply)).Distinct().Except(here).Select(reply.LinkToAnswer)
            .Concat(here.SelectMany(f => f.By.Concat(f.About)).Where(p => p.Kind == PartyKind.Person).Distinct().Take(MaxPeople).Select(reply.LinkToParty))
            .Concat(here.SelectMany(f => f.Topics).Distinct().Take(MaxTopics).Select(reply.LinkToTopic));
        return reply.Answer(Outcome.Answered, TitleOf(here[0], reply), [section], followUps);
    }

    private static IEnumerable<Fact> RelatedTo(List<Fact> facts, AnswerBuilder reply) =>
        facts.SelectMany(f => f.See).Select(id => reply.Snapshot.Base.FindFact(id)!).Take(MaxRelated);

    /// <summary>The answer for the words of a request that <see cref="Answered"/> has shortened to ids; null for any other words.</summary>
    public static Answer? FromIds(string words, AnswerBuilder reply)
    {
        var parts = words.Split($" {MoreMark} ");
        if (parts.Length > 2 || ComparedFact.Parse(parts[0], reply.Snapshot.Base, AnswerTuning.MaxFacts) is not { Count: > 0 } shown)
        {
            return null;
        }

        var others = parts.Length == 1 ? [] : ComparedFact.Parse(parts[1], reply.Snapshot.Base, AnswerTuning.MaxFacts);
        return parts.Length == 2 && others.Count == 0 ? null
            : Show(WithLaterFacts(shown.ConvertAll(f => f.Fact), shown.Count, reply).Facts, others.ConvertAll(f => f.Fact), reply, PremiseOf(shown[0]));
    }

    /// <summary>The premise that a request carries; null when it carries none.</summary>
    public static ValueComparison? PremiseOf(ComparedFact fact) => fact.Comparisons is [{ IsSame: false } other] ? other : null;

    /// <summary>The answer that the base does not say exactly this, with the closest fact and questions that the next ones answer.</summary>
    /// <param name="facts">The facts, closest first; at least one.</param>
    /// <param name="reply">Builds the answer.</param>
    /// <param name="premise">The value that the question asserts and that the first fact contradicts; null for none.</param>
    public static Answer Closest(List<Fact> facts, AnswerBuilder reply, ValueComparison? premise = null)
    {
        (reply.Command, reply.Words) = (Request.Closest, Ids(facts, premise));
        var further = facts.Skip(1).Select(f => reply.ToCard(f, withNote: true)).ToList();
        string[] paragraphs = [.. Lead(facts[0], premise, reply), reply.Texts.Closest];
        var closest = new Section(null, [.. paragraphs], [reply.ToCard(facts[0], withNote: true)]);
        return reply.Answer(Outcome.Closest, TitleOf(facts[0], reply), [closest], facts.Skip(1).Select(reply.LinkToAnswer)) with { FurtherFacts = [.. further] };
    }

    /// <summary>The value that a question asserts and that a fact contradicts; null when there is none.</summary>
    public static ValueComparison? PremiseOf(StatedValues asked, Fact fact, AnswerBuilder reply)
    {
        foreach (var compared in reply.Snapshot.Values.Compare(asked, fact))
        {
            if (!compared.IsSame && reply.Snapshot.Values.Value(fact, compared, reply.Locale) is not null)
            {
                return compared;
            }
        }

        return null;
    }

    // The base's value comes first, so that the answer never reads as a yes.
    private static IEnumerable<string> Lead(Fact fact, ValueComparison? premise, AnswerBuilder reply) =>
        premise is { } other && reply.Snapshot.Values.Value(fact, other, reply.Locale) is { } value ? [reply.Texts.Premise(other.Kind.ToString(), value)] : [];

    private static string Ids(List<Fact> facts, ValueComparison? premise) =>
        string.Join(' ', facts.Select((f, i) => new ComparedFact(f, i == 0 && premise is { } other ? [other] : []).ToString()));

    private static string TitleOf(Fact fact, AnswerBuilder reply) => reply.Snapshot.Base.FindEvent(fact.Event)!.Title[reply.Locale];
}
