using System.Text;

namespace Bot.Benchmarks.Scale;

/// <summary>
/// Made-up facts, each with a text in five languages, the same for the same seed. Words follow Zipf's law, frequency falling as
/// rank^-<see cref="Exponent"/>, over a vocabulary that grows with the text as Heaps' law has it: K · n^<see cref="Growth"/>.
/// </summary>
internal sealed class SyntheticFacts(int seed)
{
    /// <summary>The languages of a fact's texts, in their order.</summary>
    public static readonly string[] Languages = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    private const int WordsPerText = 25;
    private const double Exponent = 1.07;

    // Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), section 5.1.1: K between 30 and 100, the exponent about a half.
    private const double HeapsFactor = 44;
    private const double Growth = 0.55;

    private readonly Random _random = new(seed);
    private readonly int[] _ranks = new int[WordsPerText];
    private readonly StringBuilder _text = new();
    private long _written;

    /// <summary>The texts of the next fact: the same words in each language, in an order of its own.</summary>
    public string[] Next()
    {
        var vocabulary = 100 + (HeapsFactor * Math.Pow(_written, Growth));
        _written += WordsPerText;
        for (var i = 0; i < _ranks.Length; i++)
        {
            _ranks[i] = Rank(vocabulary);
        }

        var texts = new string[Languages.Length];
        for (var l = 0; l < texts.Length; l++)
        {
            _random.Shuffle(_ranks);
            texts[l] = Text(l);
        }

        return texts;
    }

    /// <summary>A question of three to eight of a text's words, with rarer ones more likely.</summary>
    public string Question(string[] texts)
    {
        var language = _random.Next(Languages.Length);
        var isHan = SyntheticWords.IsHan(language);
        var words = isHan ? Pairs(texts[language]) : texts[language].TrimEnd('.').Split(' ');
        var count = Math.Min(words.Length, _random.Next(3, 9));
        var chosen = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            // Of two words the longer: the frequent ones are the short ones, as in any language.
            var (a, b) = (words[_random.Next(words.Length)], words[_random.Next(words.Length)]);
            chosen.Add(a.Length > b.Length ? a : b);
        }

        return string.Join(isHan ? "" : " ", chosen);
    }

    // The inverse of the distribution function of the continuous power law from rank 1 to the vocabulary's end.
    private int Rank(double vocabulary)
    {
        var all = 1 - Math.Pow(vocabulary, 1 - Exponent);
        return (int)Math.Pow(1 - (_random.NextDouble() * all), 1 / (1 - Exponent));
    }

    private string Text(int language)
    {
        _text.Clear();
        foreach (var rank in _ranks)
        {
            if (_text.Length > 0 && !SyntheticWords.IsHan(language))
            {
                _text.Append(' ');
            }

            SyntheticWords.Append(_text, language, rank, _random.Next());
        }

        return _text.Append(SyntheticWords.IsHan(language) ? '。' : '.').ToString();
    }

    private static string[] Pairs(string text) => [.. Enumerable.Range(0, text.Length / 2).Select(i => text.Substring(2 * i, 2))];
}
