using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class RenderingTests : DiscordTest
{
    // The language of the app, the reader's own, the beginning of a name in it, and a claim that the base has otherwise.
    private static readonly (string Code, string Locale, string Typed, string Claim)[] s_languages =
    [
        ("en-US", "en", "kell", "The talks in Riyadh lasted 12 hours."),
        ("zh-TW", "zh-TW", "凱", "利雅得會談歷時12小時。"),
        ("zh-CN", "zh-Hans", "凯", "利雅得会谈历时12小时。"),
        ("ru", "ru", "кел", "Переговоры в Эр-Рияде длились 12 часов."),
        ("uk", "uk", "кел", "Переговори в Ер-Ріяді тривали 12 годин."),
    ];

    // What replaces the version of the base in the approved files.
    private const string Version = "<version>";

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each form of a response, and the command that is answered in it.</summary>
    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "answered", "ask" },
        { "private", "ask" },
        { "details", "ask" },
        { "fact", "fact" },
        { "closest", "closest" },
        { "talk", "talk" },
        { "check", "ask" },
        { "check-comparison", "ask" },
        { "check-no-text", "ask" },
        { "old-embed", "corrections" },
        { "facts", "timeline" },
        { "sections", "who" },
        { "first-page", "corrections" },
        { "next-page", "corrections" },
        { "menu", "positions" },
        { "choices", "who" },
        { "unknown", "ask" },
        { "suggested", "who" },
        { "invalid", "who" },
        { "dead-button", "" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_form_is_shown_as_approved_in_every_language(string form, string command)
    {
        await StartReadyBotAsync();
        var file = $"Discord/{form}.json";
        var path = Path.Combine(Repository.Root, "tests", "Bot.EndToEnd.Tests", "Approved", file);
        var approved = File.Exists(path) ? JsonNode.Parse((await File.ReadAllTextAsync(path, Deadline)).Replace(Version, SampleBase.Answerer.Version, StringComparison.Ordinal)) : null;

        var shown = new JsonObject();
        foreach (var (code, locale, typed, claim) in s_languages)
        {
            var response = await RespondAsync(form, command, new DiscordUser(51, "Rea", code), locale, typed, claim);
            shown[code] = Kind.Bare(response.Json, approved?[code]).DeepClone();
        }

        Approved.Matches(
            "Bot.EndToEnd.Tests",
            file,
            shown.ToJsonString(s_readable).ReplaceLineEndings("\n").Replace(SampleBase.Answerer.Version, Version, StringComparison.Ordinal) + "\n");
    }

    private async Task<InteractionResponse> RespondAsync(string form, string command, DiscordUser reader, string locale, string typed, string claim) => form switch
    {
        "dead-button" => await Server.SendRaw(Press("nothing of ours", reader.Locale)).ResponseAsync(Deadline),
        "details" => await Channel.Press(reader, await RunAsync(reader, command, OptionsOf(command, ExampleRequests.Words(command, locale))), AdapterTexts.In(locale).Details).ResponseAsync(Deadline),
        "closest" => await PressAsync(new Request(command, "riyadh-talks-duration !minutes", locale), reader),
        "talk" => await PressAsync(new Request(command, "greeting", locale), reader),
        "check" => await CheckAsync(reader, ExampleRequests.Words(command, locale)),
        "check-comparison" => await CheckAsync(reader, claim),
        "check-no-text" => await CheckAsync(reader, ""),
        "old-embed" => await Channel.Press(reader, OldMessage(reader, command, locale), "2 ›").ResponseAsync(Deadline),
        "choices" => await Channel.Type(reader, command, OptionsOf(command, typed), Parameter(command)).ResponseAsync(Deadline),
        "next-page" => await Channel.Press(reader, (await RunAsync(reader, command, []))!, "2 ›").ResponseAsync(Deadline),
        _ => await Channel.Run(reader, command, OptionsOf(command, form switch
        {
            "menu" => "",
            "unknown" => "qwertyuiop",
            "suggested" => "lavrof",
            "invalid" => "lavrov lang:xx",
            _ => ExampleRequests.Words(command, locale),
        }, form == "private")).ResponseAsync(Deadline),
    };

    // An answer as the bot sent it before its answers consisted of components.
    private DiscordMessage OldMessage(DiscordUser reader, string command, string locale) => Channel.AddEarlier(reader, new JsonObject
    {
        ["content"] = "",
        ["embeds"] = new JsonArray(new JsonObject { ["title"] = "Title", ["description"] = "Text" }),
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 1,
            ["components"] = new JsonArray(new JsonObject { ["type"] = 2, ["style"] = 2, ["label"] = "2 ›", ["custom_id"] = Code(ButtonAction.Page, new Request(command, "", locale, 2)) }),
        }),
    });

    private async Task<InteractionResponse> CheckAsync(DiscordUser reader, string text)
    {
        var message = Channel.MessageJson(Bob, text);
        message["id"] = "1326000000000000009";
        return await Channel.CheckMessage(reader, CheckMessage, message).ResponseAsync(Deadline);
    }

    private Task<InteractionResponse> PressAsync(Request request, DiscordUser reader) =>
        Server.SendRaw(Press(Code(ButtonAction.FollowUp, request), reader.Locale)).ResponseAsync(Deadline);

    private static string Code(ButtonAction action, Request request) => new ButtonCode(SampleBase.Answerer).Write(action, request, SampleBase.Answerer.Version, 100)!;

    // The words are those of the command's first option.
    private static JsonObject OptionsOf(string command, string words, bool isPrivate = false)
    {
        var options = words.Length == 0 ? [] : new JsonObject { [Parameter(command)] = words };
        if (isPrivate)
        {
            options["private"] = true;
        }

        return options;
    }

    private static string Parameter(string command) => SampleBase.Answerer.ListCommands("en").Single(c => c.Name == command).Parameters[0].Name;
}
