using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Answers.Conversation;
using Bot.Answers.Reading;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Texts;

public sealed partial class UiTextsTests
{
    private static readonly string s_source = Path.Combine(Repository.Root, "src", "Bot.Answers");

    private static readonly IReadOnlyList<Text> s_texts =
    [
        .. Directory.EnumerateFiles(Path.Combine(s_source, "Texts"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => Read(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    [Fact]
    public void Every_text_is_there_in_every_language_in_the_forms_of_its_plurals()
    {
        Assert.NotEmpty(s_texts);
        Assert.All(s_texts.Where(t => !Form().IsMatch(t.Path)), text => Assert.Equal(
            Languages.Tags,
            text.ByTag.Select(t => t.Key).Where(tag => tag is not ("zh-TW" or "zh-HK"))));
        Assert.All(s_texts.Where(t => Form().IsMatch(t.Path)).GroupBy(t => Form().Replace(t.Path, "")), forms => Assert.All(Languages.Tags, tag => Assert.Equal(
            tag switch { "en" => ["one", "other"], "ru" or "uk" => ["few", "many", "one"], _ => ["other"] },
            forms.Where(f => f.ByTag.ContainsKey(tag)).Select(f => Form().Match(f.Path).Groups[1].Value).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Every_text_has_the_same_places_to_fill_in_every_language()
    {
        Assert.All(s_texts, text =>
        {
            var places = Places(text.ByTag.Values.First()).ToList();
            Assert.All(text.ByTag.Values, translation => Assert.Equal(places, Places(translation)));
        });
        Assert.All(s_texts.Where(t => Form().IsMatch(t.Path)), text => Assert.Equal(["{0}"], Places(text.ByTag.Values.First())));
    }

    [Fact]
    public void No_text_is_empty_or_has_a_space_at_its_end()
    {
        Assert.All(s_texts, text => Assert.All(text.ByTag.Values, translation =>
        {
            Assert.NotEmpty(translation);
            Assert.Equal(text.Path == "shared/ListSeparator" ? translation : translation.Trim(), translation);
        }));
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
    public void Replies_to_small_talk_are_short_and_state_no_number()
    {
        foreach (var language in Languages.All)
        {
            var max = language is Language.TraditionalChinese or Language.SimplifiedChinese ? 90 : 200;
            Assert.All([.. Enum.GetValues<TalkKind>().Select(UiTexts.In(language).Talk), UiTexts.Format(UiTexts.In(language).TalkLanguages, string.Join(UiTexts.In(language).ListSeparator, Languages.All.ToArray().Select(l => l.NativeName())))], text =>
            {
                Assert.InRange(text.Length, 1, max);
                Assert.DoesNotContain(text, char.IsDigit);
            });
        }
    }

    [Fact]
    public void Insults_spam_and_code_get_the_same_reply()
    {
        var texts = UiTexts.In(Language.English);

        Assert.Equal("I only answer questions from a base of checked facts. Ask one in your own words, or press one of these.", texts.Talk(TalkKind.Abuse));
        Assert.Equal(texts.Talk(TalkKind.Abuse), texts.Talk(TalkKind.Spam));
        Assert.Equal(texts.Talk(TalkKind.Abuse), texts.Talk(TalkKind.Code));
    }

    [Fact]
    public void A_text_that_nobody_wrote_is_the_programmers_error()
    {
        Assert.Throws<InvalidOperationException>(() => UiTexts.In(Language.English).Count("Llamas", 2));
        Assert.Throws<InvalidOperationException>(() => UiTexts.In(Language.English).Command("llama", SampleBase.Facts));
        Assert.Throws<InvalidOperationException>(() => UiTexts.In(Language.English).Command("who", SampleBase.Facts)["Llamas"]);
    }

    [Fact]
    public void No_text_is_unused_and_none_is_missing()
    {
        Assert.Equal(Used().Order(StringComparer.Ordinal), s_texts.Select(t => t.Path).Where(path => !path.Contains("/Variants/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_variant_replaces_a_text_that_there_is_and_fills_the_same_places()
    {
        var usual = s_texts.ToDictionary(t => t.Path, t => t.ByTag);
        var variants = s_texts.Where(t => t.Path.Contains("/Variants/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(variants);
        Assert.All(variants, text =>
        {
            var replaced = usual[Regex.Replace(text.Path, "/Variants/[^/]+", "")];
            Assert.All(Languages.Tags, tag => Assert.NotEqual(replaced[tag], text.ByTag[tag]));
            Assert.Empty(Places(text.ByTag["en"]).Except(Places(replaced["en"])));
        });
    }

    [Fact]
    public void A_region_has_its_own_text_only_where_it_differs()
    {
        var regional = s_texts.SelectMany(t => t.ByTag.Where(b => b.Key is "zh-TW" or "zh-HK").Select(b => (t.Path, b.Value, Usual: t.ByTag["zh-Hant"]))).ToList();

        Assert.NotEmpty(regional);
        Assert.All(regional, text => Assert.NotEqual(text.Usual, text.Value));
    }

    [Theory]
    [InlineData("zh-Hant", "甚麼|您|命令|字符|報導")]
    [InlineData("zh-TW", "甚麼|您|命令|字符|報道")]
    [InlineData("zh-HK", "什麼|您|命令|字符|報導|裡")]
    [InlineData("zh-Hans", "甚么|您|指令|字元|报导")]
    public void Chinese_texts_use_one_word_for_one_thing(string tag, string others)
    {
        Assert.DoesNotContain(s_texts.Select(t => t.ByTag.GetValueOrDefault(tag) ?? t.ByTag.GetValueOrDefault("zh-Hant") ?? ""), text => Regex.IsMatch(text, others));
    }

    // Shared texts by the properties, and by the names that the code composes keys of; a command's own by what its class asks for.
    private static IEnumerable<string> Used()
    {
        var code = string.Concat(Directory.EnumerateFiles(s_source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        IEnumerable<string> Named(string call) => Matches(code, $@"\b{call}\(""(\w+)""");

        var commands = SampleBase.Answerer.ListCommands("en");
        string[] shared =
        [
            .. typeof(UiTexts).GetProperties().Where(p => p.PropertyType == typeof(string) && code.Contains("exts." + p.Name, StringComparison.Ordinal)).Select(p => p.Name),
            .. Enum.GetNames<VerificationStatus>().Select(s => "Status" + s),
            .. Enum.GetNames<FactKind>().Select(k => "Kind" + k),
            .. Enum.GetValues<TalkKind>().Select(k => k < TalkKind.Abuse ? "Talk" + k : "TalkOther").Distinct(),
            .. Enum.GetNames<VerificationStatus>().Select(s => "Fact" + s),
            .. Enum.GetNames<EvidenceRole>().Skip(1).Select(r => "Role" + r),
            .. Enum.GetNames<ValueKind>().SelectMany(k => (string[])["Premise" + k, "Value" + k]),
            "CheckSame",
            "CheckOther",
            .. Named("Field").Select(f => "Field" + f),
            .. Named("Count").SelectMany(c => (string[])[$"Count{c}_one", $"Count{c}_few", $"Count{c}_many", $"Count{c}_other"]),
        ];
        return
        [
            .. shared.Select(key => "shared/" + key),
            .. commands.SelectMany(c => (string[])[$"{c.Name}/Name", $"{c.Name}/Help"]),
            .. commands.SelectMany(c => c.Parameters.SelectMany(p => (string[])[$"{c.Name}/Parameters/{p.Name}/Name", $"{c.Name}/Parameters/{p.Name}/Help"])),
            .. commands.SelectMany(c => CommandTextKeys(c.Name).Select(key => $"{c.Name}/Texts/{key}")),
            .. Enum.GetNames<VerificationStatus>().Select(s => $"about/Texts/Status{s}"),
        ];
    }

    // A command that may not be offered has a text for that. The keys of a choice between two texts are both in the brackets.
    private static IEnumerable<string> CommandTextKeys(string command)
    {
        var code = File.ReadAllText(Path.Combine(s_source, "Commands", $"{char.ToUpperInvariant(command[0])}{command[1..]}Command.cs"));
        var keys = Regex.Matches(code, @"\b(?:CommandTexts|TextsOf\(""\w+""\))\[([^\]]+)\]").SelectMany(m => Matches(m.Groups[1].Value, @"""(\w+)""")).Distinct();
        return code.Contains("bool IsOffered(", StringComparison.Ordinal) ? keys.Append("NotOffered") : keys;
    }

    private static IEnumerable<string> Matches(string code, string pattern) => Regex.Matches(code, pattern).Select(m => m.Groups[1].Value).Distinct();

    // A text is an object that holds translations; whatever holds objects is a group of texts.
    private static IEnumerable<Text> Read(string path, JsonObject node) => node.SelectMany(member => member.Value switch
    {
        JsonObject inner when inner.All(t => t.Value is JsonValue) => [new Text($"{path}/{member.Key}", inner.ToDictionary(t => t.Key, t => t.Value!.GetValue<string>()))],
        JsonObject group => Read($"{path}/{member.Key}", group),
        _ => throw new InvalidOperationException($"{path}/{member.Key} is no text."),
    });

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("_(one|few|many|other)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    private sealed record Text(string Path, Dictionary<string, string> ByTag);
}
