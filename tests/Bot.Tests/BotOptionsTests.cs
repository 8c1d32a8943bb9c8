using System.Reflection;
using Bot.Configuration;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests;

public sealed class BotOptionsTests
{
    [Theory]
    [InlineData("Facts:Pth", "x", "Facts:Pth is not known; did you mean Facts:Path?")]
    [InlineData("Facts:Colour", "x", "Facts:Colour is not known; the keys are Facts:Path")]
    [InlineData("Terminal:Langage", "ru", "Terminal:Langage is not known; did you mean Terminal:Language?")]
    [InlineData("Limits:PerUsr", "5", "Limits:PerUsr is not known; did you mean Limits:PerUser?")]
    [InlineData("Telegram:Webhook:SecretTokn", "x", "Telegram:Webhook:SecretTokn is not known; did you mean Telegram:Webhook:SecretToken?")]
    [InlineData("Telgram:Token", "1:a", "Telgram is not known; did you mean Telegram?")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:1", "Kestrel is not known; the sections are Facts, Terminal, Http, OpenTelemetry, Discord, Telegram, Limits, Shutdown, State, Logging")]
    [InlineData("ASPNETCORE_URLS", "http://*:1", "ASPNETCORE_URLS is not known; the sections are Facts, Terminal, Http, OpenTelemetry, Discord, Telegram, Limits, Shutdown, State, Logging")]
    [InlineData("Http", "none", "Http is a section and takes no value; its keys are Http:Urls")]
    [InlineData("State", "/x", "State is a section and takes no value; its keys are State:Folder")]
    [InlineData("Logging", "Debug", "Logging is a section and takes no value; did you mean Logging:LogLevel:Default?")]
    [InlineData("Telegram:Webhook", "https://h/t", "Telegram:Webhook is a section and takes no value; its keys are Telegram:Webhook:Url, Telegram:Webhook:SecretToken, Telegram:Webhook:SecretTokenFile")]
    [InlineData("Http:Urls:0", "http://127.0.0.1:1", "Http:Urls has one value, but Http:Urls:0 is set; set Http:Urls itself to a text")]
    [InlineData("Telegram:Token:File", "x", "Telegram:Token has one value, but Telegram:Token:File is set; set Telegram:Token itself to a text")]
    [InlineData("Telegram:_Token", "1:a", "Telegram:_Token is not known; did you mean Telegram:Token?")]
    [InlineData("Discord:Guild", "1", "Discord:Guild is not known; did you mean Discord:GuildId?")]
    [InlineData("Facts:Path", "a\0b", "Facts:Path has the character U+0000, which no path may have; write the path without it")]
    [InlineData("State:Folder", "a\0b", "State:Folder has the character U+0000, which no path may have; write the path without it")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default is 'Loud'; set it to one of Trace, Debug, Information, Warning, Error, Critical, None, or leave it out")]
    [InlineData("Logging:Console:LogLevel:Bot.Telegram", "Loud", "Logging:Console:LogLevel:Bot.Telegram is 'Loud'; set it to one of Trace, Debug, Information, Warning, Error, Critical, None, or leave it out")]
    [InlineData("Terminal:Language", "de", "Terminal:Language is 'de'; set it to one of en, zh-Hant, zh-TW, zh-HK, zh-Hans, ru, uk, or leave it out")]
    [InlineData("Terminal:Language", "русский", "Terminal:Language is 'русский'; set it to one of en, zh-Hant, zh-TW, zh-HK, zh-Hans, ru, uk, or leave it out")]
    public void What_is_wrong_is_reported_with_the_key_and_the_fix(string key, string value, string problem)
    {
        var (_, problems) = Read(new() { [key] = value });

        Assert.Equal([problem], problems);
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", "warning")]
    [InlineData("Logging:LogLevel:Bot.Telegram", "")]
    [InlineData("Logging:Console:FormatterOptions:SingleLine", "true")]
    [InlineData("OTEL_SERVICE_NAME", "x")]
    [InlineData("$schema", "https://example.org/s.json")]
    public void What_belongs_to_others_is_left_alone(string key, string value)
    {
        Assert.Empty(Read(new() { [key] = value }).Problems);
    }

    [Theory]
    [InlineData("https://h:8090/t", "", "Telegram:Webhook:Url is 'https://h:8090/t', with port 8090; Telegram only calls the ports 443, 80, 88, 8443, so set one of them and forward it in your proxy")]
    [InlineData("https://h:8443/t", "", null)]
    [InlineData("https://h/t", "", null)]
    [InlineData("http://bot:8090/t", "http://localhost:8081", null)]
    public void A_webhook_has_a_port_that_Telegram_calls(string url, string api, string? problem)
    {
        var (_, problems) = Read(new() { ["Telegram:Token"] = "1:a", ["Telegram:Webhook:Url"] = url, ["Telegram:ApiUrl"] = api });

        Assert.Equal(problem, problems.SingleOrDefault());
    }

    [Theory]
    [InlineData("Telgram__Token", "Telgram__Token is not known; did you mean Telegram__Token?")]
    [InlineData("Telegram_Token", "Telegram_Token is not known; did you mean Telegram__Token?")]
    [InlineData("TELEGRAM_TOKEN", "TELEGRAM_TOKEN is not known; did you mean Telegram__Token?")]
    [InlineData("telegram_token", "telegram_token is not known; did you mean Telegram__Token?")]
    [InlineData("TelegramToken", "TelegramToken is not known; did you mean Telegram__Token?")]
    [InlineData("DISCORD_TOKEN_FILE", "DISCORD_TOKEN_FILE is not known; did you mean Discord__TokenFile?")]
    [InlineData("Discrod__Token", "Discrod__Token is not known; did you mean Discord__Token?")]
    [InlineData("TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_URL is not known; did you mean Telegram__Webhook__Url?")]
    [InlineData("STATE_FOLDER", "STATE_FOLDER is not known; did you mean State__Folder?")]
    [InlineData("Loging__LogLevel__Default", "Loging__LogLevel__Default is not known; did you mean Logging__LogLevel__Default?")]
    [InlineData("Telegram", "Telegram is a section and takes no value; its keys are Telegram__Token, Telegram__TokenFile, Telegram__ApiUrl, Telegram__Webhook__Url, Telegram__Webhook__SecretToken, Telegram__Webhook__SecretTokenFile")]
    [InlineData("State", "State is a section and takes no value; its keys are State__Folder")]
    [InlineData("Http", "Http is a section and takes no value; its keys are Http__Urls")]
    public void A_variable_that_was_meant_for_the_bot_is_reported_with_its_right_name(string name, string problem)
    {
        Assert.Equal([problem], MisspeltVariables.Problems([name, "HOME", "Facts__Path"]));
    }

    [Theory]
    [InlineData("HOME", "PATH", "LANG", "TERM", "TZ", "APP_UID", "HOSTNAME", "PWD")]
    [InlineData("Telegram_Desktop_Lib", "TELEGRAM_DESKTOP", "DISCORD_RPC_PATH_OF_MINE", "TELEGRAM_CHAT_ID")]
    [InlineData("TERMINAL", "STATE", "HTTP", "LIMITS", "FACTS", "LOGGING")]
    [InlineData("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "NO_PROXY", "HTTP_PORTS", "HTTPS_PORTS", "URLS", "HTTP_URL_OF_MINE")]
    [InlineData("STATE_DIRECTORY", "CREDENTIALS_DIRECTORY", "RUNTIME_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_USEC", "INVOCATION_ID", "JOURNAL_STREAM")]
    [InlineData("ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_ENVIRONMENT", "DOTNET_RUNNING_IN_CONTAINER", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_SERVICE_NAME")]
    [InlineData("KUBERNETES_SERVICE_HOST", "DISCORD_SERVICE_PORT", "TELEGRAM_PORT_8081_TCP", "SHUTDOWN_HOOK", "Shutdown__Seconds", "telegram__token", "Telegram__StateFolder", "Logging__LogLevel__Default")]
    public void A_variable_of_another_program_is_left_alone(params string[] names)
    {
        Assert.Empty(MisspeltVariables.Problems(names));
    }

    [Theory]
    [InlineData("Discord", "Path=/x", "Discord:Path is set but not used, because interactions come over the gateway unless Discord:Mode is Http; leave it out")]
    [InlineData("Discord", "PublicKey=0000000000000000000000000000000000000000000000000000000000000000", "Discord:PublicKey is set but not used, because interactions come over the gateway unless Discord:Mode is Http; leave it out")]
    [InlineData("Discord", "Mode=Http|Shards=2", "Discord:Shards is set but not used, because interactions come by HTTP, without connections of the bot; leave it out")]
    [InlineData("Discord", "Mode=Http|GatewayUrl=wss://h", "Discord:GatewayUrl is set but not used, because interactions come by HTTP, without connections of the bot; leave it out")]
    [InlineData("Discord", "Mode=Http|Path=/x", null)]
    [InlineData("Discord", "Shards=2|GatewayUrl=wss://h", null)]
    [InlineData("Telegram", "Webhook:SecretToken=a", "Telegram:Webhook:SecretToken is set but not used, because updates come by long polling unless Telegram:Webhook:Url is set; leave it out")]
    [InlineData("Telegram", "Webhook:SecretTokenFile=a", "Telegram:Webhook:SecretTokenFile is set but not used, because updates come by long polling unless Telegram:Webhook:Url is set; leave it out")]
    [InlineData("Telegram", "Webhook:Url=https://h/t|Webhook:SecretToken=a", null)]
    [InlineData("Telegram", "ApiUrl=http://localhost:8081|Webhook:Url=http://h/t", "Telegram:Webhook:Url is an http address, which only your own Bot API server accepts, started with --local; use https with any other")]
    [InlineData("Discord", "Client=Discord.Net|:Shutdown:Seconds=20", "Shutdown:Seconds is set but not used, because Discord.Net has three seconds of its own; leave it out")]
    [InlineData("Discord", "Client=Discord.Net|:State:Folder=/x", "State:Folder is set but not used, because Discord.Net ends its session instead of saving it; leave it out")]
    [InlineData("Discord", "Client=Discord.Net|:Limits:AtOnce=100", "Limits:AtOnce is set but not used, because Discord.Net has a limit of its own; leave it out")]
    [InlineData("Discord", "Mode=Http|:Limits:AtOnce=100", "Limits:AtOnce is set but not used, because interactions by HTTP are answered in the request itself; leave it out")]
    [InlineData("Discord", "Client=Discord.Net|:Limits:AtOnce=200|:State:Folder=state|:Shutdown:Seconds=10", null)]
    [InlineData("Discord", ":Shutdown:Seconds=20|:State:Folder=/x|:Limits:AtOnce=100", null)]
    public void A_key_that_the_chosen_way_does_not_use_is_warned_of(string platform, string settings, string? warning)
    {
        var values = settings.Split('|').Select(s => s.Split('=', 2)).ToDictionary(s => s[0][0] == ':' ? s[0][1..] : $"{platform}:{s[0]}", string? (s) => s[1]);
        values[platform + ":Token"] = "1:a";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();

        Assert.Equal(warning, IgnoredSettings.Warnings(BotOptions.Bind(configuration), configuration).SingleOrDefault());
    }

    [Fact]
    public void A_variable_of_another_program_with_the_name_of_a_section_does_no_harm()
    {
        var (options, problems) = Read(new() { ["Terminal:Language"] = "uk" });
        var configuration = new ConfigurationManager { ["TERMINAL"] = "xterm", ["Terminal:Language"] = "uk" };

        Assert.Equal(("uk", "uk", 0), (options.Terminal.Language, BotOptions.Bind(configuration).Terminal.Language, problems.Count));
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var (_, problems) = Read(new() { ["Facts:Pth"] = "x", ["Facts:Path2"] = "y", ["Terminal:Language"] = "xx" });

        Assert.Equal(3, problems.Count);
    }

    [Theory]
    [InlineData("zh-TW")]
    [InlineData("zh_HK.UTF-8")]
    [InlineData("UK-ua")]
    [InlineData("")]
    public void A_language_may_be_written_as_systems_write_it(string tag)
    {
        var (options, problems) = Read(new() { ["terminal:language"] = tag });

        Assert.Empty(problems);
        Assert.Equal(tag, options.Terminal.Language);
    }

    [Fact]
    public void A_key_without_a_value_is_as_good_as_left_out()
    {
        var (options, problems) = Read(new() { ["Facts:Path"] = null, ["Terminal:Language"] = null, ["Terminal"] = null });

        Assert.Empty(problems);
        Assert.Equal(("", ""), (options.Facts.Path, options.Terminal.Language));
    }

    [Fact]
    public void The_keys_of_each_section_are_the_properties_that_can_be_set()
    {
        var settable = Sections(typeof(BotOptions), "").ToList();

        Assert.Contains(("Telegram:Webhook", "Url, SecretToken, SecretTokenFile"), settable);
        Assert.Equal(settable, BotOptions.Sections.Select(s => (s.Key, string.Join(", ", s.Value))));
    }

    [Theory]
    [InlineData("", "kept", "kept", "Telegram:StateFolder was renamed to State:Folder and still works in this release; rename it")]
    [InlineData("other", "kept", "other", "Telegram:StateFolder was renamed to State:Folder, which is also set and is used; remove Telegram:StateFolder")]
    public void A_key_of_an_earlier_release_is_taken_with_a_warning_that_names_the_new_one(string folder, string before, string taken, string warning)
    {
        var (problems, warnings) = (new List<string>(), new List<string>());
        var settings = new Dictionary<string, string?> { ["State:Folder"] = folder, ["Telegram:StateFolder"] = before };

        var options = BotOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), problems, warnings);

        Assert.Equal((taken, 0), (options.State.Folder, problems.Count));
        Assert.Equal([warning], warnings);
    }

    private static IEnumerable<(string Path, string Keys)> Sections(Type type, string path)
    {
        foreach (var section in Settable(type).Where(p => p.PropertyType != typeof(string)))
        {
            yield return (path + section.Name, string.Join(", ", Settable(section.PropertyType).Select(p => p.Name)));
            foreach (var below in Sections(section.PropertyType, $"{path}{section.Name}:"))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static (BotOptions Options, List<string> Problems) Read(Dictionary<string, string?> settings)
    {
        var problems = new List<string>();
        return (BotOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), problems, []), problems);
    }
}
