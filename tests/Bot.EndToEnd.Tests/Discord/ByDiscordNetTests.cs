#if DISCORD_NET
namespace Bot.EndToEnd.Tests.Discord;

// What the bot does is the same over Discord.Net: the same tests, by another connection.

public sealed class AnsweringByDiscordNetTests : AnsweringTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class ButtonsByDiscordNetTests : ButtonTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class CompletionByDiscordNetTests : CompletionTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class CommandsByDiscordNetTests : CommandTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class FirstContactByDiscordNetTests : FirstContactTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class RenderingByDiscordNetTests : RenderingTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class GatewayByDiscordNetTests : GatewayTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class ResumingByDiscordNetTests : ResumingTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class ShardsByDiscordNetTests : ShardTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}

public sealed class RateLimitsByDiscordNetTests : RateLimitTests
{
    private protected override DiscordClientKind Kind => DiscordClientKind.Net;
}
#endif
