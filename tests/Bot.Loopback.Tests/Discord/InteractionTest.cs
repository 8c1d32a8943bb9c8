using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

/// <summary>A server with commands, and a bot that is connected.</summary>
public abstract class InteractionTest : ServerTest
{
    private protected RawGateway Gateway { get; private set; } = null!;

    private protected async Task StartAsync()
    {
        await Bot.RegisterAsync("""
            [
              {"name":"who","description":"Who?","integration_types":[0,1],"contexts":[0,1,2],"name_localizations":{"uk":"хто"},"options":[
                {"type":3,"name":"name","description":"The name","required":true,"autocomplete":true,"max_length":20,"name_localizations":{"uk":"імя"}},
                {"type":3,"name":"kind","description":"The kind","choices":[{"name":"Person","value":"p","name_localizations":{"uk":"Людина"}},{"name":"Place","value":"l"}]},
                {"type":4,"name":"year","description":"The year","min_value":2014,"max_value":2025},
                {"type":10,"name":"share","description":"The share"},
                {"type":5,"name":"private","description":"For oneself"}]},
              {"name":"list","description":"List","options":[{"type":1,"name":"topics","description":"Topics","options":[{"type":4,"name":"page","description":"Page"}]}]},
              {"name":"here","description":"Here","contexts":[0],"integration_types":[0]},
              {"name":"mine","description":"Mine","integration_types":[1],"contexts":[0,1,2]},
              {"name":"Check","type":3}
            ]
            """);
        (Gateway, _) = await ReadyAsync();
    }

    /// <summary>What the bot is told next.</summary>
    private protected async Task<JsonNode> ReceivedAsync()
    {
        var next = await Gateway.NextAsync();
        Assert.Equal("INTERACTION_CREATE", (string?)next["t"]);
        return next["d"]!;
    }

    /// <summary>A message of the bot that answers a command of Ann's.</summary>
    private protected async Task<DiscordMessage> MessageAsync(string data, DiscordPlace? place = null)
    {
        var interaction = (place ?? Channel).Run(Ann, "who", new() { ["name"] = "x" });
        Assert.Equal("204", await Bot.RespondAsync(interaction, $$"""{"type":4,"data":{{data}}}"""));
        await ReceivedAsync();
        return await interaction.MessageAsync(Deadline);
    }
}
