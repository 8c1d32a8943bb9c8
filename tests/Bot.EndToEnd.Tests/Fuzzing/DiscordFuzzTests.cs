using System.Text.Json.Nodes;
using Bot.EndToEnd.Tests.Discord;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Fuzzing;

public sealed class DiscordFuzzTests(ITestOutputHelper output) : DiscordTest
{
    private const int Commands = 3250;
    private const int Presses = 2000;
    private const int Typings = 1000;

    // So many wait for an answer at once: in three seconds it is too late.
    private const int AtOnce = 50;

    private static readonly string[] s_locales = ["en-US", "uk", "ru", "zh-CN", "zh-TW", "de", "", "xx", "<b>"];
    private static readonly IReadOnlyList<string> s_names = ExampleRequests.Commands;
    private static readonly string[] s_options = ["question", "name", "id", "number", "country", "private", "topic", "", "zqxmark"];

    private readonly SeededRandom _random = new(2025_02_17);

    private protected override TimeSpan MaxDuration => TimeSpan.FromSeconds(60);

    public override async ValueTask DisposeAsync()
    {
        var responses = Server.Calls.Of(Callback);
        var log = Log.Lines;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);

        Assert.All(responses, call => Assert.InRange(call.Status, 200, 204));
        foreach (var response in responses)
        {
            HostileInput.AssertClean(response.Body!.ToJsonString());
        }

        Assert.DoesNotContain(log, line => line.Contains("Exception", StringComparison.Ordinal) || line.Contains("zqxmark", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_hostile_command_is_answered()
    {
        await StartReadyBotAsync();

        var types = await SendAsync(Commands, () => _random.Percent(20) ? CheckOfMessage() : Command());

        output.WriteLine($"{Commands} commands: {types.Count} answered.");
        Assert.All(types, type => Assert.Equal(4, type.Type));
        Assert.Equal(Commands, types.Count);
    }

    [Fact]
    public async Task Every_press_on_a_component_that_somebody_made_up_is_answered()
    {
        await StartReadyBotAsync();

        var types = await SendAsync(Presses, Component);

        var dead = types.Count(t => t.IsNotice);
        output.WriteLine($"{Presses} presses: {types.Count - dead} answered ({types.Count(t => t.Type == 7)} in place), {dead} refused as dead.");
        Assert.Equal((548, 224, 1228), (types.Count(t => t is { Type: 4, IsNotice: false }), types.Count(t => t.Type == 7), dead));
    }

    [Fact]
    public async Task Every_hostile_typing_is_offered_what_there_is()
    {
        await StartReadyBotAsync();

        var types = await SendAsync(Typings, Typing);

        output.WriteLine($"{Typings} completions: {types.Count} answered.");
        Assert.All(types, type => Assert.Equal(8, type.Type));
        Assert.Equal(Typings, types.Count);
    }

    // A notice is a line in place of an answer.
    private async Task<List<(int Type, bool IsNotice)>> SendAsync(int count, Func<JsonObject> next)
    {
        var responses = new List<(int, bool)>();
        while (responses.Count < count)
        {
            var sent = Enumerable.Range(0, Math.Min(AtOnce, count - responses.Count)).Select(_ => Server.SendRaw(next())).ToList();
            foreach (var interaction in sent)
            {
                var response = await interaction.ResponseAsync(Deadline);
                responses.Add((response.Type, response.Message is { Content.Length: > 0, Components.Count: 0, Embeds.Count: 0 }));
            }
        }

        return responses;
    }

    private JsonObject Interaction(int type, JsonObject data) => new()
    {
        ["version"] = 1,
        ["type"] = type,
        ["locale"] = _random.Of(s_locales),
        ["channel_id"] = $"{70 + _random.Below(9)}",
        ["user"] = new JsonObject { ["id"] = $"{60 + _random.Below(9)}", ["username"] = "zqxmark", ["global_name"] = HostileInput.Text(_random) },
        ["data"] = data,
    };

    private JsonObject Command() => Interaction(2, new JsonObject
    {
        ["id"] = "1",
        ["name"] = _random.Percent(80) ? _random.Of(s_names) : HostileInput.Text(_random),
        ["type"] = 1,
        ["options"] = new JsonArray([.. Enumerable.Range(0, _random.Below(4)).Select(_ => Option())]),
    });

    private JsonObject CheckOfMessage() => Interaction(2, new JsonObject
    {
        ["id"] = "2",
        ["name"] = CheckMessage,
        ["type"] = 3,
        ["target_id"] = "900",
        ["resolved"] = new JsonObject
        {
            ["messages"] = new JsonObject
            {
                [_random.Percent(90) ? "900" : "901"] = new JsonObject
                {
                    ["content"] = _random.Percent(80) ? HostileInput.Text(_random) : "",
                    ["embeds"] = new JsonArray(new JsonObject { ["title"] = HostileInput.Text(_random), ["description"] = HostileInput.Text(_random) }),
                    ["components"] = new JsonArray(new JsonObject { ["type"] = 17, ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = HostileInput.Text(_random) }) }),
                },
            },
        },
    });

    private JsonObject Component() => Interaction(3, _random.Percent(70)
        ? new JsonObject { ["custom_id"] = HostileInput.Code(_random), ["component_type"] = 2 }
        : new JsonObject { ["custom_id"] = "menu", ["component_type"] = 3, ["values"] = new JsonArray([.. Enumerable.Range(0, _random.Below(3)).Select(_ => JsonValue.Create(HostileInput.Code(_random)))]) });

    private JsonObject Typing()
    {
        var option = Option();
        option["focused"] = true;
        return Interaction(4, new JsonObject { ["id"] = "1", ["name"] = _random.Percent(90) ? _random.Of(s_names) : HostileInput.Text(_random), ["type"] = 1, ["options"] = new JsonArray(Option(), option) });
    }

    private JsonObject Option() => new()
    {
        ["type"] = 3,
        ["name"] = _random.Of(s_options),
        ["value"] = _random.Below(10) switch { 0 => JsonValue.Create(_random.Below(100)), 1 => JsonValue.Create(_random.Percent(50)), 2 => JsonValue.Create(0.5), _ => JsonValue.Create(HostileInput.Text(_random)) },
    };
}
