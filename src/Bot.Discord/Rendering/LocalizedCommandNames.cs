using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Bot.Answers;

namespace Bot.Discord.Rendering;

/// <summary>Replaces the names of commands in sentences by those in the reader's app: <c>/ask</c> is <c>/вопрос</c> in a Russian one.</summary>
internal sealed class LocalizedCommandNames
{
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> _byLanguage = new();

    /// <summary>A sentence with the names of commands in a language.</summary>
    public string In(string sentence, string language)
    {
        if (!sentence.Contains('/'))
        {
            return sentence;
        }

        var names = _byLanguage.GetOrAdd(language, static tag => Answerer.LocalNames(tag).ToFrozenDictionary());
        var text = new StringBuilder(sentence.Length);
        for (var at = 0; at < sentence.Length; at++)
        {
            text.Append(sentence[at]);
            if (sentence[at] != '/' || (at > 0 && IsOfWord(sentence[at - 1])))
            {
                continue;
            }

            var end = at + 1;
            while (end < sentence.Length && IsOfWord(sentence[end]))
            {
                end++;
            }

            if (names.TryGetValue(sentence[(at + 1)..end], out var name))
            {
                text.Append(name);
                at = end - 1;
            }
        }

        return text.ToString();
    }

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '-';
}
