using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

/// <summary>What an answer announces with a colon is shown as buttons or a menu.</summary>
public sealed class EmptyListsTests
{
    private static readonly string[] s_words = ["", " xyzzy", " 1 January 1999", " Japan", " chess"];

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void A_message_that_ends_in_a_colon_has_follow_ups(string language)
    {
        var seen = 0;
        foreach (var answerer in (Answerer[])[SampleBase.Answerer, new(OtherBase.Bare), new(OtherBase.WithSides)])
        {
            var renderer = new DiscordRenderer(new ContainerWriter(new LocalizedCommandNames()), new ComponentBuilder(new ButtonCode(answerer)));
            foreach (var request in SampleBase.Answerer.ListCommands("en").SelectMany(c => s_words.Select(words => $"/{c.Name}{words}")))
            {
                var response = renderer.Render(answerer.Answer(request, language), default).Content;
                if (response.Texts()[^1].TrimEnd() is [.., ':' or '：'])
                {
                    seen++;
                    Assert.Contains(response.Components(), c => c.CustomId is not null);
                }
            }
        }

        Assert.True(seen > 0);
    }
}
