using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// An example question of a fact does not have the same words as one of another fact, or of a subject out of scope, in another order or form:
/// the search would hardly tell them apart. <see cref="RepeatedQuestions"/> finds those that are the same.
/// </summary>
internal sealed class SimilarQuestions : IRule
{
    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var first = new Dictionary<(string Tag, string Terms), (string Owner, YamlScalar Question)>();
        foreach (var (owner, question) in Questions(draft, FileSchemas.Fact))
        {
            var key = Key(question);
            var known = first.GetValueOrDefault(key);
            first.TryAdd(key, (owner, question.Node));
            if (known.Question is { } other && known.Owner != owner && !IsSame(other.Text, question.Text))
            {
                yield return Similar(question, known.Owner, other);
            }
        }

        foreach (var (_, question) in Questions(draft, FileSchemas.OutOfScopeSubject))
        {
            if (first.TryGetValue(Key(question), out var known) && !IsSame(known.Question.Text, question.Text))
            {
                yield return Similar(question, known.Owner, known.Question);
            }
        }
    }

    private static Problem Similar(WrittenText question, string owner, YamlScalar other) => new(
        question.Node.Location,
        $"the question has the same words as one of '{owner}', at {other.Location.File}:{other.Location.Line}",
        "remove one of them, or say in it what makes it different");

    private static IEnumerable<(string Owner, WrittenText Question)> Questions(ParsedBase draft, ObjectSchema schema) =>
        draft.ObjectsOf(schema).SelectMany(owner => WrittenText.Of(owner, "questions").Select(q => (owner.Text("id") ?? "", q)));

    private static (string Tag, string Terms) Key(WrittenText question) => (question.Tag, QuestionTerms.Unordered(question.Text, question.Tag));

    private static bool IsSame(string a, string b) => QuestionTerms.Characters(a) == QuestionTerms.Characters(b);
}
