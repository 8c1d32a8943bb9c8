namespace Bot.Answers.Tests.Commands;

/// <summary>One request for each command as a reader of each language types it.</summary>
internal static class ApprovedRequests
{
    public static IEnumerable<(string Command, string Language, string Text)> All { get; } =
    [
        ("ask", "en", "How long did the Riyadh talks last?"),
        ("ask", "zh-Hant", "利雅得會談持續了多久？"),
        ("ask", "zh-Hans", "利雅得会谈持续了多久？"),
        ("ask", "ru", "Сколько длились переговоры в Эр-Рияде?"),
        ("ask", "uk", "Скільки тривали переговори в Ер-Ріяді?"),
        ("timeline", "en", "/timeline 17-18 Feb"),
        ("timeline", "zh-Hant", "/timeline 2月17日至18日"),
        ("timeline", "zh-Hans", "/timeline 2月17-18日"),
        ("timeline", "ru", "/timeline с 17 по 18 февраля"),
        ("timeline", "uk", "/timeline 17-18 лютого"),
        ("who", "en", "/who Zelenskyy"),
        ("who", "zh-Hant", "/who 澤連斯基"),
        ("who", "zh-TW", "/who 澤倫斯基"),
        ("who", "zh-HK", "/who 澤連斯基"),
        ("who", "zh-Hans", "/who 泽连斯基"),
        ("who", "ru", "/who Зеленский"),
        ("who", "uk", "/who Зеленський"),
        ("reactions", "en", "/reactions Germany"),
        ("reactions", "zh-Hant", "/reactions 德國"),
        ("reactions", "zh-Hans", "/reactions 德国"),
        ("reactions", "ru", "/reactions Германия"),
        ("reactions", "uk", "/reactions Німеччина"),
        ("positions", "en", "/positions NATO"),
        ("positions", "zh-Hant", "/positions 北約"),
        ("positions", "zh-Hans", "/positions 北约"),
        ("positions", "ru", "/positions НАТО"),
        ("positions", "uk", "/positions НАТО"),
        .. InEvery("source", "/source 10"),
        .. InEvery("corrections", "/corrections"),
        .. InEvery("fact", "/fact riyadh-talks-duration"),
        .. InEvery("help", "/help"),
        .. InEvery("about", "/about"),
        .. InEvery("start", "/start"),
    ];

    private static IEnumerable<(string Command, string Language, string Text)> InEvery(string command, string text) =>
        Bot.Facts.Model.Languages.Tags.Select(language => (command, language, text));
}
