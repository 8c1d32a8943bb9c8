using Bot.Configuration;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests;

public sealed class SecretFileTests : IDisposable
{
    private const string Token = "4242:never-to-be-shown_AAHdq";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Token)]
    [InlineData(Token + "\n")]
    [InlineData("\uFEFF " + Token + " \r\n\r\n")]
    public void What_stands_in_the_file_is_the_secret(string content)
    {
        var file = Write("token", content);

        var (options, problems) = Read(new() { ["Telegram:TokenFile"] = file });

        Assert.Empty(problems);
        Assert.Equal(Token, options.Telegram.Token);
        Assert.True(options.Telegram.IsEnabled);
    }

    [Fact]
    public void Each_secret_may_stand_in_a_file()
    {
        var (options, problems) = Read(new()
        {
            ["Discord:TokenFile"] = Write("discord", "some.token.here\n"),
            ["Telegram:TokenFile"] = Write("telegram", Token),
            ["Telegram:Webhook:Url"] = "https://bot.example.org/telegram",
            ["Telegram:Webhook:SecretTokenFile"] = Write("webhook", "of-my-own_1\n"),
        });

        Assert.Empty(problems);
        Assert.Equal(("some.token.here", Token, "of-my-own_1"), (options.Discord.Token, options.Telegram.Token, options.Telegram.WebhookSecret));
    }

    [Theory]
    [InlineData("Discord:Token", "some.token.here")]
    [InlineData("Telegram:Token", Token)]
    public void A_secret_and_a_file_of_it_are_one_too_many(string key, string token)
    {
        var file = Write("token", Token);

        var (_, problems) = Read(new() { [key] = token, [key + "File"] = file });

        Assert.Equal([$"{key} and {key}File are both set; leave one out"], problems);
    }

    [Theory]
    [InlineData("Discord:Token", "Discord:ApiUrl", "http://127.0.0.1/api/v10/")]
    [InlineData("Telegram:Token", "Telegram:ApiUrl", "http://127.0.0.1:8081")]
    public void A_file_that_is_missing_is_named_with_its_key(string key, string other, string value)
    {
        var file = Path.Combine(_folder.FullName, "nowhere", "token");

        var (_, problems) = Read(new() { [key + "File"] = file, [other] = value });

        Assert.Equal([$"{key}File is '{file}', which does not exist; create it with the secret in it, or fix the path"], problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void A_file_without_a_secret_is_named(string content)
    {
        var file = Write("token", content);

        var (_, problems) = Read(new() { ["Telegram:TokenFile"] = file });

        Assert.Equal([$"Telegram:TokenFile is '{file}', which is empty; write the secret into it, alone"], problems);
    }

    [Fact]
    public void A_folder_or_a_large_file_is_no_secret()
    {
        var large = Write("large", new string('x', 5000));

        var (_, problems) = Read(new() { ["Telegram:TokenFile"] = _folder.FullName, ["Discord:TokenFile"] = large });

        Assert.Equal(
            [
                $"Discord:TokenFile is '{large}', which is too large for a secret; write the secret into it, alone",
                $"Telegram:TokenFile is '{_folder.FullName}', which the bot's user may not read, or is a folder; give the bot's user read access",
            ],
            problems);
    }

    [Theory]
    [InlineData("Telegram:TokenFile", "Telegram:Token is not a bot's token; copy the whole line that BotFather gave: digits, a colon, letters")]
    [InlineData("Discord:TokenFile", "Discord:Token is not a bot's token; copy only the token, without the word Bot, from the developer portal (Bot, Reset Token)")]
    public void What_is_no_token_is_reported_without_it(string key, string problem)
    {
        var file = Write("token", "never to be\nshown");

        var (_, problems) = Read(new() { [key] = file });

        Assert.Equal([problem], problems);
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite, "602")]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherWrite, "606")]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite, "666")]
    public void A_file_that_every_user_may_change_is_refused(UnixFileMode others, string mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var file = Write("token", Token, others);

        var (options, problems) = Read(new() { ["Telegram:TokenFile"] = file });

        Assert.Equal([$"Telegram:TokenFile is '{file}', which every user of this machine can change (mode {mode}); chmod 600 the file and write the secret into it again, a new one if others may have used the file"], problems);
        Assert.Equal("", options.Telegram.Token);
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead, "604")]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead, "644")]
    public void A_file_that_every_user_may_read_is_warned_of(UnixFileMode others, string mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var file = Write("token", Token, others);
        var (problems, warnings) = (new List<string>(), new List<string>());

        Assert.Equal(Token, new SecretFile(null, problems, warnings).Resolve("Telegram:Token", "", file));

        Assert.Empty(problems);
        Assert.Equal([$"Telegram:TokenFile is '{file}', which every user of this machine can read (mode {mode}); chmod 600 the file"], warnings);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/", true)]
    [InlineData("-other", false)]
    public void A_credential_may_be_readable_for_all_in_the_folder_that_systemd_names(string suffix, bool isProtected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var folder = _folder.CreateSubdirectory("credentials");
        _folder.CreateSubdirectory("credentials-other");
        var file = Write(Path.Combine("credentials" + suffix.Trim('/'), "token"), Token, UnixFileMode.OtherRead);
        var (problems, warnings) = (new List<string>(), new List<string>());

        Assert.Equal(Token, new SecretFile(folder.FullName + suffix.Replace("-other", "", StringComparison.Ordinal), problems, warnings).Resolve("Telegram:Token", "", file));

        Assert.Equal((0, isProtected ? 0 : 1), (problems.Count, warnings.Count));
    }

    [Fact]
    public void A_file_that_its_owner_and_group_alone_may_read_needs_no_warning()
    {
        var file = Write("token", Token, UnixFileMode.GroupRead);
        var warnings = new List<string>();

        Assert.Equal(Token, new SecretFile("", [], warnings).Resolve("Telegram:Token", "", file));

        Assert.Empty(warnings);
    }

    private string Write(string name, string content, UnixFileMode others = UnixFileMode.None)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        }

        return path;
    }

    private static (BotOptions Options, List<string> Problems) Read(Dictionary<string, string?> settings)
    {
        var problems = new List<string>();
        return (BotOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), problems, []), problems);
    }
}
