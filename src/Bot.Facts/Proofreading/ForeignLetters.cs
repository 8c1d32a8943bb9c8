using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>A Russian text has no letter that only Ukrainian has, and the reverse. What is in quotation marks may be a title in the other language.</summary>
internal sealed class ForeignLetters : IRule
{
    private const string UkrainianOnly = "іїєґІЇЄҐ";
    private const string RussianOnly = "ыэъёЫЭЪЁ";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var written in WrittenText.All(draft))
        {
            var (letters, language) = written.Language switch
            {
                Language.Russian => (UkrainianOnly, "Ukrainian"),
                Language.Ukrainian => (RussianOnly, "Russian"),
                _ => ("", ""),
            };
            var quoted = 0;
            foreach (var c in written.Text)
            {
                quoted += c == '«' ? 1 : c == '»' ? -1 : 0;
                if (quoted == 0 && letters.Contains(c))
                {
                    yield return new Problem(written.Node.Location, $"the {written.Tag} text has the {language} letter '{c}'", "write the word in the language of the text");
                    break;
                }
            }
        }
    }
}
