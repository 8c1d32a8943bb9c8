using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>A Russian text has no letter that only Ukrainian has, and the reverse. What is in quotation marks may be a title in the other language.</summary>
internal sealed class ForeignLetters : IRule
{
    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var written in WrittenText.All(draft))
        {
            var letters = written.Language?.LettersOfOther() ?? "";
            var other = written.Language == Language.Russian ? "Ukrainian" : "Russian";
            var quoted = 0;
            foreach (var c in written.Text)
            {
                quoted += c == '«' ? 1 : c == '»' ? -1 : 0;
                if (quoted == 0 && letters.Contains(c))
                {
                    yield return new Problem(written.Node.Location, $"the {written.Tag} text has the {other} letter '{c}'", "write the word in the language of the text");
                    break;
                }
            }
        }
    }
}
