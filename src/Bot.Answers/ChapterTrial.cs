using System.Collections.Immutable;
using Bot.Answers.Explaining;
using Bot.Answers.Model;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers;

/// <summary>The result of a question whose answer is known.</summary>
public enum TrialResult
{
    /// <summary>It is answered with its fact.</summary>
    Answered,

    /// <summary>Its fact is among the closest ones.</summary>
    Closest,

    /// <summary>It is answered, but without its fact.</summary>
    Wrong,

    /// <summary>It is not answered, and its fact is not among the closest ones.</summary>
    Missed,
}

/// <summary>A question whose answer is known.</summary>
/// <param name="Text">The question.</param>
/// <param name="Language">The tag of its language.</param>
/// <param name="Wanted">The ids of the facts of which any answers it.</param>
/// <param name="Result">The result.</param>
/// <param name="Explanation">Why; null if it is answered.</param>
public sealed record TrialCase(string Text, string Language, ImmutableArray<string> Wanted, TrialResult Result, Explanation? Explanation);

/// <summary>
/// Tries the questions of a chapter on the rest of the base. Its examples are divided into folds, and each fold is left out of a base of its own
/// (k-fold cross-validation: Kohavi, "A Study of Cross-Validation and Bootstrap for Accuracy Estimation and Model Selection", 1995), because a base
/// for each single example would take minutes.
/// </summary>
public static class ChapterTrial
{
    /// <summary>The number of folds.</summary>
    public const int Folds = 5;

    /// <summary>Tries every example of a chapter, and the titles of its events.</summary>
    /// <param name="facts">The base.</param>
    /// <param name="chapter">A chapter of the base.</param>
    /// <param name="cancellation">Ends the trial.</param>
    /// <returns>The cases in the order of the chapter: the examples of each fold, then the titles.</returns>
    /// <exception cref="OperationCanceledException">The trial was cancelled.</exception>
    public static async Task<ImmutableArray<TrialCase>> RunAsync(FactBase facts, Chapter chapter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(chapter);
        var cases = ImmutableArray.CreateBuilder<TrialCase>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var leftOut = chapter.Events.SelectMany(e => e.Facts).ToDictionary(f => f.Id, f => Fold(f, facts.Languages, fold));
            var answerer = new Answerer(facts.WithFacts(f => leftOut.TryGetValue(f.Id, out var questions) ? Without(f, questions) : f));
            await answerer.WarmUpAsync(cancellation).ConfigureAwait(false);
            foreach (var (fact, questions) in leftOut)
            {
                cases.AddRange(questions.Select(q => Try(answerer, q.Text, q.Tag, [fact], cancellation)));
            }
        }

        var whole = new Answerer(facts);
        await whole.WarmUpAsync(cancellation).ConfigureAwait(false);
        cases.AddRange(chapter.Events.SelectMany(e => facts.Languages.Select(l => Try(whole, e.Title[l], l.Tag(), [.. e.Facts.Select(f => f.Id)], cancellation))));
        return cases.ToImmutable();
    }

    private static TrialCase Try(Answerer answerer, string text, string tag, ImmutableArray<string> wanted, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var answer = answerer.Answer(new Request("ask", text, tag));
        var isShown = answer.Facts.Concat(answer.FurtherFacts).Any(f => wanted.Contains(f.Id));
        var result = (answer.Outcome, isShown) switch
        {
            (Outcome.Answered, true) => TrialResult.Answered,
            (Outcome.Answered, false) => TrialResult.Wrong,
            (Outcome.Closest, true) => TrialResult.Closest,
            _ => TrialResult.Missed,
        };
        return new TrialCase(text, tag, wanted, result, result == TrialResult.Answered ? null : answerer.Explain(text, tag));
    }

    private static List<(string Text, string Tag)> Fold(Fact fact, ImmutableArray<Language> languages, int fold) =>
        [.. languages.SelectMany(l => fact.Questions[(int)l].Where((_, i) => i % Folds == fold).Select(q => (q, l.Tag())))];

    // The same question in the other script, or in a related language, would give the answer away.
    private static Fact Without(Fact fact, List<(string Text, string Tag)> questions)
    {
        var folded = questions.Select(q => Folding.Fold(q.Text)).ToHashSet();
        return fact with { Questions = [.. fact.Questions.Select(all => all.RemoveAll(q => folded.Contains(Folding.Fold(q))))] };
    }
}
