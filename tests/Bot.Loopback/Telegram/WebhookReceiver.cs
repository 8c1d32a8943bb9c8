using System.Text;

namespace Bot.Loopback.Telegram;

/// <summary>Where updates are sent, if the bot asked for that.</summary>
internal sealed class WebhookReceiver(UpdateQueue updates, Polling polling, TimeProvider time, bool isLocal, Action<string> tellProblem) : IAsyncDisposable
{
    private const int MaxSecret = 256;
    private readonly Lock _lock = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private WebhookSender? _sender;

    /// <summary>Whether one is set.</summary>
    public bool IsSet => _sender is not null;

    /// <summary><c>setWebhook</c>. An empty address removes the webhook.</summary>
    public async Task<byte[]> SetAsync(Parameters parameters)
    {
        var url = parameters.Text("url");
        if (url.Length == 0)
        {
            return await DeleteAsync(parameters);
        }

        var address = Address(url);
        var secret = parameters.Text("secret_token");
        if (Encoding.UTF8.GetByteCount(secret) > MaxSecret)
        {
            throw Refusal.BadRequest("secret token is too long");
        }

        if (!secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw Refusal.BadRequest("secret token contains unallowed characters");
        }

        var connections = parameters.Number("max_connections", 40, 1, isLocal ? 100_000 : 100);

        polling.EndForWebhook();
        await StopAsync();
        updates.Allow(parameters);
        if (parameters.Flag("drop_pending_updates"))
        {
            updates.Clear();
        }

        var sender = new WebhookSender(_client, updates, time, address, url, secret, connections, tellProblem);
        lock (_lock)
        {
            _sender = sender;
        }

        sender.Wake();
        return Json.True;
    }

    /// <summary><c>deleteWebhook</c>. What was not delivered waits for <c>getUpdates</c>.</summary>
    public async Task<byte[]> DeleteAsync(Parameters parameters)
    {
        await StopAsync();
        if (parameters.Flag("drop_pending_updates"))
        {
            updates.Clear();
        }

        return Json.True;
    }

    /// <summary><c>getWebhookInfo</c>.</summary>
    public byte[] Info()
    {
        var sender = _sender;
        return Json.Object(json =>
        {
            json.WriteString("url"u8, sender?.Url ?? "");
            json.WriteBoolean("has_custom_certificate"u8, false);
            json.WriteNumber("pending_update_count"u8, updates.Count);
            if (sender is not null)
            {
                if (sender.LastError is { } error)
                {
                    json.WriteNumber("last_error_date"u8, error.At.ToUnixTimeSeconds());
                    json.WriteString("last_error_message"u8, error.Message);
                }

                json.WriteNumber("max_connections"u8, sender.MaxConnections);
                json.WriteString("ip_address"u8, "127.0.0.1");
            }

            if (updates.Allowed is not { } allowed)
            {
                return;
            }

            json.WriteStartArray("allowed_updates"u8);
            foreach (var kind in allowed)
            {
                json.WriteStringValue(kind);
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Sends what is new.</summary>
    public void Wake() => _sender?.Wake();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
    }

    private async Task StopAsync()
    {
        WebhookSender? sender;
        lock (_lock)
        {
            (sender, _sender) = (_sender, null);
        }

        if (sender is not null)
        {
            await sender.DisposeAsync();
        }
    }

    private Uri Address(string url)
    {
        var absolute = url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url;
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw Refusal.BadRequest("invalid webhook URL specified");
        }

        if (isLocal)
        {
            return address;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            throw Refusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        return address.Port is 80 or 88 or 443 or 8443 ? address : throw Refusal.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
    }
}
