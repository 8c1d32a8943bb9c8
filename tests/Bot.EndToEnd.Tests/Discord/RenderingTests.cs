using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class RenderingTests : DiscordTest
{
    // What a reader would type: a question, a span, a name, a topic, a country, and the beginning of another name.
    private static readonly Dictionary<string, string[]> s_own = new()
    {
        ["en-US"] = ["How long did the Riyadh talks last?", "17-18 Feb", "Zelenskyy", "NATO", "Germany", "kell"],
        ["zh-TW"] = ["利雅德會談持續了多久？", "2月17日至18日", "澤倫斯基", "北約", "德國", "凱"],
        ["zh-CN"] = ["利雅得会谈持续了多久？", "2月17-18日", "泽连斯基", "北约", "德国", "凯"],
        ["ru"] = ["Сколько длились переговоры в Эр-Рияде?", "с 17 по 18 февраля", "Зеленский", "НАТО", "Германия", "кел"],
        ["uk"] = ["Скільки тривали переговори в Ер-Ріяді?", "17-18 лютого", "Зеленський", "НАТО", "Німеччина", "кел"],
    };

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Locales { get; } = [.. s_own.Keys];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Every_command_shows_what_was_approved(string locale)
    {
        await StartReadyBotAsync();
        var rea = new DiscordUser(51, "Rea", locale);
        var own = s_own[locale];
        (string Name, string Command, JsonObject Options)[] requests =
        [
            ("ask", "ask", new() { ["question"] = own[0] }),
            ("ask-private", "ask", new() { ["question"] = own[0], ["private"] = true }),
            ("ask-unknown", "ask", new() { ["question"] = "qwertyuiop" }),
            ("timeline", "timeline", new() { ["when"] = own[1] }),
            ("who", "who", new() { ["name"] = own[2] }),
            ("positions", "positions", new() { ["topic"] = own[3] }),
            ("reactions", "reactions", new() { ["country"] = own[4] }),
            ("source", "source", new() { ["source"] = "10" }),
            ("corrections", "corrections", []),
            ("fact", "fact", new() { ["id"] = "riyadh-talks-duration" }),
            ("help", "help", []),
            ("about", "about", []),
        ];

        var shown = new List<(string Name, InteractionResponse Response)>();
        foreach (var (name, command, options) in requests)
            shown.Add((name, await Channel.Run(rea, command, options).ResponseAsync(Patience)));
        shown.Add(("check", await Channel.CheckMessage(rea, CheckMessage, own[0], Bob).ResponseAsync(Patience)));
        shown.Add(("complete", await Channel.Type(rea, "who", new() { ["name"] = own[5] }, "name").ResponseAsync(Patience)));
        var corrections = shown.Single(s => s.Name == "corrections").Response.Message!;
        shown.Add(("page", await Channel.Press(rea, corrections, "2 ›").ResponseAsync(Patience)));
        shown.Add(("dead", await Server.SendRaw(Press("nothing of ours", locale)).ResponseAsync(Patience)));

        Assert.Multiple([.. shown.Select(s => (Action)(() =>
            Approved.Matches("Bot.EndToEnd.Tests", $"Discord/{s.Name}.{locale}.json", Rendering(s.Name, locale, s.Response.Json))))]);
    }

    private string Rendering(string name, string locale, JsonObject json) =>
        Kind.Bare(json, Path.Combine(Repository.Root, "tests", "Bot.EndToEnd.Tests", "Approved", "Discord", $"{name}.{locale}.json")).ToJsonString(s_readable).ReplaceLineEndings("\n").Replace(SampleBase.Answerer.Version, "<version>", StringComparison.Ordinal) + "\n";
}
