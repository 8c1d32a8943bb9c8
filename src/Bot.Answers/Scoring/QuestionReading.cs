using Bot.Answers.Aspects;
using Bot.Answers.Reading;
using Bot.Search.Text;

namespace Bot.Answers.Scoring;

/// <summary>What a search reads in a question, once.</summary>
/// <param name="Text">The question, cut to the length that counts.</param>
/// <param name="Canonical">The same, folded, with one word for each known name.</param>
/// <param name="Asked">The values that it states.</param>
/// <param name="Aspects">The aspects that it asks for.</param>
/// <param name="UnknownNames">The number of names in it that the base does not know.</param>
/// <param name="Numbers">The numbers in digits and the ordinals in it.</param>
internal sealed record QuestionReading(string Text, string Canonical, StatedValues Asked, Aspect Aspects, int UnknownNames, ReadOnlyMemory<int> Numbers)
{
    /// <summary>Cuts a question to the length that counts.</summary>
    public static string Cut(string question) => question.Length > QueryLimits.MaxLength ? question[..QueryLimits.MaxLength] : question;
}
