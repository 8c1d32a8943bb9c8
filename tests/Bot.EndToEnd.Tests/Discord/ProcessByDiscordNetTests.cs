#if DISCORD_NET
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public sealed class ProcessByDiscordNetTests : DiscordTest
{
    private protected override bool IsProcess => true;

    private protected override DiscordClientKind Kind => DiscordClientKind.Net;

    private Dictionary<string, string> Variables => new()
    {
        ["Discord__Token"] = Token,
        ["Discord__ApiUrl"] = Server.ApiUrl,
        ["Discord__Client"] = "Discord.Net",
    };

    [Fact]
    public async Task The_setting_chooses_Discord_Net_and_the_process_ends_when_it_is_asked_to()
    {
        await using var bot = BotProgram.Start(Folder, Log, Variables);
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);

        await AskAsync();

        Assert.Equal(0, await bot.TerminateAsync(Deadline));
        Assert.All(Server.Calls, call => Assert.Matches(Kind.UserAgent, call.Headers["user-agent"]));
    }

    [Fact]
    public async Task A_token_that_is_not_known_ends_the_process_with_4()
    {
        ExpectsErrors = true;
        Server.ResetToken();
        await using var bot = BotProgram.Start(Folder, Log, Variables);

        Assert.Equal(4, await bot.EndedAsync(Deadline));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.TokenRejected), Deadline);
    }
}
#endif
