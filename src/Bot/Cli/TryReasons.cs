using Bot.Answers;
using Bot.Answers.Explaining;
using Bot.Answers.Model;

namespace Bot.Cli;

/// <summary>Says what decided an answer: what blocked it, and what tempted the bot.</summary>
internal static class TryReasons
{
    /// <summary>What decided an answer, each reason in one line.</summary>
    public static IEnumerable<string> Of(Explanation explained)
    {
        if (explained.Outcome == Outcome.Talk)
        {
            yield return "it was read as small talk or as another language, so no fact was asked for";
        }

        if (explained.Candidates is not [var first, ..])
        {
            yield return "no fact has any of its words";
            yield break;
        }

        var (answered, closest) = (explained.AnsweredFrom, explained.ClosestFrom);
        if (explained.Outcome == Outcome.Answered && !explained.Shown.Contains(first.Fact))
        {
            yield return $"the answer is not by the search, which prefers {first.Fact}: the question asks for a person, or for an event as a whole";
        }
        else if (explained.Confidence < closest)
        {
            yield return $"the confidence of {first.Fact} is {explained.Confidence:0.00#}, below {closest:0.00}, from which a fact is shown";
        }
        else if (explained.Confidence < answered)
        {
            yield return $"the confidence of {first.Fact} is {explained.Confidence:0.00#}, below {answered:0.00}, from which a fact is an answer";
        }
        else if (explained.Outcome == Outcome.Closest)
        {
            yield return $"{first.Fact} has another day, number, place or person than the question states";
        }

        if (explained.Subject is { IsBetter: true } subject)
        {
            yield return $"the subject out of scope {subject.Id} shares more words with it than any fact{Quote(subject.Example)}";
        }

        foreach (var name in explained.Names.Where(n => !n.IsOfFirst))
        {
            yield return $"“{name.Spelling}” was read as {name.Party}, whom {first.Fact} is neither by nor about";
        }
    }

    /// <summary>What decided a case that went wrong: also where its own fact came, and what came before it.</summary>
    public static IEnumerable<string> Of(TrialCase missed)
    {
        var explained = missed.Explanation!;
        var rank = explained.Candidates.ToList().FindIndex(c => missed.Wanted.Contains(c.Fact));
        if (rank != 0 && explained.Candidates is [var first, ..])
        {
            var own = rank < 0 ? "not among the best" : $"number {rank + 1} with {explained.Candidates[rank].Score:0.00}";
            yield return $"its own fact is {own}; the first is {first.Fact} with {first.Score:0.00}{Quote(first.Example)}";
        }

        foreach (var reason in Of(explained))
        {
            yield return reason;
        }
    }

    private static string Quote(string? example) => example is null ? "" : $": “{example}”";
}
