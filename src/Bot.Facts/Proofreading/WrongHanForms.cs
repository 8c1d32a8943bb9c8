using System.Text;
using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// A traditional Chinese text has no simplified character, and the reverse. Simplified is what GB 2312 has and Big5 does not, and the reverse;
/// a character in both or in neither is no sign of either. Text in braces quotes the word itself.
/// </summary>
internal sealed class WrongHanForms : IRule
{
    private const int Gb2312 = 20936;
    private const int Big5 = 950;

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var provider = CodePagesEncodingProvider.Instance;
        var simplified = Strict(provider, Gb2312);
        var traditional = Strict(provider, Big5);
        foreach (var written in WrittenText.All(draft))
        {
            var (own, other, name) = written.Language switch
            {
                Language.SimplifiedChinese => (simplified, traditional, "traditional"),
                Language.TraditionalChinese => (traditional, simplified, "simplified"),
                _ => (null, null, ""),
            };
            if (own is null || other is null)
            {
                continue;
            }

            var isBraced = false;
            foreach (var c in written.Text)
            {
                isBraced = c == '{' || (isBraced && c != '}');
                if (!isBraced && NameSpan.IsHan(c) && !Has(own, c) && Has(other, c))
                {
                    yield return new Problem(written.Node.Location, $"the {written.Tag} text has the {name} character '{c}'", "write the form of the language");
                    break;
                }
            }
        }
    }

    private static Encoding? Strict(EncodingProvider provider, int codePage) => provider.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static bool Has(Encoding encoding, char c)
    {
        try
        {
            return encoding.GetByteCount([c]) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
