using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class RenderingTests : DiscordTest
{
    // The language of the app, the reader's own, and the beginning of a name in it.
    private static readonly (string Code, string Locale, string Typed)[] s_languages =
        [("en-US", "en", "kell"), ("zh-TW", "zh-TW", "凱"), ("zh-CN", "zh-Hans", "凯"), ("ru", "ru", "кел"), ("uk", "uk", "кел")];

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each form of a response, and the command that is answered in it.</summary>
    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "fact", "ask" },
        { "private", "ask" },
        { "check", "ask" },
        { "details", "fact" },
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
        var approved = File.Exists(path) ? JsonNode.Parse(await File.ReadAllTextAsync(path, Deadline)) : null;

        var shown = new JsonObject();
        foreach (var (code, locale, typed) in s_languages)
        {
            var response = await RespondAsync(form, command, new DiscordUser(51, "Rea", code), locale, typed);
            shown[code] = Kind.Bare(response.Json, approved?[code]).DeepClone();
        }

        Approved.Matches(
            "Bot.EndToEnd.Tests",
            file,
            shown.ToJsonString(s_readable).ReplaceLineEndings("\n").Replace(SampleBase.Answerer.Version, "<version>", StringComparison.Ordinal) + "\n");
    }

    private async Task<InteractionResponse> RespondAsync(string form, string command, DiscordUser reader, string locale, string typed) => form switch
    {
        "dead-button" => await Server.SendRaw(Press("nothing of ours", reader.Locale)).ResponseAsync(Deadline),
        "check" => await Channel.CheckMessage(reader, CheckMessage, ExampleRequests.Words(command, locale), Bob).ResponseAsync(Deadline),
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
