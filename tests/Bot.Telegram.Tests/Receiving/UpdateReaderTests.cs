using System.Text;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Telegram.Receiving;

namespace Bot.Telegram.Tests.Receiving;

public sealed class UpdateReaderTests
{
    private const string Question = "How long did the Riyadh talks last?";

    private static readonly UpdateReader s_reader = new(Some.Parser);

    public static TheoryData<string> UnreadableParts { get; } =
    [
        // 65 levels and more.
        $"\"x\":{Nested(62)}",
        $"\"x\":{Nested(3000)}",
        $"\"rich_message\":{Nested(100_000)}",

        // Words and types of a later version of the Bot API.
        "\"forward_origin\":{\"type\":\"of next year\",\"date\":1739880000}",
        "\"forward_origin\":{}",
        "\"external_reply\":{\"origin\":{\"type\":\"of next year\",\"date\":1739880000}}",
        "\"paid_media\":{\"star_count\":1,\"paid_media\":[{\"type\":\"of next year\"}]}",
        "\"chat_background_set\":{\"type\":{\"type\":\"of next year\"}}",
        "\"chat_background_set\":{\"type\":{\"type\":\"fill\",\"fill\":{\"type\":\"of next year\"},\"dark_theme_dimming\":1}}",
        "\"reply_to_message\":{\"message_id\":1,\"date\":1739880000,\"chat\":{\"id\":11,\"type\":\"private\"},\"forward_origin\":{\"type\":\"of next year\",\"date\":1739880000}}",
        $"\"reply_to_message\":{{\"message_id\":1,\"date\":1739880000,\"chat\":{{\"id\":11,\"type\":\"private\"}},\"x\":{Nested(70)}}}",
        "\"pinned_message\":{\"message_id\":1,\"date\":1739880000,\"chat\":{\"id\":11,\"type\":\"private\"},\"forward_origin\":{\"type\":\"of next year\"}}",
        "\"entities\":[{\"type\":17}]",
        "\"entities\":7",
        "\"quote\":[]",
        "\"message_thread_id\":\"12\"",
        "\"via_bot\":{\"id\":\"none\"}",
        "\"edit_date\":99999999999999999999",
        "\"sender_chat\":{\"id\":null}",

        // Names that are no characters.
        "\"\\ud800aaaaaa\":1",
        "\"\\ud800\":1",
    ];

    [Theory]
    [MemberData(nameof(UnreadableParts))]
    public void A_part_that_cannot_be_read_is_left_out_and_the_text_is_asked(string part)
    {
        var update = Assert.Single(Read(Message(Question, part)));

        Assert.Equal((7, Question), (update.Id, Asked(update)));
    }

    [Theory]
    [MemberData(nameof(UnreadableParts))]
    public void An_update_with_any_part_costs_none_beside_it(string part)
    {
        var updates = Read(Message(Question, part), Some.Json(8), part.Contains("aaaaaa", StringComparison.Ordinal) ? "{\"update_id\":9,\"\\ud800aaaaaa\":1}" : "{\"update_id\":9}", Some.Json(10));

        Assert.Equal([7, 8, 9, 10], updates.Select(u => u.Id));
        Assert.Equal([true, true, true, true], updates.Select(u => u.Update is not null || u.Error is not null));
        Assert.Equal("Hello", Asked(updates[3]));
    }

    [Theory]
    [InlineData("\\ud800 Lavrov", "\uFFFD Lavrov")]
    [InlineData("Lavrov \\udc00", "Lavrov \uFFFD")]
    [InlineData("\\ud83d\\ude00 Lavrov \\ud800", "\U0001F600 Lavrov \uFFFD")]
    public void Half_a_surrogate_pair_is_the_replacement_character(string text, string asked)
    {
        var update = Assert.Single(Read(Message(text, "\"message_thread_id\":1")));

        Assert.Equal(asked, Asked(update));
    }

    [Theory]
    [InlineData("{\"message_id\":3,\"date\":1}")]
    [InlineData("{\"message_id\":3,\"date\":1,\"chat\":{}}")]
    [InlineData("{\"message_id\":3,\"date\":1,\"chat\":[]}")]
    [InlineData("{\"message_id\":3,\"date\":1,\"chat\":\"x\"}")]
    [InlineData("{\"message_id\":3,\"date\":1,\"chat\":{\"id\":0,\"type\":\"private\"}}")]
    [InlineData("{\"message_id\":0,\"date\":1,\"chat\":{\"id\":11,\"type\":\"private\"}}")]
    [InlineData("7")]
    public void A_button_is_read_without_a_message_that_has_no_id_or_chat(string message)
    {
        var read = Assert.Single(Read($"{{\"update_id\":9,\"callback_query\":{{\"id\":\"5\",\"from\":{{\"id\":11,\"is_bot\":false,\"first_name\":\"Ann\"}},\"message\":{message},\"chat_instance\":\"-7\",\"data\":\"x\"}}}}"));

        Assert.Equal("5", read.Update?.CallbackQuery?.Id);
        Assert.Null(read.Update?.CallbackQuery?.Message);
        Assert.NotNull(read.Error);
    }

