using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Typing;

/// <summary>An example question, for all that compares texts.</summary>
/// <param name="Folded">As <see cref="Folding"/> folds it.</param>
/// <param name="Standard">In standard words (<see cref="ColloquialWords"/>).</param>
/// <param name="FoldedStandard">In standard words and folded.</param>
internal readonly record struct FoldedQuestion(string Folded, string Standard, string FoldedStandard);

/// <summary>The example questions of the facts of a base. Most of what a search is built of needs them folded, so they are folded once. Immutable.</summary>
internal sealed class FoldedQuestions
{
    // By language and fact.
    private readonly FoldedQuestion[][][] _questions;

    private FoldedQuestions(FoldedQuestion[][][] questions) => _questions = questions;

    /// <summary>Reads the questions of a base.</summary>
    public static FoldedQuestions Of(FactBase @base) => new([.. Languages.All.ToArray().Select(l => Of(@base, l))]);

    /// <summary>Reads the questions of a base, each language beside the others.</summary>
    public static async Task<FoldedQuestions> ReadAsync(FactBase @base) =>
        new(await Task.WhenAll(Languages.All.ToArray().Select(l => Task.Run(() => Of(@base, l)))).ConfigureAwait(false));

    /// <summary>The questions of a fact in all languages.</summary>
    /// <param name="fact">The position of the fact.</param>
    public IEnumerable<FoldedQuestion> this[int fact] => _questions.SelectMany(language => language[fact]);

    /// <summary>The questions of a fact in a language.</summary>
    /// <param name="fact">The position of the fact.</param>
    /// <param name="language">The language.</param>
    public ReadOnlySpan<FoldedQuestion> this[int fact, Language language] => _questions[(int)language][fact];

    private static FoldedQuestion[][] Of(FactBase @base, Language language) => [.. @base.Facts.Select(f => f.Questions[(int)language].Select(Fold).ToArray())];

    private static FoldedQuestion Fold(string question)
    {
        var folded = Folding.Fold(question);
        var standard = ColloquialWords.Default.Replace(question);
        return new FoldedQuestion(folded, standard, ReferenceEquals(standard, question) ? folded : Folding.Fold(standard));
    }
}
