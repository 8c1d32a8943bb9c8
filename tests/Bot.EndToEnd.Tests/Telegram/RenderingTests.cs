using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class RenderingTests : TelegramTest
{
    private static readonly Dictionary<string, string[]> s_own = new()
    {
        ["en"] = ["How long did the Riyadh talks last?", "/timeline 17-18 Feb", "/who Zelenskyy", "/positions NATO", "/reactions Germany"],
        ["zh-hant"] = ["利雅得會談持續了多久？", "/timeline 2月17日至18日", "/who 澤連斯基", "/positions 北約", "/reactions 德國"],
        ["zh-hans"] = ["利雅得会谈持续了多久？", "/timeline 2月17-18日", "/who 泽连斯基", "/positions 北约", "/reactions 德国"],
        ["ru"] = ["Сколько длились переговоры в Эр-Рияде?", "/timeline с 17 по 18 февраля", "/who Зеленский", "/positions НАТО", "/reactions Германия"],
        ["uk"] = ["Скільки тривали переговори в Ер-Ріяді?", "/timeline 17-18 лютого", "/who Зеленський", "/positions НАТО", "/reactions Німеччина"],
    };

    public static TheoryData<string> Languages { get; } = [.. s_own.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_command_shows_what_was_approved(string language)
    {
        var chat = Server.PrivateChat(new TelegramUser(51, "Rea", language));
        StartBot();
        var own = s_own[language];
        (string Name, string Text)[] requests =
        [
            ("start", "/start"), ("ask", own[0]), ("ask-empty", "/ask"), ("ask-unknown", "qwertyuiop"), ("timeline", own[1]), ("who", own[2]), ("positions", own[3]), ("reactions", own[4]),
            ("source", "/source 10"), ("corrections", "/corrections"), ("fact", "/fact riyadh-talks-duration"), ("help", "/help"), ("about", "/about"), ("nonsense", "/nonsense"),
        ];

        var shown = new List<(string Name, ChatMessage Message)>();
        foreach (var (name, text) in requests)
            shown.Add((name, await AskAsync(chat, text)));

        Assert.Multiple([.. shown.Select(s => (Action)(() =>
            Approved.Matches("Bot.EndToEnd.Tests", $"Telegram/{s.Name}.{language}.txt", Rendering.Of(s.Message, SampleBase.Answerer.Version))))]);
    }
}
