using System.Net;
using System.Text.Json;
using Bot.EndToEnd.Tests.Discord;
using Bot.Logging;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Monitoring;

/// <summary>The program on both stand-ins, and those who watch it over HTTP.</summary>
public abstract class MonitoringTest : DiscordTest
{
    private protected override bool IsProcess => true;

    private protected const string TelegramSecret = "neither-to-be-shown_AAFqTcvCH1vGWJxfSeofSAs0K5PA";
    private protected const string TelegramToken = "4242:" + TelegramSecret;

    private readonly HttpClient _http = new();
    private readonly List<IProgram> _programs = [];

    private protected static TelegramUser Tess { get; } = new(7_111_222_333, "Tess", "en", "tess");

    private protected TelegramServer Telegram { get; set; } = null!;

    private protected TelegramChat TesssChat => Telegram.PrivateChat(Tess);

    /// <summary>Where the program listens; known once it does.</summary>
    private protected string Url { get; private set; } = "";

    /// <summary>Where a shell lets the program read from and write to, such as <c>&gt;/dev/full</c>; empty: it is read here.</summary>
    private protected string Redirection { get; set; } = "";

    private protected virtual TelegramServerOptions TelegramOptions => new() { Token = TelegramToken };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Telegram = await TelegramServer.StartAsync(TelegramOptions, Deadline);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        _http.Dispose();
        await Telegram.DisposeAsync();
        Assert.DoesNotContain(Log.Lines, line => line.Contains(TelegramSecret, StringComparison.Ordinal));
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the program in this process on both platforms; a variable without a value is left out.</summary>
    private protected IProgram Start(params (string Name, string? Value)[] more) => Started(HostedProgram.Start(Folder, Log, Variables(more)));

    /// <summary>Starts the program as a process of its own.</summary>
    private protected BotProgram StartProcess(params (string Name, string? Value)[] more) => Started(BotProgram.Start(Folder, Log, Variables(more), Redirection));

    private T Started<T>(T program)
        where T : IProgram
    {
        _programs.Add(program);
        return program;
    }

    private Dictionary<string, string> Variables((string Name, string? Value)[] more)
    {
        var variables = new Dictionary<string, string?>
        {
            ["Discord__Token"] = Token,
            ["Discord__ApiUrl"] = Server.ApiUrl,
            ["Telegram__Token"] = TelegramToken,
            ["Telegram__ApiUrl"] = Telegram.Url,
            ["Http__Urls"] = "http://127.0.0.1:0",
        };
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
    }

    /// <summary>
    /// Starts the program as a process, and waits until it listens. Its metrics are its own: those of a process are of all that runs in it,
    /// the bots of other tests too.
    /// </summary>
    private protected async Task<BotProgram> StartListeningProcessAsync(params (string Name, string? Value)[] more)
    {
        var program = StartProcess(more);
        await ListeningAsync();
        return program;
    }

    /// <summary>Starts the program in this process, and waits until it listens.</summary>
    private protected async Task<IProgram> StartListeningAsync(params (string Name, string? Value)[] more)
    {
        var program = Start(more);
        await ListeningAsync();
        return program;
    }

    /// <summary>Waits until the program listens.</summary>
    private protected async Task ListeningAsync()
    {
        var line = (await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.Listening, "http"), Deadline)).Text;
        Url = line[line.IndexOf("http", StringComparison.Ordinal)..].Split(' ', ',')[0];
    }

    /// <summary>Gets a page.</summary>
    private protected async Task<(HttpStatusCode Status, string Type, string Text)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(Url + path), Deadline);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsStringAsync(Deadline));
    }

    /// <summary>The health of the components: name, status, detail.</summary>
    private protected async Task<(HttpStatusCode Status, string All, Dictionary<string, (string Status, string? Detail, DateTimeOffset Since)> Components)> ReadyAsync()
    {
        var (status, type, text) = await GetAsync("/health/ready");
        Assert.Equal("application/json", type);
        var json = JsonElement.Parse(text);
        return (
            status,
            json.GetProperty("status").GetString()!,
            json.GetProperty("components").EnumerateArray().ToDictionary(
                p => p.GetProperty("name").GetString()!,
                p => (p.GetProperty("status").GetString()!, p.GetProperty("detail").GetString(), p.GetProperty("since").GetDateTimeOffset())));
    }

    /// <summary>Waits until the health of a component is the awaited one.</summary>
    private protected Task<(string Status, string? Detail, DateTimeOffset Since)> WaitForComponentAsync(string name, Func<(string Status, string? Detail, DateTimeOffset Since), bool> isSo) =>
        ProcessHealth.WaitForAsync(async () => (await ReadyAsync()).Components[name], isSo, Deadline);

    /// <summary>Lets Tess ask on Telegram.</summary>
    private protected async Task<ChatMessage> AskOnTelegramAsync(string text)
    {
        var before = TesssChat.BotMessages.Count;
        TesssChat.Send(Tess, text);
        return (await TesssChat.WaitForBotMessagesAsync(before + 1, Deadline))[before];
    }

    /// <summary>The value of a series; null when there is none. Labels may be in any order.</summary>
    private protected static double? Series(string metrics, string name, params string[] labels) => metrics.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is ' ' or '{' && labels.All(l => line.Contains(l, StringComparison.Ordinal)))
        .Select(line => (double?)double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
