namespace Bot.Testing;

/// <summary>An example request of each command, as a reader of each language and region types it.</summary>
internal static class ExampleRequests
{
    private static readonly Dictionary<string, Dictionary<string, string>> s_own = new()
    {
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
            ["en"] = "17-18 Feb",
            ["zh-Hant"] = "2月17日至18日",
            ["zh-Hans"] = "2月17-18日",
            ["ru"] = "с 17 по 18 февраля",
            ["uk"] = "17-18 лютого",
        },
        ["who"] = new()
        {
            ["en"] = "Zelenskyy",
            ["zh-Hant"] = "澤連斯基",
            ["zh-TW"] = "澤倫斯基",
            ["zh-Hans"] = "泽连斯基",
            ["ru"] = "Зеленский",
            ["uk"] = "Зеленський",
        },
        ["positions"] = new()
        {
            ["en"] = "NATO",
            ["zh-Hant"] = "北約",
            ["zh-Hans"] = "北约",
            ["ru"] = "НАТО",
            ["uk"] = "НАТО",
        },
        ["reactions"] = new()
        {
            ["en"] = "Germany",
            ["zh-Hant"] = "德國",
            ["zh-Hans"] = "德国",
            ["ru"] = "Германия",
            ["uk"] = "Німеччина",
        },
    };

    private static readonly Dictionary<string, string> s_everywhere = new()
    {
        ["source"] = "10",
        ["fact"] = "riyadh-talks-duration",
    };

    /// <summary>The tags of all languages and regions.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];

    /// <summary>Every command: those that help lists, and the one that a chat begins with.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["start", .. SampleBase.Answerer.ListCommands("en").Select(c => c.Name)];

    /// <summary>The words of a command's example; empty where it needs none.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="locale">The tag of the reader's language or region; Taiwan and Hong Kong type as others who write traditional Chinese do, unless they say it otherwise.</param>
    public static string Words(string command, string locale) => s_own.TryGetValue(command, out var own)
        ? own.GetValueOrDefault(locale) ?? own["zh-Hant"]
        : s_everywhere.GetValueOrDefault(command, "");

    /// <summary>A command's example as it is typed: a question without a slash.</summary>
    public static string Text(string command, string locale) =>
        command == "ask" ? Words(command, locale) : $"/{command} {Words(command, locale)}".TrimEnd();
}