    [Theory]
    [InlineData("\"message\":\"not an object\"")]
    [InlineData("\"message\":{\"message_id\":1,\"text\":\"x\"}")]
    [InlineData("\"message\":{\"message_id\":1,\"chat\":{\"id\":\"eleven\",\"type\":\"private\"},\"text\":\"x\"}")]
    [InlineData("\"message\":{\"message_id\":1,\"chat\":{\"id\":0,\"type\":\"private\"},\"text\":\"x\"}")]
    [InlineData("\"callback_query\":{\"id\":5,\"from\":null,\"data\":[]}")]
    [InlineData("\"inline_query\":{\"id\":\"7\",\"from\":{\"id\":11},\"query\":12}")]
    [InlineData("\"message\":[1,2,3]")]
    public void An_update_of_which_nothing_can_be_answered_is_given_by_its_id_and_why(string content)
    {
        var update = Assert.Single(Read($$"""{"update_id":7,{{content}}}"""));

        Assert.Equal((7, null, null), (update.Id, update.Update, update.Incoming));
        Assert.NotNull(update.Error);
    }

    [Fact]
    public void A_press_is_read_without_the_part_of_its_message_that_cannot_be()
    {
        var update = Assert.Single(Read(
            """
            {"update_id":7,"callback_query":{"id":"5","from":{"id":11,"is_bot":false,"first_name":"Ann"},"chat_instance":"1","data":"x",
            "message":{"message_id":3,"date":1739880000,"chat":{"id":11,"type":"private"},"forward_origin":{"type":"of next year","date":1}}}}
            """));

        Assert.Equal(("5", 3, 11L), (update.Update!.CallbackQuery!.Id, update.Update.CallbackQuery.Message!.Id, update.Update.CallbackQuery.Message.Chat.Id));
        Assert.NotNull(update.Error);
    }

    [Fact]
    public void A_press_is_read_without_a_message_that_has_no_id()
    {
        var update = Assert.Single(Read("{\"update_id\":7,\"callback_query\":{\"id\":\"5\",\"from\":{\"id\":11,\"is_bot\":false,\"first_name\":\"Ann\"},\"chat_instance\":\"1\",\"data\":\"x\",\"message\":{\"message_id\":0,\"date\":1,\"chat\":{\"id\":11,\"type\":\"private\"}}}}"));

        Assert.Equal(("5", null), (update.Update?.CallbackQuery?.Id, update.Update?.CallbackQuery?.Message));
    }

    [Fact]
    public void A_picture_beside_a_part_that_cannot_be_read_is_still_answered()
    {
        var update = Assert.Single(Read("""{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":11,"type":"private"},"from":{"id":11,"is_bot":false,"first_name":"A"},"photo":[{"file_id":7}],"forward_origin":{}}}"""));

        Assert.Equal(new Input.Ask(new Request("check", "", "en")), update.Incoming!.Input);
    }

    [Fact]
    public void What_has_no_id_that_can_be_read_is_skipped()
    {
        var updates = Read("17", "null", "[]", "{}", "\"text\"", """{"update_id":"7"}""", """{"update_id":1e99}""", """{"update_id":null}""", Some.Json(8));

        Assert.Equal([8], updates.Select(u => u.Id));
    }

    [Fact]
    public void What_is_known_is_not_read_again()
    {
        var update = Assert.Single(s_reader.ReadAnswer(Encoding.UTF8.GetBytes($$"""{"ok":true,"result":[{{Some.Json(8)}}]}"""), _ => false));

        Assert.Equal((8, null, null), (update.Id, update.Update, update.Error));
    }

    [Fact]
    public void A_whole_update_is_kept_as_it_was_written()
    {
        var update = Assert.Single(Read(" " + Some.Json(8)));

        Assert.Equal(Some.Json(8), Encoding.UTF8.GetString(update.Json.Span));
        Assert.Null(update.Error);
    }

    /// <summary>What no change may do: throw, lose the id, or lose the text while the text, the chat and the message around them are intact.</summary>
    [Fact]
    public void Any_change_of_a_message_costs_no_more_than_what_it_changes()
    {
        var recorded = Message(Question, "\"forward_origin\":{\"type\":\"user\",\"date\":1739880000,\"sender_user\":{\"id\":12,\"is_bot\":false,\"first_name\":\"Bob\"}},\"entities\":[{\"offset\":0,\"length\":3,\"type\":\"bold\"}]");
        CsCheck.Check.Sample(
            JsonMutations.Of(recorded),
            mutated =>
            {
                var update = s_reader.Read(Encoding.UTF8.GetBytes(mutated.Json), _ => true);
                if (mutated.IsIntact("update_id"))
                {
                    Assert.Equal(7, update?.Id);
                }

                if (mutated.IsIntact("update_id", "message.text", "message.chat.id", "message.chat.type", "message.from.id", "message.from.is_bot"))
                {
                    Assert.Equal(Question, Asked(update!));
                }
            },
            iter: LongRun.Mutations,
            threads: 1,
            print: mutated => mutated.ToString());
    }

    private static string Message(string text, string part) =>
        $$$"""{"update_id":7,"message":{"message_id":1,"date":1739880000,"chat":{"id":11,"type":"private"},"from":{"id":11,"is_bot":false,"first_name":"A","language_code":"en"},"text":"{{{text}}}",{{{part}}}}}""";

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static string? Asked(ParsedUpdate update) => update.Incoming?.Input is Input.Ask { Request: { Command: "ask" or Request.Check } request } ? request.Arguments : null;

    private static List<ParsedUpdate> Read(params string[] updates) =>
        s_reader.ReadAnswer(Encoding.UTF8.GetBytes($$"""{"ok":true,"result":[{{string.Join(",", updates)}}]}"""), _ => true);
}
