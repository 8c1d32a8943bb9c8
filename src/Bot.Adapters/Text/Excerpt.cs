using Bot.Answers.Model;

namespace Bot.Adapters.Text;

/// <summary>Shortens another user's message to the maximum length of a request.</summary>
public static class Excerpt
{
    /// <summary>The text, cut at the end of a word if it is too long.</summary>
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
