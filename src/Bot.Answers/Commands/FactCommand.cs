using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Facts.Spelling;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/fact id</c>: one fact with its sources and details.</summary>
internal sealed class FactCommand : ICommand
{
    private const int MaxSuggestions = 5;

    public string Name => "fact";

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("id", IsRequired: true)];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var facts = reply.Snapshot.Base.Facts;
        if (Folding.Fold(words).Length == 0)
        {
            return reply.Message(Outcome.Invalid, reply.CommandTexts.Help, UiTexts.Format(reply.CommandTexts["Empty"], reply.Snapshot.Base.Profile.Examples.Fact.Id));
        }

        var fact = reply.Snapshot.Base.FindFact(words.ToLowerInvariant())
            ?? (StatementNumber(words) is { } number ? facts.FirstOrDefault(f => f.Statements.Any(s => StatementNumber(s) == number)) : null);
        if (fact is not null)
        {
            return FullAnswer(fact, reply);
        }

        var suggestions = facts.Where(f => EditDistance.Compute(f.Id, words.ToLowerInvariant(), f.Id.Length / 3) is not null)
            .Concat(reply.Snapshot.Search.FindAnswers(words))
            .Distinct()
            .Take(MaxSuggestions)
            .ToList();
        return reply.Message(
            suggestions.Count > 0 ? Outcome.Suggested : Outcome.Unknown,
            reply.Texts.NotInBaseTitle,
            suggestions.Count > 0 ? reply.CommandTexts["Unknown"] : reply.CommandTexts["NotFound"],
            suggestions.Select(reply.LinkToFact));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        var folded = Folding.Fold(typed);
        return OfStatements(typed, snapshot.Base, locale).Concat(snapshot.Base.Facts
            .Where(f => f.Id.Contains(typed, StringComparison.OrdinalIgnoreCase) || Folding.Fold(f.Text[locale]).Contains(folded, StringComparison.Ordinal))
            .Select(f => new Completion(f.Id, f.Text[locale])));
    }

    // 41, S41, s41, [S41], Ｓ41, S07
    private static int? StatementNumber(string words)
    {
        var folded = Folding.Fold(words).Replace(" ", "", StringComparison.Ordinal);
        return int.TryParse(folded.StartsWith('s') ? folded[1..] : folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // The fact of the statement with the number that is typed, then those whose numbers begin with it.
    private static IEnumerable<Completion> OfStatements(string typed, FactBase @base, Locale locale)
    {
        if (StatementNumber(typed) is not { } number)
        {
            return [];
        }

        return @base.Facts
            .SelectMany(f => f.Statements.Select(s => (Fact: f, Statement: s, Number: StatementNumber(s))))
            .Where(s => $"{s.Number}".StartsWith($"{number}", StringComparison.Ordinal))
            .OrderBy(s => s.Number == number ? 0 : 1)
            .Select(s => new Completion(s.Fact.Id, $"[{s.Statement}] {s.Fact.Text[locale]}"));
    }

    /// <summary>A fact with its speakers, the parties and topics that it is about, and its sources.</summary>
    internal static Answer FullAnswer(Fact fact, AnswerBuilder reply)
    {
        var (texts, locale) = (reply.Texts, reply.Locale);
        reply.Words = fact.Id;
        string Names(IEnumerable<Party> parties) => string.Join(texts.ListSeparator, parties.Select(p => p.Name[locale]));
        var data = new List<string>
        {
            texts.Field("Id", fact.Id),
            texts.Field("Kind", texts.Kind(fact.Kind)),
        };
        if (fact.By.Length > 0 || fact.Statements.Length > 0)
        {
            data.Add(texts.Field("By", fact.By.Length > 0 ? Names(fact.By) : reply.BaseTexts.TheArticle));
        }

        data.AddRange(
        [
            texts.Field("About", Names(fact.About)),
            texts.Field("Topics", string.Join(texts.ListSeparator, fact.Topics.Select(t => t.Name[locale]))),
        ]);
        if (fact.Statements.Length > 0)
        {
            data.Add(texts.Field("Statements", string.Join(texts.ListSeparator, fact.Statements)));
        }

        return reply.Answer(
            Outcome.Answered,
            reply.Snapshot.Base.FindEvent(fact.Event)!.Title[locale],
            [reply.Facts(null, [fact], withNotes: true), new(null, [.. data], [])],
            reply.Snapshot.Base.FactsSuperseding(fact).Concat(fact.Supersedes.Concat(fact.See).Select(id => reply.Snapshot.Base.FindFact(id)!)).Distinct().Take(3).Select(reply.LinkToFact)
                .Concat(fact.Cites.Take(3).Select(s => reply.FollowUp($"[{s.Footnote}] {s.Publisher ?? s.Title}", "source", $"{s.Footnote}")))
                .Concat(fact.By.Take(2).Select(reply.LinkToParty))) with
        {
            IsWhole = true,
        };
    }
}
