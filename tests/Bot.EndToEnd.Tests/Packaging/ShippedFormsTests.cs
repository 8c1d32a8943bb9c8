using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Bot.EndToEnd.Tests.Discord;
using Bot.Logging;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Packaging;

/// <summary>
/// The container and the systemd unit, started with the environment that their own files give: by a user without rights where the tests
/// may choose one, in a folder that nothing can be written in. A restart goes on with Discord's session, and the port is on loopback.
/// </summary>
[UnsupportedOSPlatform("windows")]
[Trait("Program", "Published")]
public sealed class ShippedFormsTests : IAsyncLifetime
{
    private const string Question = "How long did the Riyadh talks last?";
    private const string AnswerToQuestion = "lasted about 4.5 hours, according to Politico.";

    // The user of the container's image (Bot.csproj, ContainerUser), who has no rights anywhere else either.
    private const string User = "1654";

    // What the base image sets (dotnet-docker, runtime-deps 10.0).
    private static readonly (string Name, string Value)[] s_baseImage = [("APP_UID", User), ("ASPNETCORE_HTTP_PORTS", "8080"), ("DOTNET_RUNNING_IN_CONTAINER", "true")];

    private static readonly TelegramUser s_ann = new(11, "Ann", "en", "ann");
    private static readonly DiscordUser s_bob = new(12, "Bob", "en-GB");

    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly CapturedLog _log = new();
    private readonly string _address = $"http://127.0.0.1:{FreePort.Take()}";
    private TelegramServer _telegram = null!;
    private DiscordServer _discord = null!;

    private CancellationToken Deadline => _deadline.Token;

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(TimeSpan.FromSeconds(60));
        _telegram = await TelegramServer.StartAsync(cancellation: Deadline);
        _discord = await DiscordServer.StartAsync(null, Deadline);
        Open(_folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        var problems = _telegram.Problems.Concat(_discord.Problems).ToList();
        await _telegram.DisposeAsync();
        await _discord.DisposeAsync();
        _folder.Delete(recursive: true);
        _deadline.Dispose();
        Assert.Empty(problems);
        Assert.Empty(_log.Faults);
    }

    [Fact]
    public async Task The_container_answers_tells_its_health_and_goes_on_after_a_restart()
    {
        var home = Make("home/app");
        var variables = s_baseImage.ToDictionary(v => v.Name, v => v.Value);
        variables["HOME"] = home;
        foreach (var variable in XDocument.Load(Path.Combine(Repository.Root, "src", "Bot", "Bot.csproj")).Descendants("ContainerEnvironmentVariable"))
        {
            variables[variable.Attribute("Include")!.Value] = variable.Attribute("Value")!.Value.Replace("/home/app", home, StringComparison.Ordinal);
        }

        var secrets = Make("run/secrets");
        variables["Telegram__TokenFile"] = Secret(secrets, "telegram-token", _telegram.Options.Token);
        variables["Discord__TokenFile"] = Secret(secrets, "discord-token", _discord.Options.Token);

        await RunAsync(variables, Path.Combine(home, "state"));
    }

    [Fact]
    public async Task The_unit_answers_tells_its_health_and_goes_on_after_a_restart()
    {
        var (credentials, state) = (Make("run/credentials/talks-bot.service"), Make("var/lib"));
        Secret(credentials, "telegram-token", _telegram.Options.Token);
        Secret(credentials, "discord-token", _discord.Options.Token);
        var variables = new Dictionary<string, string> { ["CREDENTIALS_DIRECTORY"] = credentials };
        foreach (var (name, value) in Unit("Environment").Select(line => line.Split('=', 2)).Select(parts => (parts[0], parts[1])))
        {
            variables[name] = value.Replace("%d", credentials, StringComparison.Ordinal).Replace("%S", state, StringComparison.Ordinal);
        }

        // As systemd makes it (StateDirectory, StateDirectoryMode).
        var folder = Make(Path.Combine("var/lib", Assert.Single(Unit("StateDirectory"))));
        Assert.Equal("0700", Assert.Single(Unit("StateDirectoryMode")));
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await RunAsync(variables, folder);
    }

    [Fact]
    public async Task The_unit_is_one_that_systemd_takes()
    {
        const string Verifier = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(Verifier), "systemd-analyze is not installed (Debian's package systemd); .ci/run installs it.");
        var unit = Path.Combine(_folder.FullName, "talks-bot.service");
        await File.WriteAllTextAsync(unit, Text("talks-bot.service").Replace("/opt/talks-bot/Bot", "/bin/true", StringComparison.Ordinal), Deadline);

