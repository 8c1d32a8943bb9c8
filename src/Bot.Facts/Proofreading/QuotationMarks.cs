using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>A text has the quotation marks of its language, each opened and closed. Example questions are as people type them.</summary>
internal sealed class QuotationMarks : IRule
{
    private const string All = "“”„«»「」『』\"";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var written in WrittenText.All(draft).Where(w => !w.IsExample))
        {
            var own = Own(written.Language);
            var foreign = written.Text.FirstOrDefault(c => All.Contains(c) && !own.Contains(c));
            if (foreign != default)
            {
                yield return new Problem(written.Node.Location, $"the {written.Tag} text has the quotation mark {foreign}", $"use {own[..2]}");
            }
            else if (own.Length >= 2 && written.Text.Count(c => c == own[0]) != written.Text.Count(c => c == own[1]))
            {
                yield return new Problem(written.Node.Location, $"the {written.Tag} text has a quotation mark {own[0]} without {own[1]}", "add the other, or remove this one");
            }
        }
    }

    // The outer pair first. Inside guillemets stand German marks, the second of which is also English.
    private static string Own(Language? language) => language switch
    {
        Language.TraditionalChinese => "「」『』",
        Language.Russian or Language.Ukrainian => "«»„“",
        _ => "“”",
    };
}
