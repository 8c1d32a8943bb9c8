using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>An example question stands once in the base, letter case, spaces and punctuation aside: it cannot mean two facts, or a fact and a subject out of scope.</summary>
internal sealed class RepeatedQuestions : IRule
{
    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var first = new Dictionary<(string Tag, string Text), (string Owner, FileLocation Location)>();
        foreach (var owner in draft.ObjectsOf(FileSchemas.Fact).Concat(draft.ObjectsOf(FileSchemas.OutOfScopeSubject)))
        {
            var id = owner.Text("id") ?? "";
            foreach (var written in WrittenText.Of(owner, "questions"))
            {
                var key = (written.Tag, QuestionTerms.Characters(written.Text));
                if (!first.TryAdd(key, (id, written.Node.Location)))
                {
                    var other = first[key];
                    var where = other.Owner == id ? "this one" : $"'{other.Owner}'";
                    yield return new Problem(written.Node.Location, $"the question stands already under {where}, at {other.Location.File}:{other.Location.Line}", "remove one of them");
                }
            }
        }
    }
}
