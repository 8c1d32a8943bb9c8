using System.Text;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>The English ending <c>'s</c>, which is no part of a name.</summary>
internal static class Possessives
{
    /// <summary>A text without this ending, whatever was typed for the apostrophe; the same string when there is none.</summary>
    public static string Remove(string text)
    {
        StringBuilder? shorter = null;
        var copied = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at + 1] is 's' or 'S' && Folding.IsApostrophe(text[at]) && char.IsLetter(text[at - 1]) && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2])))
            {
                (shorter ??= new StringBuilder(text.Length)).Append(text, copied, at - copied);
                copied = at + 2;
            }
        }

        return shorter is null ? text : shorter.Append(text, copied, text.Length - copied).ToString();
    }
}
