using System.Globalization;
using System.Text;
using Bot.Discord.Http;
using Bot.Discord.Logging;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace Bot.Discord.Tests.Http;

// Interactions, Overview: Setting up an Endpoint.
public sealed class InteractionsEndpointTests : IDisposable
{
    private const string PingJson = """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""";

    private static readonly SignatureAlgorithm s_ed25519 = SignatureAlgorithm.Ed25519;

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1739880000_400));
    private readonly ListLogger _logger = new();
    private readonly Key _key = Key.Create(s_ed25519);
    private readonly List<Interaction> _taken = [];
    private readonly InteractionsEndpoint _endpoint;

    public InteractionsEndpointTests()
    {
        _endpoint = new InteractionsEndpoint(_time, _logger);
        _endpoint.Open(_key.PublicKey, Respond);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_ping_with_Discords_signature_is_answered()
    {
        Assert.Equal((200, """{"type":1}"""), await ReceiveAsync(Sign(PingJson), Now, PingJson));
        Assert.Equal(InteractionType.Ping, Assert.Single(_taken).Type);
        Assert.Empty(_logger.Entries);
    }

    [Fact]
    public async Task The_answer_is_the_response()
    {
        const string Command = """{"id":"1","type":2,"token":"t","locale":"uk","data":{"name":"who","type":1,"options":[{"name":"name","type":3,"value":"Лавров 🙂"}]}}""";

        Assert.Equal((200, """{"type":4,"data":{"content":"who"}}"""), await ReceiveAsync(Sign(Command), Now, Command));
        Assert.Equal("Лавров 🙂", Assert.Single(_taken).Data?.Options?[0].Value);
    }

    [Fact]
    public async Task Hexadecimal_digits_may_be_capitals()
    {
        Assert.Equal(200, (await ReceiveAsync(Sign(PingJson).ToUpperInvariant(), Now, PingJson)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz")]
    public async Task Without_a_signature_the_body_is_not_even_read(string? signature)
    {
        using var body = new UnreadableStream();

        Assert.Equal(401, (await _endpoint.ReceiveAsync(signature, Now, body, Cancellation)).Status);
        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], _logger.Events);
    }

    [Fact]
    public async Task A_signature_of_another_length_or_of_other_characters_is_none()
    {
        using var body = new UnreadableStream();
        var signature = Sign(PingJson);

        Assert.All(
            await Task.WhenAll(((string[])[signature[..^1], signature[..^2], signature + "0", signature + "00", signature[..^1] + "g", " " + signature[1..], signature[..^1] + "٣"])
                .Select(s => _endpoint.ReceiveAsync(s, Now, body, Cancellation))),
            reply => Assert.Equal((401, true), (reply.Status, reply.Json.IsEmpty)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1739880000")]
    [InlineData("1739880000.4")]
    [InlineData(" 1739880000")]
    [InlineData("now")]
    [InlineData("00000001739880000")]
    [InlineData("١٧٣٩٨٨٠٠٠٠")]
    public async Task Without_a_time_the_body_is_not_even_read(string? timestamp)
    {
        using var body = new UnreadableStream();

        Assert.Equal(401, (await _endpoint.ReceiveAsync(Sign(PingJson, timestamp ?? ""), timestamp, body, Cancellation)).Status);
    }

    [Fact]
    public async Task The_signature_of_another_key_is_not_Discords()
    {
        using var other = Key.Create(s_ed25519);
        var signature = Convert.ToHexStringLower(s_ed25519.Sign(other, Encoding.UTF8.GetBytes(Now + PingJson)));

        Assert.Equal((401, ""), await ReceiveAsync(signature, Now, PingJson));
        Assert.Empty(_taken);
        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], _logger.Events);
    }

    [Fact]
    public async Task A_request_of_which_one_byte_differs_was_not_signed()
    {
        var body = Encoding.UTF8.GetBytes(PingJson);
        var signature = Sign(PingJson);
        for (var i = 0; i < body.Length; i++)
        {
            byte[] changed = [.. body];
            changed[i] ^= 1;
            Assert.Equal(401, (await ReceiveAsync(signature, Now, changed)).Status);
        }

        Assert.Equal(401, (await ReceiveAsync(signature, Now, [.. body, (byte)' '])).Status);
        Assert.Equal(401, (await ReceiveAsync(signature, Now, body[..^1])).Status);
        Assert.Equal(401, (await ReceiveAsync(signature, Now, [])).Status);
        Assert.Equal(401, (await ReceiveAsync(signature, "1739880001", body)).Status);
        Assert.Equal(401, (await ReceiveAsync(signature, "01739880000", body)).Status);
        Assert.Equal(401, (await ReceiveAsync((signature[0] == '0' ? '1' : '0') + signature[1..], Now, body)).Status);
        Assert.Equal(200, (await ReceiveAsync(signature, Now, body)).Status);
        Assert.Single(_taken);
    }

    [Fact]
    public async Task A_digit_cannot_move_from_the_time_to_the_body()
    {
        // What is signed is one after the other, without anything between: "1739880000" + "1{…}" is "17398800001" + "{…}".
        var signature = Sign(PingJson, "17398800001");

        Assert.Equal(400, (await ReceiveAsync(signature, Now, "1" + PingJson)).Status);
        Assert.Equal(401, (await ReceiveAsync(signature, "17398800001", PingJson)).Status);
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task Nothing_is_parsed_before_the_signature_is_checked()
    {
        Assert.Equal(401, (await ReceiveAsync(new string('0', 128), Now, "garbage")).Status);
        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], _logger.Events);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"x","type":1}""")]
    [InlineData("""{"id":"1","type":"ping"}""")]
    [InlineData("""{"id":"1","type":1""")]
    [InlineData("""{"id":"1","type":1}{}""")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"name":"name","value":{}}]}}""")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"name":"name","value":"\ud800"}]}}""")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[null]}}""")]
    [InlineData("""{"id":"1","type":3,"data":{"custom_id":"menu","values":[null]}}""")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"x","type":3,"target_id":"9","resolved":{"messages":{"9":{"embeds":[null]}}}}}""")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"x","type":3,"target_id":"9","resolved":{"messages":{"9":{"message_snapshots":[null]}}}}}""")]
    public async Task What_Discord_signed_but_is_no_interaction_is_refused(string body)
    {
        Assert.Equal((400, ""), await ReceiveAsync(Sign(body), Now, body));
        Assert.Empty(_taken);
        Assert.Equal(LogLevel.Warning, Assert.Single(_logger.Entries).Level);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(-300, 200)]
    [InlineData(-301, 401)]
    [InlineData(300, 200)]
    [InlineData(301, 401)]
    [InlineData(-1739880000, 401)]
    [InlineData(8260120000000000, 401)]
    public async Task What_was_signed_more_than_five_minutes_ago_or_ahead_is_turned_away(long seconds, int status)
    {
        var timestamp = (1739880000 + seconds).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(status, (await ReceiveAsync(Sign(PingJson, timestamp), timestamp, PingJson)).Status);
        if (status == 401)
            Assert.Equal(
                (LogLevel.Warning, DiscordEvents.RequestStale, $"A request with Discord's signature was rejected, since it was signed {-seconds} s ago. If there are many, this machine's clock is wrong.", null),
                Assert.Single(_logger.Entries));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_later_is_turned_away()
    {
        var signature = Sign(PingJson);

        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await ReceiveAsync(signature, "1739880000", PingJson)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, (await ReceiveAsync(signature, "1739880000", PingJson)).Status);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 413)]
    public async Task A_body_has_at_most_so_many_bytes(int more, int status)
    {
        var body = PingJson + new string(' ', InteractionsEndpoint.MaxBytes + more - PingJson.Length);

        Assert.Equal(256 << 10, InteractionsEndpoint.MaxBytes);
        Assert.Equal(status, (await ReceiveAsync(Sign(body), Now, body)).Status);
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        using var body = new EndlessStream();

        Assert.Equal(413, (await _endpoint.ReceiveAsync(Sign(PingJson), Now, body, Cancellation)).Status);
        Assert.InRange(body.Given, InteractionsEndpoint.MaxBytes, 2 * InteractionsEndpoint.MaxBytes);
    }

    [Fact]
    public async Task A_body_may_come_in_pieces()
    {
        foreach (var body in (string[])[PingJson, PingJson + new string(' ', 40_000)])
        {
            using var pieces = new TricklingStream(Encoding.UTF8.GetBytes(body));
            var reply = await _endpoint.ReceiveAsync(Sign(body), Now, pieces, Cancellation);

            Assert.Equal("""{"type":1}""", Encoding.UTF8.GetString(reply.Json.Span));
        }
    }

    [Fact]
    public async Task Before_it_is_open_Discord_shall_come_back_later()
    {
        using var body = new UnreadableStream();
        var closed = new InteractionsEndpoint(_time, _logger);

        Assert.Equal(503, (await closed.ReceiveAsync(Sign(PingJson), Now, body, Cancellation)).Status);
        Assert.Equal(503, (await closed.ReceiveAsync(null, null, body, Cancellation)).Status);
    }

    [Fact]
    public async Task A_question_that_comes_before_the_search_is_built_is_answered_after_it_and_a_ping_at_once()
    {
        const string Command = """{"id":"1","type":2,"token":"t","data":{"name":"who","type":1}}""";
        var search = new TaskCompletionSource();
        _endpoint.Open(_key.PublicKey, Respond, search.Task);

        var asked = ReceiveAsync(Sign(Command), Now, Command);
        Assert.Equal((200, """{"type":1}"""), await ReceiveAsync(Sign(PingJson), Now, PingJson));
        Assert.Equal([InteractionType.Ping], _taken.Select(i => i.Type));
        Assert.False(asked.IsCompleted);
        search.SetResult();

        Assert.Equal((200, """{"type":4,"data":{"content":"who"}}"""), await asked);
    }

    [Fact]
    public async Task When_the_search_takes_longer_to_build_than_Discord_waits_it_shall_come_back_later()
    {
        const string Command = """{"id":"1","type":2,"token":"t","data":{"name":"who","type":1}}""";
        _endpoint.Open(_key.PublicKey, Respond, new TaskCompletionSource().Task);
        var asked = ReceiveAsync(Sign(Command), Now, Command);

        _time.Advance(TimeSpan.FromSeconds(2.4));
        Assert.False(asked.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((503, ""), await asked);
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task A_request_that_is_cut_off_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(PingJson));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _endpoint.ReceiveAsync(Sign(PingJson), Now, body, cancelled.Token));
    }

    [Fact]
    public void A_public_key_has_64_hexadecimal_digits()
    {
        var digits = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

        Assert.Equal(_key.PublicKey, InteractionsEndpoint.Key(digits));
        Assert.Equal(_key.PublicKey, InteractionsEndpoint.Key(digits.ToUpperInvariant()));
        Assert.All(["", digits[1..], digits + "00", "g" + digits[1..]], text => Assert.Null(InteractionsEndpoint.Key(text)));
    }

    private static string Now => "1739880000";

    private ValueTask<InteractionResponse> Respond(Interaction interaction, CancellationToken cancellation)
    {
        _taken.Add(interaction);
        return ValueTask.FromResult(interaction.Type == InteractionType.Ping
            ? new InteractionResponse(CallbackType.Pong)
            : new InteractionResponse(CallbackType.ChannelMessage, new ResponseData { Content = interaction.Data?.Name }));
    }

    private string Sign(string body, string? timestamp = null) => Convert.ToHexStringLower(s_ed25519.Sign(_key, Encoding.UTF8.GetBytes((timestamp ?? Now) + body)));

    private Task<(int Status, string Json)> ReceiveAsync(string? signature, string? timestamp, string body) => ReceiveAsync(signature, timestamp, Encoding.UTF8.GetBytes(body));

    private async Task<(int Status, string Json)> ReceiveAsync(string? signature, string? timestamp, byte[] body)
    {
        using var stream = new MemoryStream(body);
        var reply = await _endpoint.ReceiveAsync(signature, timestamp, stream, Cancellation);
        return (reply.Status, Encoding.UTF8.GetString(reply.Json.Span));
    }

    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("The body was read.");
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private sealed class TricklingStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
