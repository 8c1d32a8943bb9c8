using Bot.Answers.Model;

namespace Bot.Adapters.Text;

/// <summary>As much of somebody else's message as a request may hold.</summary>
public static class Excerpt
{
    /// <summary>The text, or its beginning up to the end of a word.</summary>
    public static string Take(string text)
    {
        text = text.Trim();
        if (text.Length <= Request.MaxLength)
        {
            return text;
        }

        var end = text.LastIndexOfAny([' ', '\n', '。', '，', '.', ','], Request.MaxLength - 1);
        return text[..(end > 0 ? end : Request.MaxLength - 1)];
    }
}
