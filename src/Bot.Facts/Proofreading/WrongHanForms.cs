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
        var simplified = new CharacterSet(provider, Gb2312);
        var traditional = new CharacterSet(provider, Big5);
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
                if (!isBraced && NameSpan.IsHan(c) && !own.Has(c) && other.Has(c))
                {
                    yield return new Problem(written.Node.Location, $"the {written.Tag} text has the {name} character '{c}'", "write the form of the language");
                    break;
                }
            }
        }
    }

    // The characters of a code page. Each is looked up once: one that is missing costs an exception.
    private sealed class CharacterSet(EncodingProvider provider, int codePage)
    {
        private readonly Encoding _encoding = provider.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new NotSupportedException($"There is no code page {codePage}.");
        private readonly Dictionary<char, bool> _known = [];

        public bool Has(char c) => _known.TryGetValue(c, out var has) ? has : _known[c] = CanEncode(c);

        private bool CanEncode(char c)
        {
            try
            {
                return _encoding.GetByteCount([c]) > 0;
            }
            catch (EncoderFallbackException)
            {
                return false;
            }
        }
    }
}
