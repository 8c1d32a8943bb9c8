using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>On Telegram, a base of another kind is served without a word of the base that is shipped.</summary>
public sealed class AnotherBaseTests : TelegramTest
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task No_message_button_inline_result_command_description_or_line_of_the_log_has_a_word_of_another_base()
    {
        StartBot(OpeningHours.Answerer);
        await Server.Calls.WaitForAsync("getMyShortDescription", 4, Deadline);
        await Task.WhenAll(((string[])["en", "zh-hant", "zh-hans", "ru", "uk"]).Select((language, i) => AskAllAsync(new TelegramUser(101 + i, "Lan", language))));
        await PressAsync();
        await AskInGroupAsync();
        foreach (var typed in (string[])["", "museum", "When is it open?", "xyzzy"])
        {
            await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, typed), Deadline);
        }

        var sent = Server.Calls.Select(c => c.Parameters.ToJsonString(s_readable)).ToList();
        Assert.Contains(sent, text => text.Contains("Mara Holt", StringComparison.Ordinal));
        Assert.All(sent.Concat(Log.Lines), text => Assert.Empty(WordsOfAnotherBase.In(text)));
    }

    [Fact]
    public async Task Nothing_is_offered_or_announced_that_the_base_does_not_have()
    {
        StartBot(OpeningHours.Answerer);
        await Server.Calls.WaitForAsync("getMyShortDescription", 4, Deadline);
        foreach (var request in OpeningHoursRequests.All.Where(r => !OpeningHoursRequests.AsksForAbsent(r)))
        {
            var message = await AskAsync(AnnsChat, request);

            Assert.DoesNotMatch(OpeningHoursRequests.Absent, message.Text);
            Assert.All(message.Keyboard.SelectMany(row => row), button => Assert.DoesNotMatch(OpeningHoursRequests.Absent, button.Text));
        }

        Assert.All(((string[])["", "zh", "ru", "uk"]).SelectMany(code => Server.Commands(language: code)), command =>
        {
            Assert.DoesNotContain(command.Command, OpeningHoursRequests.NotOffered);
            Assert.DoesNotMatch(OpeningHoursRequests.Absent, command.Description);
        });
    }

    private async Task AskAllAsync(TelegramUser reader)
    {
        foreach (var request in OpeningHoursRequests.All)
        {
            await AskAsync(Server.PrivateChat(reader), request);
        }
    }

    // Details, another page, and a button that leads nowhere.
    private async Task PressAsync()
    {
        var menu = await AskAsync(AnnsChat, "/ask hours-daily");
        await Server.WaitForCallbackAnswerAsync(AnnsChat.Press(Ann, menu.Id, 0, 0), Deadline);
        await Server.WaitForCallbackAnswerAsync(AnnsChat.PressForged(Ann, menu.Id, "nonsense"), Deadline);
    }

    private async Task AskInGroupAsync()
    {
        var group = Server.Group(-5, "Group");
        foreach (var request in OpeningHoursRequests.Tiers.Values)
        {
            await AskAsync(group, $"@{Server.Bot.Username} {request}", Ann);
        }
    }
}
