using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>The form of a question: what its words ask for, apart from what they are about.</summary>
internal static class QuestionForm
{
    // Folded. Words that also join clauses, such as что, count at the beginning only.
    private static readonly HashSet<string> s_asking =
    [
        "what", "when", "where", "who", "whom", "whose", "why", "how", "which",
        "кто", "кого", "кому", "кем", "когда", "где", "куда", "почему", "зачем", "сколько", "какои", "какая", "какое", "какие", "каком", "какую", "каких", "чем", "чего",
        "хто", "ким", "коли", "де", "куди", "чому", "навіщо", "скільки", "якии", "яка", "яке", "які", "якому", "яку", "яких", "чим", "чого",
    ];

    private static readonly HashSet<string> s_askingFirst = ["что", "как", "що", "як"];

    private static readonly string[] s_askingHan =
        ["什么", "甚么", "谁", "哪", "几", "多少", "多久", "为何", "为什么", "怎", "点解", "边个", "乜", "何时", "何地", "啥"];

    // What may stand before the first word of a question.
    private static readonly HashSet<string> s_openings = ["and", "but", "so", "ok", "а", "и", "но", "ну", "так", "і", "й", "але", "та"];

    // Verbs and particles with which a question without an asking word begins.
    private static readonly HashSet<string> s_verbs =
        ["did", "do", "does", "was", "were", "is", "are", "has", "have", "had", "can", "could", "will", "would", "правда", "разве", "неужели", "чи", "хіба", "невже"];

    private static readonly string[] s_particles = ["吗", "么", "呢", "咩", "未", "有冇", "有没有", "是不是", "系咪"];

    private static readonly string[] s_negations = ["不", "没", "未", "无", "唔", "冇", "拒"];

    private static readonly HashSet<string> s_negationWords =
        ["not", "no", "never", "none", "nobody", "without", "didnt", "wasnt", "werent", "isnt", "dont", "doesnt", "wont", "cant", "refused", "не", "нет", "никто", "без", "ні", "ніхто", "немає", "відмовився", "отказался"];

    /// <summary>Whether a text asks for something, rather than whether something is so.</summary>
    public static bool AsksForValue(string text)
    {
        var folded = Folding.Fold(text);
        var isFirst = true;
        foreach (var range in folded.AsSpan().Split(Folding.Separator))
        {
            var word = folded[range];
            if (s_asking.Contains(word) || (isFirst && s_askingFirst.Contains(word)))
            {
                return true;
            }

            isFirst = false;
        }

        return Array.Exists(s_askingHan, w => folded.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>Whether a text asks whether something is so.</summary>
    public static bool AsksWhether(string text) => IsQuestion(text) && !AsksForValue(text);

    /// <summary>Whether a text is a question: it has a question mark, begins like one, or in Chinese has a word that asks.</summary>
    public static bool IsQuestion(string text)
    {
        if (text.AsSpan().IndexOfAny('?', '？') >= 0)
        {
            return true;
        }

        var folded = Folding.Fold(text);
        foreach (var range in folded.AsSpan().Split(Folding.Separator))
        {
            var word = folded[range];
            if (!s_openings.Contains(word))
            {
                return s_asking.Contains(word) || s_askingFirst.Contains(word) || s_verbs.Contains(word) || AsksInHan(folded);
            }
        }

        return false;
    }

    /// <summary>Whether a text denies something.</summary>
    public static bool Denies(string text)
    {
        var folded = Folding.Fold(text);
        foreach (var range in folded.AsSpan().Split(Folding.Separator))
        {
            if (s_negationWords.Contains(folded[range]))
            {
                return true;
            }
        }

        return Array.Exists(s_negations, w => folded.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>The number of words of a text; two Han characters count as one.</summary>
    public static int CountWords(string text)
    {
        var folded = Folding.Fold(text);
        var (words, han, inWord) = (0, 0, false);
        foreach (var c in folded)
        {
            han += Folding.IsHan(c) ? 1 : 0;
            var isLetter = c != Folding.Separator && !Folding.IsHan(c);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }

        return words + ((han + 1) / 2);
    }

    private static bool AsksInHan(string folded) =>
        Array.Exists(s_askingHan, w => folded.Contains(w, StringComparison.Ordinal)) || Array.Exists(s_particles, w => folded.EndsWith(w, StringComparison.Ordinal));
}
