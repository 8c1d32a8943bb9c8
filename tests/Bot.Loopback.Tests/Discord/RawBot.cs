using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

/// <summary>A bot that speaks to the API over real HTTP, with nothing between.</summary>
internal sealed class RawBot : IDisposable
{
    private readonly CancellationToken _deadline;
    private readonly DiscordServer _server;

    public RawBot(DiscordServer server, CancellationToken deadline)
    {
        (_server, _deadline) = (server, deadline);
        Http = new() { BaseAddress = new(server.ApiUrl) };
        Http.DefaultRequestHeaders.Add("Authorization", "Bot " + server.Options.Token);
        Http.DefaultRequestHeaders.Add("User-Agent", "DiscordBot (https://example.com, 1.0)");
    }

    public HttpClient Http { get; }

    /// <summary>The status and the body of an answer.</summary>
    public async Task<string> TextAsync(string method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(_deadline)}".TrimEnd();
    }

    /// <summary>The body of an answer that is a success.</summary>
    public async Task<JsonNode> JsonAsync(string method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync(_deadline);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return Http.SendAsync(request, _deadline);
    }

    /// <summary>Registers commands.</summary>
    public Task RegisterAsync(string commands, string scope = "") => JsonAsync("PUT", $"applications/{_server.ApplicationId}/{scope}commands", commands);

    /// <summary>Responds to an interaction, and gives the status and the body.</summary>
    public Task<string> RespondAsync(Interaction interaction, string body, string query = "") =>
        TextAsync("POST", $"interactions/{interaction.Id}/{interaction.Token}/callback{query}", body);

    /// <summary>Responds with a text.</summary>
    public async Task SayAsync(Interaction interaction, string content, int flags = 0) =>
        Assert.Equal("204", await RespondAsync(interaction, $$$"""{"type":4,"data":{"content":"{{{content}}}","flags":{{{flags}}}}}"""));

    /// <summary>Calls the webhook of an interaction.</summary>
    public Task<string> WebhookAsync(string method, Interaction interaction, string path = "", string? body = null) =>
        TextAsync(method, $"webhooks/{_server.ApplicationId}/{interaction.Token}{path}", body);

    public void Dispose() => Http.Dispose();
}
