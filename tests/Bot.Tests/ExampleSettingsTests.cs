using System.Reflection;
using System.Text.Json;
using Bot.Testing;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests;

public sealed class ExampleSettingsTests
{
    private static readonly string s_file = Path.Combine(Repository.Root, "appsettings.example.json");

    [Fact]
    public void The_example_shows_every_key_with_its_default_and_no_other()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(s_file));
        var shown = example.RootElement.EnumerateObject()
            .SelectMany(section => section.Value.EnumerateObject().Select(key => (section.Name + ":" + key.Name, key.Value.ToString())));

        var options = new BotOptions();
        var known = typeof(BotOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(section => section.PropertyType.GetProperties()
                .Select(key => (section.Name + ":" + key.Name, key.GetValue(section.GetValue(options))!.ToString()!)));

        Assert.Equal(known, shown);
        Assert.Equal([("Facts:Path", ""), ("Terminal:Language", "")], shown);
    }

    [Fact]
    public void The_example_is_right_as_it_stands()
    {
        var problems = new List<string>();
        BotOptions.Read(new ConfigurationBuilder().AddJsonFile(s_file).Build(), problems);

        Assert.Empty(problems);
    }
}
