using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

/// <summary>A server, a bot and some people, for one test.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private protected static TelegramUser Ann { get; } = new(11, "Ann", "uk", "ann");

    private protected static TelegramUser Bob { get; } = new(12, "Bob");

    private protected TestClock Time { get; } = new();

    private protected TelegramServer Server { get; private set; } = null!;

    private protected BotClient Client { get; private set; } = null!;

    /// <summary>Ends a test that waits for what never comes.</summary>
    private protected CancellationToken Deadline => _deadline.Token;

    private protected virtual TelegramServerOptions Options => new() { Time = Time };

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(TimeSpan.FromSeconds(30));
        Server = await TelegramServer.StartAsync(Options, Deadline);
        Client = new(Server, Deadline);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        _deadline.Dispose();
        GC.SuppressFinalize(this);
    }
}
