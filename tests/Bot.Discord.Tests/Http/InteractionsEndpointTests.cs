using System.Globalization;
using System.Text;
using Bot.Discord.Http;
using Bot.Discord.Logging;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.Discord.Tests.Http;

// Interactions, Overview: Setting up an Endpoint.
public sealed class InteractionsEndpointTests : InteractionsEndpointTest
{
    [Fact]
    public async Task A_ping_with_Discords_signature_is_answered()
    {
        Assert.Equal((200, """{"type":1}"""), await ReceiveAsync(Sign(PingJson), Now, PingJson));
        Assert.Equal(InteractionType.Ping, Assert.Single(Taken).Type);
        Assert.Empty(Logger.Entries);
    }

    [Fact]
    public async Task The_answer_is_the_response()
    {
        const string Command = """{"id":"1","type":2,"token":"t","locale":"uk","data":{"name":"who","type":1,"options":[{"name":"name","type":3,"value":"Лавров 🙂"}]}}""";

        Assert.Equal((200, """{"type":4,"data":{"content":"who"}}"""), await ReceiveAsync(Sign(Command), Now, Command));
        Assert.Equal("Лавров 🙂", Assert.Single(Taken).Data?.Options?[0].Value);
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

        Assert.Equal(401, (await Endpoint.ReceiveAsync(signature, Now, body, Cancellation)).Status);
        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], Logger.Events);
    }

    [Fact]
    public async Task A_signature_of_another_length_or_of_other_characters_is_none()
    {
        using var body = new UnreadableStream();
        var signature = Sign(PingJson);

        Assert.All(
            await Task.WhenAll(((string[])[signature[..^1], signature[..^2], signature + "0", signature + "00", signature[..^1] + "g", " " + signature[1..], signature[..^1] + "٣"])
                .Select(s => Endpoint.ReceiveAsync(s, Now, body, Cancellation))),
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

        Assert.Equal(401, (await Endpoint.ReceiveAsync(Sign(PingJson, timestamp ?? ""), timestamp, body, Cancellation)).Status);
    }

    [Fact]
    public async Task The_signature_of_another_key_is_not_Discords()
    {
        using var other = Key.Create(Ed25519);
        var signature = Convert.ToHexStringLower(Ed25519.Sign(other, Encoding.UTF8.GetBytes(Now + PingJson)));

        Assert.Equal((401, ""), await ReceiveAsync(signature, Now, PingJson));
        Assert.Empty(Taken);
        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], Logger.Events);
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
        Assert.Single(Taken);
    }

    [Fact]
    public async Task A_digit_cannot_move_from_the_time_to_the_body()
    {
        // What is signed is one after the other, without anything between: "1739880000" + "1{…}" is "17398800001" + "{…}".
        var signature = Sign(PingJson, "17398800001");

        Assert.Equal(400, (await ReceiveAsync(signature, Now, "1" + PingJson)).Status);
        Assert.Equal(401, (await ReceiveAsync(signature, "17398800001", PingJson)).Status);
        Assert.Empty(Taken);
    }

    [Fact]
    public async Task Nothing_is_parsed_before_the_signature_is_checked()
    {
        Assert.Equal(401, (await ReceiveAsync(new string('0', 128), Now, "garbage")).Status);
        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], Logger.Events);
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
    public async Task What_Discord_signed_but_is_no_interaction_is_refused(string body)
    {
        Assert.Equal((400, ""), await ReceiveAsync(Sign(body), Now, body));
        Assert.Empty(Taken);
        Assert.Equal(LogLevel.Warning, Assert.Single(Logger.Entries).Level);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(-300, 200)]
    [InlineData(-301, 401)]
    [InlineData(300, 200)]
    [InlineData(301, 401)]
    [InlineData(-1739880000, 401)]
    [InlineData(8260120000000000, 401)]
    public async Task What_was_signed_more_than_five_minutes_ago_or_ahead_is_rejected(long seconds, int status)
    {
        var timestamp = (1739880000 + seconds).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(status, (await ReceiveAsync(Sign(PingJson, timestamp), timestamp, PingJson)).Status);
        if (status == 401)
        {
            Assert.Equal(
                (LogLevel.Warning, DiscordEvents.RequestStale, $"Requests with Discord's signature were rejected because they were signed too long ago: 1, the last {-seconds} s ago. If there are many, this machine's clock is wrong.", null),
                Assert.Single(Logger.Entries));
        }
    }

    [Fact]
    public async Task A_request_that_is_sent_again_later_is_rejected()
    {
        var signature = Sign(PingJson);

        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await ReceiveAsync(signature, "1739880000", PingJson)).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
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

        Assert.Equal(413, (await Endpoint.ReceiveAsync(Sign(PingJson), Now, body, Cancellation)).Status);
        Assert.InRange(body.Given, InteractionsEndpoint.MaxBytes, 2 * InteractionsEndpoint.MaxBytes);
    }

    [Fact]
    public async Task A_body_may_come_in_pieces()
    {
        foreach (var body in (string[])[PingJson, PingJson + new string(' ', 40_000)])
        {
            using var pieces = new TricklingStream(Encoding.UTF8.GetBytes(body));
            var reply = await Endpoint.ReceiveAsync(Sign(body), Now, pieces, Cancellation);

            Assert.Equal("""{"type":1}""", Encoding.UTF8.GetString(reply.Json.Span));
        }
    }

    [Fact]
    public async Task A_request_that_is_cut_off_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(PingJson));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Endpoint.ReceiveAsync(Sign(PingJson), Now, body, cancelled.Token));
    }

    [Fact]
    public void A_public_key_has_64_hexadecimal_digits()
    {
        var digits = Convert.ToHexStringLower(DiscordKey.PublicKey.Export(KeyBlobFormat.RawPublicKey));

        Assert.Equal(DiscordKey.PublicKey, InteractionsEndpoint.Key(digits));
        Assert.Equal(DiscordKey.PublicKey, InteractionsEndpoint.Key(digits.ToUpperInvariant()));
        Assert.All(["", digits[1..], digits + "00", "g" + digits[1..]], text => Assert.Null(InteractionsEndpoint.Key(text)));
    }
}
