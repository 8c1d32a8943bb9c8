using System.Text;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Telegram.Receiving;

namespace Bot.Telegram.Tests.Parsing;

/// <summary>All text of a message reaches the check, in whatever part of the message it is.</summary>
public sealed class MessageTextTests
{
    private static readonly UpdateReader s_reader = new(Some.Parser);

    [Theory]
    [InlineData("\"text\":\"Lavrov was in Riyadh\"", "Lavrov was in Riyadh")]
    [InlineData("\"photo\":[{\"file_id\":\"1\",\"file_unique_id\":\"1\",\"width\":1,\"height\":1}],\"caption\":\"Lavrov was in Riyadh\"", "Lavrov was in Riyadh")]
    [InlineData("\"poll\":{\"id\":\"5\",\"question\":\"Where?\",\"options\":[{\"text\":\"Riyadh\",\"voter_count\":0},{\"text\":\"Jeddah\",\"voter_count\":0}],\"total_voter_count\":0,\"is_closed\":false,\"is_anonymous\":true,\"type\":\"quiz\",\"allows_multiple_answers\":false,\"explanation\":\"They met there\"}", "Where?\nRiyadh\nJeddah\nThey met there")]
    [InlineData("\"checklist\":{\"title\":\"The talks\",\"tasks\":[{\"id\":1,\"text\":\"Meet in Riyadh\"},{\"id\":2,\"text\":\"Appoint teams\"}]}", "The talks\nMeet in Riyadh\nAppoint teams")]
    [InlineData("\"contact\":{\"phone_number\":\"1\",\"first_name\":\"Sergey Lavrov\"}", "")]
    [InlineData("\"venue\":{\"location\":{\"latitude\":1,\"longitude\":1},\"title\":\"Diriyah Palace\",\"address\":\"Riyadh\"}", "")]
    [InlineData("\"sticker\":{\"file_id\":\"1\",\"file_unique_id\":\"1\",\"type\":\"regular\",\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}", "")]
    public void Text_captions_polls_and_checklists_are_read(string part, string text)
    {
        Assert.Equal(new Request("check", text, "en"), Forwarded(part));
        Assert.Equal(new Request("check", text, "en"), RepliedTo(part));
    }

    [Fact]
    public void A_quoted_part_is_checked_rather_than_the_whole_message()
    {
        Assert.Equal(
            new Request("check", "4.5 hours", "en"),
            Read("\"text\":\"/ask@talks_bot\",\"quote\":{\"text\":\"4.5 hours\",\"position\":17},\"reply_to_message\":{\"message_id\":3,\"date\":1,\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"},\"text\":\"The talks lasted 4.5 hours\"}", "{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}"));
    }

    [Fact]
    public void A_poll_in_another_chat_is_read_too()
    {
        Assert.Equal(
            new Request("check", "Where?\nRiyadh", "en"),
            Read("\"text\":\"/ask\",\"external_reply\":{\"origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"X\"},\"poll\":{\"id\":\"5\",\"question\":\"Where?\",\"options\":[{\"text\":\"Riyadh\",\"voter_count\":0}],\"total_voter_count\":0,\"is_closed\":false,\"is_anonymous\":true,\"type\":\"regular\",\"allows_multiple_answers\":false}}"));
    }

    [Fact]
    public void Every_block_of_a_rich_message_is_read()
    {
        const string Blocks = """
            [
            {"type":"heading","text":"The talks","size":1},
            {"type":"paragraph","text":["Lavrov ",{"type":"bold","text":"was"}," in ",{"type":"url","text":"Riyadh","url":"https://example.org/"}]},
            {"type":"list","items":[{"label":"1.","blocks":[{"type":"paragraph","text":"Rubio too"}]}]},
            {"type":"blockquote","blocks":[{"type":"paragraph","text":"Quoted"}],"credit":"Somebody"},
            {"type":"table","cells":[[{"text":"Cell","align":"left","valign":"top"}]],"caption":"Table"},
            {"type":"details","summary":"Summary","blocks":[{"type":"paragraph","text":"Inside"}]},
            {"type":"divider"}
            ]
            """;

        var request = Forwarded("\"rich_message\":{\"blocks\":" + Blocks.ReplaceLineEndings("") + "}");

        Assert.Equal("check", request!.Command);
        Assert.Equal(["Cell", "Inside", "Lavrov was in Riyadh", "Quoted", "Rubio too", "Somebody", "Summary", "Table", "The talks"], request.Arguments.Split('\n').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"poll\":{\"id\":\"5\",\"question\":\"Where?\",\"options\":[{\"text\":\"Riyadh\",\"voter_count\":0},7]}", "Where?\nRiyadh")]
    [InlineData("\"checklist\":{\"title\":\"The talks\",\"tasks\":[{\"id\":1,\"text\":\"Meet in Riyadh\"},[]]}", "The talks\nMeet in Riyadh")]
    public void Beside_a_part_that_cannot_be_read_the_text_is_read_all_the_same(string part, string text)
    {
        Assert.Equal(new Request("check", text, "en"), Forwarded(part + ",\"effect_id\":[1]"));
    }

    private static Request? Forwarded(string part) => Read("\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"X\"}," + part);

    private static Request? RepliedTo(string part) => Read("\"text\":\"/source\",\"reply_to_message\":{\"message_id\":3,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}," + part + "}");

    private static Request? Read(string parts, string chat = "{\"id\":42,\"type\":\"private\"}") =>
        s_reader.Read(Encoding.UTF8.GetBytes($$$"""{"update_id":7,"message":{"message_id":4,"date":1,"chat":{{{chat}}},"from":{"id":42,"is_bot":false,"first_name":"A","language_code":"en"},{{{parts}}}}}"""), _ => true)
            ?.Incoming?.Input is Input.Ask { Request: var request } ? request : null;
}
