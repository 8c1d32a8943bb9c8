using System.Buffers;
using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>Finds the name in a message that asks who someone is.</summary>
internal static class WhoIsQuestion
{
    // The longest name of a person or an organisation is shorter.
    private const int MaxNameLength = 80;
    private const int MaxNameWords = 6;

    // What separates a name from a second question.
    private static readonly SearchValues<char> s_punctuation = SearchValues.Create(",;:?!，。；：？！、\n");

    // Folded words before the question.
    private static readonly string[] s_openers =
    [
        "so", "and", "ok", "hi", "hello", "hey", "please", "bot", "then", "can you", "could you", "tell me", "do you know", "i want to know", "explain",
        "а", "и", "ну", "бот", "привет", "скажи", "скажите", "подскажи", "подскажите", "расскажи", "расскажите", "объясни", "напомни", "ты знаешь", "знаешь", "знаете", "вы знаете",
        "та", "і", "боте", "привіт", "скажіть", "підкажи", "підкажіть", "розкажи", "розкажіть", "поясни", "нагадаи", "ти знаєш", "знаєш", "знаєте",
        "请问", "想问", "我想知道", "告诉我", "那么", "那", "你知道", "你知不知道", "话我知",
    ];

    // Han particles after it.
    private static readonly string[] s_particles = ["啊", "呀", "呢", "吗", "吖", "来的", "来嘅", "㗎"];

    // Folded words around a name, the longest first, since shorter ones are parts of them. Either may be empty, but not both.
    private static readonly (string Before, string After)[] s_patterns =
    [
        .. ((IEnumerable<(string Before, string After)>)
        [
            .. Patterns("[who is|whos|who was|who are|who were|who the hell is|who the heck is|who the fuck is|who tf is|who exactly is|who even is|who is this|who is that|who r|who]"),
            .. Patterns("who", "[is|was|are]"),
            .. Patterns("", "[who is that|who is this|who is he|who is she|who is it|who are they|who was that|who was he|who was she|whos that|whos this|whos he|whos she|who that|who dis|who]"),
            .. Patterns("кто [|такои|такая|такие|такое|это такои|это такая|это такие|это|есть|был|была|же такои|же такая|же это|вообще такои|вообще такая|он такои]"),
            .. Patterns("кем [является|был|была]"),
            .. Patterns("", "[|это ]кто[| такои| такая| такие| это| это такои| это такая| это такие| он| она| он такои| она такая]"),
            .. Patterns("хто [|такии|така|такі|таке|це такии|це така|це такі|це|є|був|була|ж такии|ж така|ж це|взагалі такии|взагалі така|він такии]"),
            .. Patterns("ким [є|був|була]"),
            .. Patterns("", "[|це ]хто[| такии| така| такі| це| це такии| це така| це такі| він| вона| він такии| вона така]"),
            .. Patterns("", "[|究竟|到底|又][是|系][谁|边个|边位|哪位|何人|何许人|何许人也|什么人|甚么人|什么人物|什么来头|咩人|乜人|乜嘢人|哪个]"),
            .. Patterns("", "[|他|她|佢]谁"),
            .. Patterns("[谁|边个|边位|哪位|哪个][是|系]"),
        ]).OrderByDescending(pattern => pattern.Before.Length + pattern.After.Length),
    ];

    // What follows "who is" without being a name. Whether the rest is a name depends on the base.
    private static readonly HashSet<string> s_noNames =
    [
        .. "is are was were r a an the to in at on for from with behind not i you he she it we they this that these those there here going coming attending responsible present invited involved right wrong lying winning leading paying speaking talking next first last more better best".Split(' '),
        .. "я ты он она оно мы вы они это этот эта тот та там тут здесь еще был была были будет есть сказал сказала в на из от за с у о и не такои такая такие такое".Split(' '),
        .. "ти він вона воно ми ви вони це цеи ця тои там тут ще був була були буде є сказав сказала в у на з із від за про і та не такии така такі таке".Split(' '),
        .. "是 系 你 您 妳 我 他 她 它 这 那 你们 他们 这个 那个 这位 那位 呢个".Split(' '),
    ];

    /// <summary>
    /// The name as it is written, without quotes and final punctuation; null when the message does not ask who someone is, or asks more.
    /// Whether it names anybody is for the caller to check.
    /// </summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    public static string? NameIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 2 * MaxNameLength)
        {
            return null;
        }

        var message = WithoutParticle(WithoutOpeners(Trim(text)));
        foreach (var (before, after) in s_patterns)
        {
            if (After(message, before) is { } start && Before(message, after) is { } end && start < end)
            {
                return Name(message[start..end]);
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutOpeners(ReadOnlySpan<char> message)
    {
        for (var i = 0; i < s_openers.Length; i++)
        {
            if (After(message, s_openers[i]) is { } start && start < message.Length)
            {
                // Another may follow: "so tell me".
                message = Trim(message[start..]);
                i = -1;
            }
        }

        return message;
    }

    private static ReadOnlySpan<char> WithoutParticle(ReadOnlySpan<char> message)
    {
        foreach (var particle in s_particles)
        {
            if (Before(message, particle) is { } end && end > 0)
            {
                return message[..end];
            }
        }

        return message;
    }

    private static IEnumerable<(string Before, string After)> Patterns(string before, string after = "") =>
        PhraseFile.Expand(before).SelectMany(_ => PhraseFile.Expand(after), (first, last) => (Before: first.Trim(), After: last.Trim()));

    private static string? Name(ReadOnlySpan<char> text)
    {
        var name = Trim(text);
        if (name.IsEmpty || name.Length > MaxNameLength || name.ContainsAny(s_punctuation))
        {
            return null;
        }

        var folded = Folding.Fold(name.ToString());
        var words = folded.Split(Folding.Separator);
        return words.Length > MaxNameWords || s_noNames.Contains(words[0]) || s_noNames.Contains(folded) || !folded.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : name.ToString();
    }

    // Without what is neither letter nor digit at either end.
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] != ')' && text[end - 1] != '.')
        {
            end--;
        }

        return text[start..end].TrimEnd('.').TrimEnd();
    }

    // Where a text goes on after folded words that it begins with.
    private static int? After(ReadOnlySpan<char> text, string words)
    {
        var at = 0;
        foreach (var expected in words)
        {
            at = SkipIgnored(text, at);
            if (at == text.Length || Folding.Fold(text[at]) != expected)
            {
                return null;
            }

            at++;
            while (expected == Folding.Separator && at < text.Length && Folding.Fold(text[at]) is Folding.Separator or '\0')
            {
                at++;
            }
        }

        return at == 0 || at == text.Length || Folding.IsHan(text[at - 1]) || Folding.Fold(text[at]) == Folding.Separator ? at : null;
    }

    // Where a text stops before folded words that it ends with.
    private static int? Before(ReadOnlySpan<char> text, string words)
    {
        var end = text.Length;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            while (end > 0 && Folding.Fold(text[end - 1]) == '\0')
            {
                end--;
            }

            if (end == 0 || Folding.Fold(text[end - 1]) != words[i])
            {
                return null;
            }

            end--;
            while (words[i] == Folding.Separator && end > 0 && Folding.Fold(text[end - 1]) is Folding.Separator or '\0')
            {
                end--;
            }
        }

        return end == 0 || end == text.Length || Folding.IsHan(text[end]) || Folding.Fold(text[end - 1]) == Folding.Separator ? end : null;
    }

    private static int SkipIgnored(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Folding.Fold(text[at]) == '\0')
        {
            at++;
        }

        return at;
    }
}