        using var verify = Process.Start(new ProcessStartInfo(Verifier, ["verify", "--man=no", unit]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var told = await verify.StandardError.ReadToEndAsync(Deadline) + await verify.StandardOutput.ReadToEndAsync(Deadline);
        await verify.WaitForExitAsync(Deadline);

        Assert.Equal((0, ""), (verify.ExitCode, told));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, "src", "Bot", file));

    private static IEnumerable<string> Unit(string key) =>
        Text("talks-bot.service").Split('\n').Where(line => line.StartsWith(key + "=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..]);

    private async Task RunAsync(Dictionary<string, string> variables, string state)
    {
        variables["Telegram__ApiUrl"] = _telegram.Url;
        variables["Discord__ApiUrl"] = _discord.ApiUrl;
        variables["Http__Urls"] = "";
        variables["ASPNETCORE_URLS"] = _address;
        await using (var first = Start(variables))
        {
            Assert.Contains(AnswerToQuestion, await AskTelegramAsync(1), StringComparison.Ordinal);
            Assert.Contains(AnswerToQuestion, await AskDiscordAsync(), StringComparison.Ordinal);
            await _log.WaitForAsync(LoggedEvent.OfHost(HostEvents.Listening, $"at {_address} for"), Deadline);
            await using var health = Start(variables, "health");
            Assert.Equal(0, await health.EndedAsync(Deadline));
            Assert.Equal(0, await first.TerminateAsync(Deadline));
        }

        await using var second = Start(variables);
        await _discord.WaitForResumesAsync(1, Deadline);
        Assert.Equal(1, _discord.Identifies);
        Assert.Contains(AnswerToQuestion, await AskTelegramAsync(2), StringComparison.Ordinal);
        Assert.Equal(0, await second.TerminateAsync(Deadline));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(state));
        Assert.All(Directory.EnumerateFiles(state), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.NotEmpty(Directory.EnumerateFiles(state));
    }

    // Where the tests run as root, the bot gets a user without rights, if that user can read the program.
    private BotProgram Start(Dictionary<string, string> variables, params string[] arguments)
    {
        var folder = Make("etc/talks-bot");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return BotProgram.Start(folder, _log, variables, prefix: AsUser(), arguments: arguments);
    }

    private static string[] AsUser()
    {
        const string SetPrivileges = "/usr/bin/setpriv";
        string[] prefix = [SetPrivileges, "--reuid", User, "--regid", User, "--clear-groups"];
        if (Environment.UserName != "root" || !File.Exists(SetPrivileges))
        {
            return [];
        }

        var start = TestedProgram.Start();
        using var trial = Process.Start(new ProcessStartInfo(prefix[0], [.. prefix[1..], "test", "-r", start.ArgumentList.FirstOrDefault() ?? start.FileName]))!;
        trial.WaitForExit();
        return trial.ExitCode == 0 ? prefix : [];
    }

    private string Make(string path)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, path)).FullName;
        for (var at = folder; at != _folder.FullName; at = Path.GetDirectoryName(at)!)
        {
            Open(at);
        }

        return folder;
    }

    // The bot's user must be able to write where it is given a folder.
    private static void Open(string folder)
    {
        if (AsUser().Length > 0)
        {
            using var chown = Process.Start("chown", [$"{User}:{User}", folder]);
            chown.WaitForExit();
        }
    }

    private static string Secret(string folder, string name, string secret)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, secret + "\n");
        Open(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        return path;
    }

    private async Task<string> AskTelegramAsync(int count)
    {
        var chat = _telegram.PrivateChat(s_ann);
        chat.Send(s_ann, Question);
        return (await chat.WaitForBotMessagesAsync(count, Deadline))[^1].Text;
    }

    private async Task<string> AskDiscordAsync()
    {
        await _discord.WaitForReadyAsync(1, Deadline);
        await _discord.WaitForCommandsAsync(Deadline);
        var channel = _discord.Guild(1_200_000_000_000_000_000, "Talks").Channel(1_200_000_000_000_000_001);
        var answer = await channel.RunUntilAnsweredAsync(s_bob, "ask", new JsonObject { ["question"] = Question }, Deadline);
        return string.Join('\n', answer.Texts);
    }
}
