using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>On Discord, a base of another kind is served without a word of the base that is shipped.</summary>
public sealed class AnotherBaseTests : DiscordTest
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private protected override TimeSpan MaxDuration => TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-TW")]
    [InlineData("zh-CN")]
    [InlineData("ru")]
    [InlineData("uk")]
    public async Task No_message_button_choice_command_or_line_of_the_log_has_a_word_of_another_base(string locale)
    {
        await StartReadyBotAsync(OpeningHours.Answerer);
        var reader = new DiscordUser(61, "Rea", locale);
        var commands = Server.RegisteredCommands().OfType<JsonObject>().Where(c => c["options"] is JsonArray).ToDictionary(Name, c => c["options"]!.AsArray().OfType<JsonObject>().ToList());
        Assert.Empty(commands.Keys.Intersect(OpeningHoursRequests.NotOffered));
        var message = await RunAsync(reader, "about");
        foreach (var request in OpeningHoursRequests.All)
        {
            var (command, words) = request[0] == '/' ? Split(request) : ("ask", request);
            if (commands.TryGetValue(command, out var options) && (words.Length > 0 || options[0]["required"]?.GetValue<bool>() != true))
            {
                message = await RunAsync(reader, command, words.Length == 0 || options.Count == 1 ? [] : new JsonObject { [Name(options[0])] = words });
            }
        }

        foreach (var (command, option) in commands.SelectMany(c => c.Value.SkipLast(1).Select(o => (c.Key, Name(o)))))
        {
            await Channel.Type(reader, command, new JsonObject { [option] = "museum" }, option).ResponseAsync(Deadline);
        }

        var check = Server.RegisteredCommands().OfType<JsonObject>().Single(c => c["options"] is not JsonArray);
        await Channel.CheckMessage(reader, Name(check), "The museum is open until nine on Mondays.").MessageAsync(Deadline);
        await Channel.Press(reader, message, message.Buttons[0]).ResponseAsync(Deadline);
        await Server.SendRaw(Press("nonsense", locale)).ResponseAsync(Deadline);

        var sent = Server.Calls.Select(c => c.Body).OfType<JsonNode>().Select(b => b.ToJsonString(s_readable)).ToList();
        Assert.Contains(sent, text => text.Contains("Mara Holt", StringComparison.Ordinal));
        Assert.All(sent.Concat(Log.Lines), text => Assert.Empty(WordsOfAnotherBase.In(text)));
    }

    [Fact]
    public async Task Nothing_is_offered_or_announced_that_the_base_does_not_have()
    {
        await StartReadyBotAsync(OpeningHours.Answerer);
        var commands = Server.RegisteredCommands().OfType<JsonObject>().ToList();
        foreach (var command in commands.Where(c => c["options"] is JsonArray { Count: 1 }).Select(Name))
        {
            Assert.DoesNotMatch(OpeningHoursRequests.Absent, Text(await RunAsync(Ann, command)));
        }

        Assert.DoesNotContain(commands.Select(Name), OpeningHoursRequests.NotOffered.Contains);
        Assert.All(commands, command => Assert.DoesNotMatch(OpeningHoursRequests.Absent, command.ToJsonString(s_readable)));
    }

    private static string Name(JsonObject named) => named["name"]!.GetValue<string>();

    private static (string Command, string Words) Split(string request) =>
        request.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (request[1..space], request[(space + 1)..]) : (request[1..], "");
}
