using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NSec.Cryptography;

namespace Bot.Loopback.Discord;

/// <summary>Sends interactions to the application's endpoint, signed ("Interactions Overview", Configuring an Interactions Endpoint URL).</summary>
internal sealed class InteractionsEndpoint : IDisposable
{
    private readonly DiscordServer _server;
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public InteractionsEndpoint(DiscordServer server)
    {
        _server = server;
        PublicKey = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

        // Its name is common knowledge.
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Discord-Interactions/1.0");
    }

    /// <summary>The key that the signatures are checked with.</summary>
    public string PublicKey { get; }

    /// <summary>The address; null while interactions go by the gateway.</summary>
    public Uri? Url { get; set; }

    /// <summary>Sends a ping with a good signature and one with a bad; gives what is wrong with the answers.</summary>
    public async Task<string?> ValidateAsync(Uri url, CancellationToken cancellation)
    {
        var id = _server.Ids.Next();
        var ping = new JsonObject
        {
            ["version"] = 1,
            ["type"] = 1,
            ["token"] = Tokens.New(id),
            ["id"] = id.Text(),
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject(),
            ["attachment_size_limit"] = 10485760,
            ["application_id"] = _server.Options.ApplicationId.Text(),
            ["app_permissions"] = "0",
        }.ToUtf8();
        try
        {
            var (status, type, body) = await PostAsync(url, ping, isGenuine: true, cancellation);
            if (status != 200)
            {
                return $"a PING was answered with {status}";
            }

            if (type != "application/json")
            {
                return $"a PING was answered with the content type {type}";
            }

            if (!DiscordJson.TryParse(body, out var pong) || pong.Integer("type") != 1)
            {
                return "a PING was not answered with a PONG";
            }

            var bad = await PostAsync(url, ping, isGenuine: false, cancellation);
            return bad.Status == 401 ? null : $"an invalid signature was answered with {bad.Status}";
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no answer in 3 seconds";
        }
    }

    /// <summary>Sends an interaction, and takes the answer for its first response.</summary>
    public async Task SendAsync(IPendingInteraction interaction, byte[] payload, Interactions interactions)
    {
        var failure = "";
        try
        {
            var (status, type, body) = await PostAsync(Url!, payload, isGenuine: true, CancellationToken.None);
            failure = Take(interaction, interactions, status, type, body);
        }
        catch (HttpRequestException e)
        {
            failure = e.Message;
        }
        catch (OperationCanceledException)
        {
            failure = "no answer in 3 seconds";
        }

        if (failure is null)
        {
            return;
        }

        _server.AddProblem($"interaction {interaction.Id}: the endpoint: {failure}");
        if (interaction is Interaction full)
        {
            full.Failure = failure;
        }
        else if (interaction is FloodItem item)
        {
            item.Respond([]);
        }

        _server.Changes.Notify();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
    }

    // "If you send this request for an interaction received over HTTP, respond to the original HTTP request with a 202 and no body."
    private static string? Take(IPendingInteraction interaction, Interactions interactions, int status, string? type, byte[] body)
    {
        if (status == 202 && body.Length == 0)
        {
            return interaction is Interaction { Response: null } ? "202 without a response by callback" : null;
        }

        if (status != 200)
        {
            return $"answered {status}";
        }

        if (type != "application/json")
        {
            return $"answered with the content type {type}";
        }

        if (interaction is FloodItem item)
        {
            return item.Respond(body) ? null : "answered twice";
        }

        if (!DiscordJson.TryParse(body, out var response))
        {
            return "answered with no JSON";
        }

        return interactions.Respond((Interaction)interaction, response) is { } refusal ? Encoding.UTF8.GetString(refusal.Body) : null;
    }

    private async Task<(int Status, string? Type, byte[] Body)> PostAsync(Uri url, byte[] payload, bool isGenuine, CancellationToken cancellation)
    {
        var timestamp = _server.Options.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. payload]);
        if (!isGenuine)
        {
            signature[0] ^= 1;
        }

        using var deadline = new CancellationTokenSource(Interactions.FirstWait, _server.Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new ByteArrayContent(payload);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        using var answer = await _http.SendAsync(request, either.Token);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(either.Token));
    }
}
