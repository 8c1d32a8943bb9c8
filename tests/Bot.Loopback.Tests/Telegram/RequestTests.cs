using System.Net;
using System.Text;

namespace Bot.Loopback.Tests.Telegram;

public sealed class RequestTests : ServerTest
{
    private const string Sent = """{"ok":true,"result":{"message_id":1,"from":{"id":4242,"is_bot":true,"first_name":"Loopback bot","username":"loopback_bot"},"chat":{"id":11,"first_name":"Ann","username":"ann","type":"private"},"date":1739880000,"text":"Hi & bye"}}""";

    private string Method(string name) => $"/bot{Server.Options.Token}/{name}";

    [Fact]
    public async Task A_wrong_token_is_unauthorized()
    {
        Assert.Equal((HttpStatusCode.Unauthorized, """{"ok":false,"error_code":401,"description":"Unauthorized"}"""), await Client.GetAsync("/bot1:wrong/getMe"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/getMe")]
    [InlineData("/bot4242:loopback-token")]
    [InlineData("/bot4242:loopback-token/")]
    public async Task A_path_of_another_form_is_not_found(string path)
    {
        Assert.Equal((HttpStatusCode.NotFound, """{"ok":false,"error_code":404,"description":"Not Found"}"""), await Client.GetAsync(path));
    }

    [Fact]
    public async Task An_unknown_method_is_not_found_and_a_problem()
    {
        Assert.Equal("404 Not Found: method not found", await Client.ErrorAsync("sendMassage"));
        Assert.Equal(["sendMassage: the stand-in does not know this method"], Server.Problems);
    }

    [Fact]
    public async Task The_case_of_a_method_does_not_matter()
    {
        Assert.Equal("4242", (await Client.ResultAsync("GETME"))["id"]!.ToString());
    }

    [Fact]
    public async Task Parameters_may_stand_in_the_query()
    {
        Server.PrivateChat(Ann);

        Assert.Equal((HttpStatusCode.OK, Sent), await Client.GetAsync(Method("sendMessage") + "?chat_id=11&text=Hi%20%26%20bye"));
    }

    [Fact]
    public async Task Parameters_may_stand_in_a_form()
    {
        Server.PrivateChat(Ann);
        using var form = new FormUrlEncodedContent([new("chat_id", "11"), new("text", "Hi & bye")]);

        Assert.Equal((HttpStatusCode.OK, Sent), await Client.PostAsync(Method("sendMessage"), form));
    }

    [Fact]
    public async Task Parameters_may_stand_in_a_multipart_form()
    {
        Server.PrivateChat(Ann);
        using var form = new MultipartFormDataContent { { new StringContent("11"), "chat_id" }, { new StringContent("Hi & bye"), "text" } };

        Assert.Equal((HttpStatusCode.OK, Sent), await Client.PostAsync(Method("sendMessage"), form));
    }

    [Fact]
    public async Task Parameters_may_stand_in_a_json_body()
    {
        Server.PrivateChat(Ann);
        using var json = new StringContent("""{"chat_id":11,"text":"Hi & bye"}""", Encoding.UTF8, "application/json");

        Assert.Equal((HttpStatusCode.OK, Sent), await Client.PostAsync(Method("sendMessage"), json));
    }

    [Fact]
    public async Task A_parameter_that_the_specification_does_not_list_is_a_problem()
    {
        Server.PrivateChat(Ann);

        await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Hi", disable_web_page_preview = true });

        Assert.Equal(["sendMessage: unknown parameter disable_web_page_preview"], Server.Problems);
    }

    [Fact]
    public async Task The_bot_is_described_as_it_is()
    {
        Assert.Equal(
            """{"id":4242,"is_bot":true,"first_name":"Loopback bot","username":"loopback_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":true,"supports_guest_queries":true,"can_connect_to_business":false,"has_main_web_app":false,"has_topics_enabled":false,"allows_users_to_create_topics":false,"can_manage_bots":false,"supports_join_request_queries":false}""",
            (await Client.ResultAsync("getMe")).ToJsonString());
    }

    [Fact]
    public async Task Calls_are_logged_in_the_order_of_their_arrival()
    {
        Server.PrivateChat(Ann);
        await Client.ResultAsync("getMe");
        await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Hi" });
        await Client.ErrorAsync("sendMessage", new { chat_id = 99, text = "Hi" });

        Assert.Equal(["1 getMe 200", "2 sendMessage 200", "3 sendMessage 400"], Server.Calls.Select(c => $"{c.Number} {c.Method} {c.Status}"));
        Assert.Equal("""{"chat_id":11,"text":"Hi"}""", Server.Calls.Of("sendmessage")[0].Parameters.ToJsonString());
    }

    [Fact]
    public async Task A_test_can_wait_for_calls()
    {
        Server.PrivateChat(Ann);
        var two = Server.Calls.WaitForAsync("sendMessage", 2, Deadline);

        await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "One" });
        Assert.False(two.IsCompleted);
        await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Two" });

        Assert.Equal(["One", "Two"], (await two).Select(c => c["text"]));
    }
}
