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
    [InlineData("Terminal:Language", "de", "Terminal:Language is 'de'; set it to one of en, zh-Hant, zh-TW, zh-HK, zh-Hans, ru, uk, or leave it out")]
    [InlineData("Terminal:Language", "русский", "Terminal:Language is 'русский'; set it to one of en, zh-Hant, zh-TW, zh-HK, zh-Hans, ru, uk, or leave it out")]
    public void What_is_wrong_is_told_with_the_key_and_the_mend(string key, string value, string problem)
    {
        var (_, problems) = Read(new() { [key] = value });

        Assert.Equal([problem], problems);
    }

    [Fact]
    public void All_problems_are_told_at_once()
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
    [InlineData("", "kept", "kept", "Telegram:StateFolder is called State:Folder now; it is taken for this release, so rename it")]
    [InlineData("other", "kept", "other", "Telegram:StateFolder is called State:Folder now, which is set too and is taken; remove Telegram:StateFolder")]
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
