using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class RenderingTests : TelegramTest
{
    // The language of the app, and the reader's own.
    private static readonly (string Code, string Locale)[] s_languages = [("en", "en"), ("zh-hant", "zh-Hant"), ("zh-hans", "zh-Hans"), ("ru", "ru"), ("uk", "uk")];

    /// <summary>Each form of an answer, and a request that is answered in it: the example of a command, or what no reader would call one.</summary>
    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "fact", "ask" },
        { "closest", "Why did the Riyadh talks last 12 hours?" },
        { "details", "fact" },
        { "facts", "timeline" },
        { "sections", "who" },
        { "first-page", "corrections" },
        { "next-page", "/corrections page:2" },
        { "menu", "start" },
        { "prompt", "/ask" },
        { "unknown", "qwertyuiop" },
        { "suggested", "/who lavrof" },
        { "invalid", "/nonsense" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_form_is_shown_as_approved_in_every_language(string form, string request)
    {
        StartBot();

        var shown = new List<(string, string)>();
        foreach (var (code, locale) in s_languages)
        {
            var chat = Server.PrivateChat(new TelegramUser(51 + shown.Count, "Rea", code));
            var message = await AskAsync(chat, ExampleRequests.Commands.Contains(request) ? ExampleRequests.Text(request, locale) : request);
            shown.Add((code, Rendering.Of(message, SampleBase.Answerer.Version)));
        }

        Approved.Matches("Bot.EndToEnd.Tests", $"Telegram/{form}.txt", shown);
    }

    [Theory]
    [InlineData("group-unknown", "@loopback_bot qwertyuiop", null)]
    [InlineData("group-invalid", "/nonsense@loopback_bot", null)]
    [InlineData("check", "/ask@loopback_bot", "The Riyadh talks lasted 12 hours")]
    [InlineData("check-unknown", "/ask@loopback_bot", "qwertyuiop")]
    [InlineData("check-no-text", "/ask@loopback_bot", "")]
    public async Task Each_form_in_a_group_is_shown_as_approved_in_every_language(string form, string text, string? checkedMessage)
    {
        StartBot();

        var shown = new List<(string, string)>();
        foreach (var (code, _) in s_languages)
        {
            var group = Server.Group(-61 - shown.Count, "Group");
            var reader = new TelegramUser(51 + shown.Count, "Rea", code);
            group.Send(reader, text, replyTo: checkedMessage is null ? null : group.Send(Bob, checkedMessage, asCaption: true));
            var message = (await group.WaitForBotMessagesAsync(1, Deadline))[0];
            shown.Add((code, Rendering.Of(message, SampleBase.Answerer.Version)));
        }

        Approved.Matches("Bot.EndToEnd.Tests", $"Telegram/{form}.txt", shown);
    }
}
