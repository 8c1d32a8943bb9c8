using System.Text;
using Bot.Discord.Http;
using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Http;

/// <summary>Unauthenticated requests cost little: no unneeded byte is read, nobody is waited for, and few lines are logged.</summary>
public sealed class UnauthenticatedRequestTests : InteractionsEndpointTest
{
    private static readonly string s_noSignature = new('0', 128);

    [Fact]
    public async Task A_body_that_says_to_be_too_long_is_not_read()
    {
        using var body = new UnreadableStream();

        Assert.Equal(413, (await Endpoint.ReceiveAsync(s_noSignature, Now, body, Cancellation, 40_000_000)).Status);
        Assert.Equal(413, (await Endpoint.ReceiveAsync(s_noSignature, Now, body, Cancellation, InteractionsEndpoint.MaxBytes + 1)).Status);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_given_up_after_10_seconds()
    {
        using var body = new StalledStream();
        var receiving = Endpoint.ReceiveAsync(Sign(PingJson), Now, body, Cancellation);

        Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(receiving.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(408, (await receiving).Status);
    }

    [Fact]
    public async Task A_body_that_the_host_gives_up_for_its_slowness_is_distinguished_from_one_that_breaks_off()
    {
        using var body = new SlowStream(Clock, InteractionsEndpoint.MaxSilence);

        Assert.Equal(408, (await Endpoint.ReceiveAsync(Sign(PingJson), Now, body, Cancellation)).Status);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_refused()
    {
        using var body = new BrokenStream();

        Assert.Equal(400, (await Endpoint.ReceiveAsync(Sign(PingJson), Now, body, Cancellation)).Status);
    }

    [Fact]
    public async Task A_flood_of_them_writes_at_most_two_lines_a_minute_with_their_number()
    {
        for (var i = 0; i < 2000; i++)
        {
            await ReceiveAsync(i % 2 == 0 ? null : s_noSignature, Now, "x");
        }

        Assert.Equal([(LogLevel.Information, DiscordEvents.SignatureRejected, null)], Logger.Events);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, Logger.Entries.Count);
        Assert.Contains("1999", Logger.Entries.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_a_replayed_request_writes_at_most_two_lines_a_minute()
    {
        var signature = Sign(PingJson);
        Clock.Advance(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(401, (await ReceiveAsync(signature, Now, Encoding.UTF8.GetBytes(PingJson))).Status);
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([DiscordEvents.RequestStale, DiscordEvents.RequestStale], Logger.Entries.Select(e => e.Id));
    }
}
