using System.Text;
using Bot.Adapters.Monitoring;
using Bot.Discord.Http;
using Bot.Discord.Wire;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace Bot.Discord.Tests.Http;

/// <summary>An endpoint with a key to sign requests with.</summary>
public abstract class InteractionsEndpointTest : IDisposable
{
    private protected const string PingJson = """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""";

    private protected static SignatureAlgorithm Ed25519 => SignatureAlgorithm.Ed25519;

    private protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1739880000_400));
    private protected ListLogger Logger { get; } = new();
    private protected Key DiscordKey { get; } = Key.Create(Ed25519);
    private protected List<Interaction> Taken { get; } = [];
    private protected InteractionsEndpoint Endpoint { get; }

    private protected InteractionsEndpointTest()
    {
        Endpoint = new InteractionsEndpoint(Clock, Logger, AdapterTelemetry.None("discord", Clock));
        Endpoint.Open(DiscordKey.PublicKey, Respond);
    }

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Endpoint.Dispose();
        DiscordKey.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static string Now => "1739880000";

    private protected ValueTask<InteractionResponse> Respond(Interaction interaction, CancellationToken cancellation)
    {
        Taken.Add(interaction);
        return ValueTask.FromResult(interaction.Type == InteractionType.Ping
            ? new InteractionResponse(CallbackType.Pong)
            : new InteractionResponse(CallbackType.ChannelMessage, new ResponseData { Content = interaction.Data?.Name }));
    }

    private protected string Sign(string body, string? timestamp = null) => Convert.ToHexStringLower(Ed25519.Sign(DiscordKey, Encoding.UTF8.GetBytes((timestamp ?? Now) + body)));

    private protected Task<(int Status, string Json)> ReceiveAsync(string? signature, string? timestamp, string body) => ReceiveAsync(signature, timestamp, Encoding.UTF8.GetBytes(body));

    private protected async Task<(int Status, string Json)> ReceiveAsync(string? signature, string? timestamp, byte[] body)
    {
        using var stream = new MemoryStream(body);
        var reply = await Endpoint.ReceiveAsync(signature, timestamp, stream, Cancellation);
        return (reply.Status, Encoding.UTF8.GetString(reply.Json.Span));
    }

    private protected sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("The body was read.");
    }

    private protected sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private protected sealed class StalledStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }

    private protected sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Bad chunk size data.");
    }

    private protected sealed class SlowStream(FakeTimeProvider clock, TimeSpan wait) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            clock.Advance(wait);
            throw new IOException("The data rate is too low.");
        }
    }

    private protected sealed class TricklingStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
