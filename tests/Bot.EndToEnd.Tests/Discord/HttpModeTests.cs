using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

[Trait("Program", "Published")]
public sealed class HttpModeTests : HttpModeTest
{
    [Fact]
    public async Task Every_kind_of_interaction_is_answered_in_the_answer_to_its_request()
    {
        StartProcess();
        await SetAsync();

        var answer = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question });
        Assert.Contains(AnswerToQuestion, Description(answer), StringComparison.Ordinal);
        Assert.Equal("Timeline · The Riyadh talks", Title(await Channel.Press(Bob, answer, "The Riyadh talks").MessageAsync(Deadline)));
        var pages = await RunAsync(Ann, "corrections", new JsonObject { ["private"] = true });
        Assert.Equal(7, (await Channel.Press(Ann, pages, "2 ›").ResponseAsync(Deadline)).Type);
        var reactions = await RunAsync(Ann, "reactions", new JsonObject { ["country"] = "Germany" });
        Assert.Contains("**Slovakia**", Description(await Channel.Choose(Ann, reactions, "Slovakia").MessageAsync(Deadline)), StringComparison.Ordinal);
        Assert.Contains("Sergey Lavrov", (await Channel.Type(Ann, "who", new JsonObject { ["name"] = "lavr" }, "name").ResponseAsync(Deadline)).ChoiceNames);
        Assert.True((await Channel.CheckMessage(Ann, CheckMessage, Question, Bob).MessageAsync(Deadline)).IsEphemeral);
        Assert.True(await Server.CheckInteractionsEndpointAsync(Deadline));
        Assert.Equal(0, await Programs[0].TerminateAsync(Deadline));
    }

    [Fact]
    public async Task The_commands_are_registered_and_a_missing_address_is_reported()
    {
        Start();

        await Server.WaitForCommandsAsync(Deadline);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.EndpointUrlMissing, "/interactions", "set the public https address of that path as Interactions Endpoint URL in the developer portal (General Information)."), Deadline);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount, "everywhere"), Deadline);
    }

    [Fact]
    public async Task An_address_that_is_set_is_returned()
    {
        await StartAndSetAsync();
        Start(port: FreePort.Take());

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.EndpointRegistered, "at /interactions", $"to {Url}"), Deadline);
    }

    [Fact]
    public async Task Another_path_can_be_set()
    {
        Start(variables: ("Discord__Path", "/discord/talks"));
        await Server.WaitForCommandsAsync(Deadline);

        await AnsweringAsync();
        await Server.SetInteractionsEndpointAsync($"http://127.0.0.1:{Port}/discord/talks", Deadline);

        await AskAsync();
    }

    [Fact]
    public async Task Replicas_answer_alike_and_each_others_buttons()
    {
        await StartAndSetAsync();
        var other = FreePort.Take();
        Start(other);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsUpToDate, CommandCount), Deadline);
        await AnsweringAsync(other);
        var first = await RunAsync(Ann, "corrections");

        await Server.SetInteractionsEndpointAsync(UrlAt(other), Deadline);

        Assert.Equal(Text(first), Text(await RunAsync(Ann, "corrections")));
        Assert.EndsWith("\n-# Page 2 of 7", Text(await Channel.Press(Ann, first, "2 ›").MessageAsync(Deadline)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_is_answered_by_a_pong()
    {
        await StartWithOwnKeyAsync();
        using var request = Request(Ping, Sign(OwnKey, Seconds(TimeSpan.Zero), Ping), Seconds(TimeSpan.Zero));

        using var answer = await Http.SendAsync(request, Deadline);

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"type":1}""", await answer.Content.ReadAsStringAsync(Deadline));
    }

    [Fact]
    public async Task Before_the_key_is_known_Discord_is_asked_to_retry()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("GET applications/@me", Fault.Slow(gate.Task));
        Start();
        await AnsweringAsync();

        Assert.Equal(503, await PostSignedAsync(Ping));
        gate.SetResult();

        await Server.WaitForCommandsAsync(Deadline);
        await Server.SetInteractionsEndpointAsync(Url, Deadline);
        await AskAsync();
    }

    [Fact]
    public async Task With_a_key_in_the_settings_questions_are_answered_while_Discords_API_is_down()
    {
        Start(variables: [("Discord__ApiUrl", $"http://127.0.0.1:{FreePort.Take()}"), ("Discord__PublicKey", OwnPublicKey.ToUpperInvariant())]);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET applications/@me", "failure 1"), Deadline);
        await AnsweringAsync();

        Assert.Equal(200, await PostSignedAsync(Ping));
        Assert.Equal(200, await PostSignedAsync("""{"id":"8","type":2,"token":"x","locale":"uk","data":{"name":"about","type":1}}"""));
    }

    [Fact]
    public async Task A_token_that_is_not_known_ends_the_process_with_exit_code_4()
    {
        ExpectsErrors = true;
        Server.ResetToken();
        Start();

        Assert.Equal(4, await Programs[0].EndedAsync(Deadline));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.TokenRejected, "Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and restart."), Deadline);
    }

    [Fact]
    public async Task An_app_without_a_key_ends_the_process_with_exit_code_4()
    {
        ExpectsErrors = true;
        Server.Faults.Next("GET applications/@me", Fault.Answers(new JsonObject { ["id"] = "1140000000000000042", ["verify_key"] = "" }));
        Start();

        Assert.Equal(4, await Programs[0].EndedAsync(Deadline));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.PublicKeyMissing, "Set Discord:PublicKey to the one in the developer portal (General Information), and restart."), Deadline);
    }
}
