using System.Text.Json.Nodes;

namespace Bot.EndToEnd.Tests.Discord;

public class FirstContactTests : DiscordTest
{
    [Fact]
    public async Task A_question_is_answered()
    {
        await StartReadyBotAsync();

        var message = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question });

        Assert.Contains(AnswerToQuestion, Text(message), StringComparison.Ordinal);
        Assert.False(message.IsEphemeral);
    }
}
