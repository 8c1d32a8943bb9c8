using Bot.Answers;
using Bot.Telegram.Rendering;

namespace Bot.Telegram.Tests.Rendering;

/// <summary>What an answer announces with a colon is shown as buttons.</summary>
public sealed class EmptyListsTests
{
    private static readonly string[] s_words = ["", " xyzzy", " 1 January 1999", " Japan", " chess"];

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void A_message_that_ends_in_a_colon_has_buttons(string language)
    {
        var seen = 0;
        foreach (var answerer in (Answerer[])[SampleBase.Answerer, new(OtherBase.Bare), new(OtherBase.WithSides)])
        {
            var renderer = new TelegramRenderer(answerer);
            foreach (var request in SampleBase.Answerer.ListCommands("en").SelectMany(c => s_words.Select(words => $"/{c.Name}{words}")))
            {
                var page = renderer.Render(answerer.Answer(request, language), default).Content;
                if (page.Html.TrimEnd() is [.., ':' or '：'])
                {
                    seen++;
                    Assert.True(page.Keyboard?.InlineKeyboard.Any(), $"{request}: {page.Html}");
                }
            }
        }

        Assert.True(seen > 0);
    }
}
