using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>
/// Counts the words of a question that look like a name and occur nowhere in the base: with a capital letter inside a sentence, with a patronymic's ending, or
/// as a run of the Han characters that transliterate foreign names. Immutable and safe for any number of threads.
/// </summary>
internal sealed class UnknownNames
{
    private const int MinLength = 3;
    private const int MinPatronymic = 7;
    private const int MinHanRun = 3;

    // A word is known by its first two thirds, at least four letters, because inflection changes the end.
    private const int MinStem = 4;

    private const string Transliterating =
        "阿埃艾爱安奥巴白班邦贝本比彼别宾波伯勃布查川达戴丹道德登迪蒂丁杜多恩尔法凡菲费芬佛夫弗福盖甘冈戈格根贡古哈海汉赫亨胡霍基吉加贾杰金卡凯坎康科克肯库夸拉莱兰朗劳勒雷里利林列卢鲁伦罗洛吕马迈曼梅蒙米密明莫姆穆纳内尼涅纽诺欧帕潘佩彭皮珀普齐奇钱乔丘让日荣萨塞桑沙舍申史斯舒朔司思苏索塔泰坦汤特提图托瓦万威韦维温沃乌西希夏肖谢辛休许雅亚扬耶叶伊因尤约泽扎詹兹佐娜莎莉丝芙琳顿";

    private static readonly HashSet<char> s_transliterating = [.. Transliterating];
    private static readonly string[] s_patronymics = ["ович", "овича", "овичу", "евич", "евича", "евичу", "овна", "овны", "івна", "івни", "иович", "иовича"];

    // Words with a capital letter that name nobody.
    private static readonly HashSet<string> s_plain =
    [
        "what", "when", "where", "who", "why", "how", "the", "did", "does", "was", "were", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "feb",
    ];

    private readonly HashSet<int> _stems = [];
    private readonly HashSet<int> _pairs = [];

    /// <summary>Reads the words that a base knows.</summary>
    /// <param name="base">The base.</param>
    /// <param name="texts">The folded texts of its facts.</param>
    public UnknownNames(FactBase @base, IEnumerable<string> texts)
    {
        var names = @base.Parties.SelectMany(p => p.Spellings).Concat(@base.Topics.SelectMany(t => t.Keywords)).Select(Folding.Fold);
        foreach (var text in texts.Concat(names))
        {
            foreach (var range in text.AsSpan().Split(Folding.Separator))
            {
                AddWord(text.AsSpan()[range]);
            }
        }
    }

    /// <summary>The number of unknown names in a question.</summary>
    /// <param name="text">The question as it was written.</param>
    /// <param name="canonical">The same, folded, with the known names replaced.</param>
    public int Count(string text, string canonical) => CountWords(text) + CountHan(canonical);

    private void AddWord(ReadOnlySpan<char> word)
    {
        if (word.Length > 0 && !Folding.IsHan(word[0]))
        {
            _stems.Add(Stem(word));
        }

        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (Folding.IsHan(word[i]) && Folding.IsHan(word[i + 1]))
            {
                _pairs.Add(Pair(word, i));
            }
        }
    }

    private int CountWords(string text)
    {
        Span<char> folded = stackalloc char[QueryLimits.MaxLength];
        var (count, isFirst, writesCapitals) = (0, true, HasMostlyCapitals(text));
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && Folding.Fold(text[at]) is var c && c != Folding.Separator && !Folding.IsHan(c))
            {
                at++;
            }

            if (at == start)
            {
                isFirst |= text[at] is '.' or '?' or '!' or '\n' or '？' or '！' or '。';
                at++;
                continue;
            }

            var word = folded[..Folding.Fold(text.AsSpan(start, Math.Min(at - start, folded.Length)), folded)];
            var isName = char.IsUpper(text[start]) && !isFirst && !writesCapitals && word.Length >= MinLength;
            count += (isName || IsPatronymic(word)) && !_stems.Contains(Stem(word)) && !s_plain.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            isFirst = false;
        }

        return count;
    }

    private int CountHan(string canonical)
    {
        var (count, run) = (0, 0);
        for (var i = 0; i <= canonical.Length; i++)
        {
            if (i < canonical.Length && s_transliterating.Contains(canonical[i]) && !IsKnownPair(canonical, i) && !(i > 0 && IsKnownPair(canonical, i - 1)))
            {
                run++;
                continue;
            }

            count += run >= MinHanRun ? 1 : 0;
            run = 0;
        }

        return count;
    }

    private bool IsKnownPair(string text, int at) => at + 1 < text.Length && _pairs.Contains(Pair(text, at));

    private static bool HasMostlyCapitals(string text)
    {
        var (letters, capitals) = (0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals * 2 > letters;
    }

    private static bool IsPatronymic(ReadOnlySpan<char> word)
    {
        foreach (var ending in s_patronymics)
        {
            if (word.Length >= MinPatronymic && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Stem(ReadOnlySpan<char> word) => string.GetHashCode(word[..Math.Min(word.Length, Math.Max(MinStem, ((word.Length * 2) + 2) / 3))], StringComparison.Ordinal);

    private static int Pair(ReadOnlySpan<char> text, int at) => (text[at] << 16) | text[at + 1];
}
