using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

/// <summary>A bot that speaks to the server over real HTTP, with nothing between.</summary>
internal sealed class BotClient(TelegramServer server, CancellationToken deadline) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(server.Url) };

    /// <summary>Calls a method, and gives the whole answer.</summary>
    public async Task<JsonNode> CallAsync(string method, object? parameters = null)
    {
        using var answer = await SendAsync(method, parameters);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(deadline))!;
    }

    /// <summary>Calls a method that succeeds, and gives its result.</summary>
    public async Task<JsonNode> ResultAsync(string method, object? parameters = null)
    {
        var answer = await CallAsync(method, parameters);
        Assert.True(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["result"]!;
    }

    /// <summary>Calls a method that fails, and gives the code and the description.</summary>
    public async Task<string> ErrorAsync(string method, object? parameters = null)
    {
        using var answer = await SendAsync(method, parameters);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(deadline))!;
        Assert.False(json["ok"]!.GetValue<bool>(), json.ToJsonString());
        Assert.Equal((int)answer.StatusCode, json["error_code"]!.GetValue<int>());
        return $"{json["error_code"]} {json["description"]}";
    }

    /// <summary>The updates from an offset on.</summary>
    public async Task<JsonNode[]> UpdatesAsync(int offset = 0, int limit = 100, int timeout = 0) =>
        [.. (await ResultAsync("getUpdates", new { offset, limit, timeout })).AsArray().Select(u => u!)];

    /// <summary>Calls a method, and gives the response.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, object? parameters, CancellationToken? cancellation = null) =>
        _http.PostAsJsonAsync($"/bot{server.Options.Token}/{method}", parameters ?? new { }, cancellation ?? deadline);

    /// <summary>Sends any content.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, HttpContent? content)
    {
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, deadline);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(deadline));
    }

    /// <summary>Asks with nothing but an address.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), deadline);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(deadline));
    }

    public void Dispose() => _http.Dispose();
}
