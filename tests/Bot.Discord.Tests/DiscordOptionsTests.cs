using Bot.Discord.Configuration;

namespace Bot.Discord.Tests;

public sealed class DiscordOptionsTests
{
    private const string Secret = "never-to-be-shown.abc.def";

    [Fact]
    public void Without_a_token_nothing_is_on_and_nothing_is_wrong()
    {
        var options = new DiscordOptions();

        Assert.False(options.IsEnabled);
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void A_token_alone_turns_it_on()
    {
        var options = new DiscordOptions { Token = $" {Secret}\n" };

        Assert.True(options.IsEnabled);
        Assert.Empty(options.Validate());
        Assert.False(options.UsesHttp);
        Assert.Equal("https://discord.com/api/v10/", options.ApiAddress);
        Assert.Null(options.ShardCount);
        Assert.Null(options.Guild);
        Assert.Equal("/interactions", options.EndpointPath);
    }

    [Fact]
    public void Every_key_may_be_set()
    {
        var options = new DiscordOptions
        {
            Token = Secret,
            ApiUrl = "http://127.0.0.1:81/api/v10",
            GatewayUrl = "ws://127.0.0.1:82",
            Client = "own",
            Mode = "http",
            Path = "/discord/in",
            PublicKey = new string('a', 64),
            Shards = "4",
            GuildId = "1234567890",
        };

        Assert.Empty(options.Validate());
        Assert.True(options.UsesHttp);
        Assert.Equal("http://127.0.0.1:81/api/v10/", options.ApiAddress);
        Assert.Equal(4, options.ShardCount);
        Assert.Equal(1234567890UL, options.Guild);
        Assert.Equal("/discord/in", options.EndpointPath);
    }

    [Theory]
    [InlineData("Token", "Bot never-to-be-shown.abc.def", "Discord:Token is not a bot's token; copy only the token, without the word Bot, from the developer portal (Bot, Reset Token)")]
    [InlineData("ApiUrl", "discord.com", "Discord:ApiUrl is 'discord.com'; set it to an address including the version, such as https://discord.com/api/v10/, or leave it out")]
    [InlineData("GatewayUrl", "https://gateway.discord.gg", "Discord:GatewayUrl is 'https://gateway.discord.gg'; set it to an address that begins with wss:// or ws://, or leave it out")]
    [InlineData("Client", "Discord", "Discord:Client is 'Discord'; set it to Own or Discord.Net, or leave it out")]
    [InlineData("Mode", "Webhook", "Discord:Mode is 'Webhook'; set it to Gateway or Http, or leave it out")]
    [InlineData("Path", "interactions", "Discord:Path is 'interactions'; set it to a path such as /interactions, or leave it out")]
    [InlineData("Path", "/{x}", "Discord:Path is '/{x}'; set it to a path such as /interactions, or leave it out")]
    [InlineData("PublicKey", "abc", "Discord:PublicKey is not 64 hexadecimal digits; copy it from the developer portal (General Information, Public Key), or leave it out")]
    [InlineData("Shards", "0", "Discord:Shards is '0'; set it to a whole number from 1 to 10000, or leave it out")]
    [InlineData("Shards", "1000000000", "Discord:Shards is '1000000000'; set it to a whole number from 1 to 10000, or leave it out")]
    [InlineData("Shards", "many", "Discord:Shards is 'many'; set it to a whole number from 1 to 10000, or leave it out")]
    [InlineData("GuildId", "my server", "Discord:GuildId is 'my server'; set it to the digits of a server's id (Copy Server ID, in developer mode), or leave it out")]
    public void What_is_wrong_is_named_with_its_remedy_and_without_the_secret(string key, string value, string problem)
    {
        var options = new DiscordOptions { Token = Secret };
        typeof(DiscordOptions).GetProperty(key)!.SetValue(options, value);

        Assert.Equal([problem], options.Validate());
    }

    [Fact]
    public void Discord_Net_takes_interactions_over_the_gateway_only()
    {
        Assert.Empty(new DiscordOptions { Token = Secret, Client = "discord.net", Mode = "Gateway" }.Validate());
        Assert.Equal(
            ["Discord:Client is 'Discord.Net', which takes interactions over the gateway only; leave Discord:Mode or Discord:Client out"],
            new DiscordOptions { Token = Secret, Client = "Discord.Net", Mode = "Http" }.Validate());
    }

    [Theory]
    [InlineData("ApiUrl", "https://discord.com/api/v10/")]
    [InlineData("Client", "Discord.Net")]
    [InlineData("Mode", "Gateway")]
    [InlineData("GuildId", "1")]
    public void Other_keys_without_a_token_are_a_mistake(string key, string value)
    {
        var options = new DiscordOptions();
        typeof(DiscordOptions).GetProperty(key)!.SetValue(options, value);

        Assert.Equal(
            ["Discord:Token is not set, but other keys of Discord are; set it to the token of the developer portal (Bot, Reset Token), or leave the section out"],
            options.Validate());
    }
}
