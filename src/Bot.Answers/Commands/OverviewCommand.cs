using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Scoring;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>The present state of the base's subject, by its kind: the form to which such an answer is shortened, so that an old button shows what is true today.</summary>
internal sealed class OverviewCommand : ICommand
{
    private const int MaxPeople = 4;

    public string Name => Request.Overview;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply) => For(EnumWords.Find<BaseOverviewKind>(words) ?? BaseOverviewKind.Now, reply) ?? reply.Unknown();

    /// <summary>The newest facts first, under the day up to which the base was checked; null when the base names none of that kind.</summary>
    public static Answer? For(BaseOverviewKind kind, AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        if (!@base.Profile.Overview.TryGetValue(kind, out var facts))
        {
            return null;
        }

        (reply.Command, reply.Words) = (Request.Overview, kind.ToWord());
        var shown = facts.Take(AnswerTuning.MaxFacts).ToList();
        var others = facts.Skip(shown.Count).Concat(Others(kind, @base)).Except(shown).Distinct();
        var people = shown.SelectMany(f => f.By.Concat(f.About)).Where(p => p.Kind == PartyKind.Person).Distinct().Take(MaxPeople);
        return reply.Answer(
            Outcome.Answered,
            UiTexts.Format(reply.Texts.AsOfTitle, reply.Texts.Date(FactDate.Day(@base.AsOf))),
            [reply.Facts(null, shown)],
            others.Take(AnswerTuning.MaxFacts).Select(reply.LinkToAnswer).Concat(people.Select(reply.LinkToParty)));
    }

    /// <summary>The facts that the answer to a request shows.</summary>
    public static IEnumerable<Fact> FactsOf(string words, FactBase @base) =>
        EnumWords.Find<BaseOverviewKind>(words) is { } kind && @base.Profile.Overview.TryGetValue(kind, out var facts) ? facts.Take(AnswerTuning.MaxFacts) : [];

    // Whoever asks for one may want the other next.
    private static IEnumerable<Fact> Others(BaseOverviewKind kind, FactBase @base) =>
        @base.Profile.Overview.Where(o => o.Key != kind).SelectMany(o => o.Value.Take(1));
}
