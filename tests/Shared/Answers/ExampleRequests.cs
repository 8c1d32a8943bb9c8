using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>A request for each command that the sample base answers, as a reader of each language and region types it.</summary>
internal static class ExampleRequests
{
    // A region without its own has that of its language; what is the same in all languages is given once.
    private static readonly Dictionary<string, Dictionary<string, string>> s_texts = new()
    {
        ["start"] = new() { ["en"] = "/start" },
        ["ask"] = new()
        {
            ["en"] = "How long did the Riyadh talks last?",
            ["zh-Hant"] = "利雅得會談持續了多久？",
            ["zh-TW"] = "利雅德會談持續了多久？",
            ["zh-Hans"] = "利雅得会谈持续了多久？",
            ["ru"] = "Сколько длились переговоры в Эр-Рияде?",
            ["uk"] = "Скільки тривали переговори в Ер-Ріяді?",
        },
        ["timeline"] = new()
        {
            ["en"] = "/timeline 17-18 Feb",
            ["zh-Hant"] = "/timeline 2月17日至18日",
            ["zh-Hans"] = "/timeline 2月17-18日",
            ["ru"] = "/timeline с 17 по 18 февраля",
            ["uk"] = "/timeline 17-18 лютого",
        },
        ["who"] = new()
        {
            ["en"] = "/who Zelenskyy",
            ["zh-Hant"] = "/who 澤連斯基",
            ["zh-TW"] = "/who 澤倫斯基",
            ["zh-Hans"] = "/who 泽连斯基",
            ["ru"] = "/who Зеленский",
            ["uk"] = "/who Зеленський",
        },
        ["source"] = new() { ["en"] = "/source 10" },
        ["positions"] = new()
        {
            ["en"] = "/positions NATO",
            ["zh-Hant"] = "/positions 北約",
            ["zh-Hans"] = "/positions 北约",
            ["ru"] = "/positions НАТО",
            ["uk"] = "/positions НАТО",
        },
        ["statements"] = new()
        {
            ["en"] = "/statements Lavrov",
            ["zh-Hant"] = "/statements 拉夫羅夫",
            ["zh-Hans"] = "/statements 拉夫罗夫",
            ["ru"] = "/statements Лавров",
            ["uk"] = "/statements Лавров",
        },
        ["reactions"] = new()
        {
            ["en"] = "/reactions Germany",
            ["zh-Hant"] = "/reactions 德國",
            ["zh-Hans"] = "/reactions 德国",
            ["ru"] = "/reactions Германия",
            ["uk"] = "/reactions Німеччина",
        },
        ["corrections"] = new() { ["en"] = "/corrections" },
        ["fact"] = new() { ["en"] = "/fact riyadh-talks-duration" },
        ["help"] = new() { ["en"] = "/help" },
        ["about"] = new() { ["en"] = "/about" },
    };

    /// <summary>The tags of all languages and regions.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];

    /// <summary>Every command: those that help lists, and the one that a chat begins with.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["start", .. SampleBase.Answerer.ListCommands("en").Select(c => c.Name)];

    /// <summary>A command's example as it is typed: a question without a slash.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="locale">The tag of the reader's language or region.</param>
    public static string Text(string command, string locale)
    {
        var texts = s_texts[command];
        return texts.GetValueOrDefault(locale) ?? texts.GetValueOrDefault(Bot.Facts.Model.Locales.FromTag(locale).ToLanguage().Tag()) ?? texts["en"];
    }

    /// <summary>The words of a command's example; empty where it needs none.</summary>
    public static string Words(string command, string locale) => Request.Parse(Text(command, locale), locale).Arguments;
}
