using System.Reflection;
using System.Text.Json;
using Bot.Configuration;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests;

public sealed class ExampleSettingsTests
{
    private static readonly string s_file = Path.Combine(Repository.Root, "appsettings.example.json");

    [Fact]
    public void The_example_shows_every_key_with_its_default_and_no_other()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(s_file));
        var shown = Shown(example.RootElement, "");

        Assert.Equal(Known(new BotOptions(), ""), shown);
        Assert.Equal(
            [
                ("Facts:Path", ""), ("Terminal:Language", ""), ("Http:Urls", ""), ("OpenTelemetry:Endpoint", ""),
                ("Discord:Token", ""), ("Discord:TokenFile", ""), ("Discord:ApiUrl", ""), ("Discord:GatewayUrl", ""), ("Discord:Client", ""), ("Discord:Mode", ""),
                ("Discord:Path", ""), ("Discord:PublicKey", ""), ("Discord:Shards", ""), ("Discord:GuildId", ""),
                ("Telegram:Token", ""), ("Telegram:TokenFile", ""), ("Telegram:ApiUrl", ""),
                ("Telegram:Webhook:Url", ""), ("Telegram:Webhook:SecretToken", ""), ("Telegram:Webhook:SecretTokenFile", ""),
                ("Limits:PerUser", "20"), ("Limits:PerChat", "60"), ("Limits:AtOnce", "200"),
                ("Shutdown:Seconds", "10"), ("State:Folder", "state"),
            ],
            shown);
    }

    [Fact]
    public void The_example_is_right_as_it_stands()
    {
        var problems = new List<string>();
        BotOptions.Read(new ConfigurationBuilder().AddJsonFile(s_file).Build(), problems, []);

        Assert.Empty(problems);
    }

    private static IEnumerable<(string Key, string Value)> Shown(JsonElement section, string path) => section.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Object ? Shown(p.Value, path + p.Name + ":") : [(path + p.Name, p.Value.ToString())]);

    private static IEnumerable<(string Key, string Value)> Known(object section, string path) => section.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite)
        .SelectMany(p => p.GetValue(section) is string value ? [(path + p.Name, value)] : Known(p.GetValue(section)!, path + p.Name + ":"));
}
