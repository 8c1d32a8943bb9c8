using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Answers.Texts;
using Bot.Facts.Model;
using Bot.Testing;

namespace Bot.Answers.Tests.Texts;

public sealed partial class UiTextsTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "src", "Bot.Answers", "Texts");

    private static readonly Dictionary<string, string> s_english = Read("Interface.resx");

    public static TheoryData<string> Translations => ["zh-Hant", "zh-Hans", "ru", "uk"];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_text_is_there_in_every_language_in_the_forms_of_its_plurals(string language)
    {
        string[] forms = language switch { "ru" or "uk" => ["one", "few", "many"], _ => ["other"] };
        var expected = s_english.Keys.SelectMany(key => Form().Match(key) is { Success: true } form
            ? forms.Select(f => key[..form.Index] + "_" + f)
            : [key]);

        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), Read($"Interface.{language}.resx").Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_text_has_the_same_places_to_fill_in_every_language(string language)
    {
        Assert.All(Read($"Interface.{language}.resx"), text =>
        {
            var english = s_english.GetValueOrDefault(text.Key) ?? s_english[Form().Replace(text.Key, "_other")];
            Assert.Equal(Places(english), Places(text.Value));
        });
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void No_text_is_empty_or_has_a_space_at_its_end(string language)
    {
        var texts = Read(language == "en" ? "Interface.resx" : $"Interface.{language}.resx");

        Assert.All(texts.Where(t => t.Key != "ListSeparator"), text => Assert.Equal(text.Value.Trim(), text.Value));
        Assert.All(texts, text => Assert.NotEmpty(text.Value));
    }

    [Theory]
    [InlineData("en", "Sources", "Confirmed")]
    [InlineData("zh-Hant", "來源", "已證實")]
    [InlineData("zh-Hans", "来源", "已证实")]
    [InlineData("ru", "Источники", "Подтверждено")]
    [InlineData("uk", "Джерела", "Підтверджено")]
    public void Each_language_is_served_its_own_texts(string language, string sources, string confirmed)
    {
        var texts = UiTexts.In(Locales.FromTag(language).ToLanguage());

        Assert.Equal(sources, texts.Sources);
        Assert.Equal(confirmed, texts.Status(VerificationStatus.Confirmed));
    }

    [Fact]
    public void No_text_is_unused_and_none_is_missing()
    {
        Assert.Equal(Used().Order(StringComparer.Ordinal), s_english.Keys.Order(StringComparer.Ordinal));
    }

    // The properties by name; the rest by the names that the code composes keys of.
    private static IEnumerable<string> Used()
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(s_folder)!, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        IEnumerable<string> Named(string call) =>
            Regex.Matches(code, call + @"\(""(\w+)""").Select(m => m.Groups[1].Value).Distinct();

        var commands = SampleBase.Answerer.ListCommands("en");
        return
        [
            .. typeof(UiTexts).GetProperties().Where(p => p.PropertyType == typeof(string) && code.Contains("exts." + p.Name, StringComparison.Ordinal)).Select(p => p.Name),
            .. Enum.GetNames<VerificationStatus>().Select(s => "Status" + s),
            .. Enum.GetNames<FactKind>().Select(k => "Kind" + k),
            .. Named("Field").Select(f => "Field" + f),
            .. Named("Count").SelectMany(c => (string[])[$"Count{c}_one", $"Count{c}_other"]),
            .. commands.SelectMany(c => (string[])["Command_" + c.Name, "Name_" + c.Name, "Usage_" + c.Name]),
            .. commands.SelectMany(c => c.Parameters.SelectMany(p => (string[])[$"Name_{c.Name}_{p.Name}", $"Parameter_{c.Name}_{p.Name}"])),
        ];
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(s_folder, file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("_(one|few|many|other)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
