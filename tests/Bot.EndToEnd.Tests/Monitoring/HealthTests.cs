using System.Net;
using System.Net.Sockets;
using Bot.Logging;
using Bot.Loopback.Discord;
using TelegramFault = Bot.Loopback.Telegram.Fault;

namespace Bot.EndToEnd.Tests.Monitoring;

public sealed class HealthTests : MonitoringTest
{
    [Fact]
    public async Task A_bot_on_both_platforms_is_ready()
    {
        await StartListeningAsync();

        await WaitForComponentAsync("discord", p => p.Status == "healthy");
        await WaitForComponentAsync("telegram", p => p.Status == "healthy");

        var (status, all, parts) = await ReadyAsync();
        Assert.Equal((HttpStatusCode.OK, "healthy"), (status, all));
        Assert.Equal(["facts", "discord", "telegram"], parts.Keys);
        Assert.Equal("by the gateway, shards: 1", parts["discord"].Detail);
        Assert.Equal("by long polling", parts["telegram"].Detail);
        Assert.Matches(@"^version [0-9a-f]{8}, \d+ facts$", parts["facts"].Detail);
    }

    [Fact]
    public async Task A_process_that_answers_is_live()
    {
        await StartListeningAsync();

        var (status, type, text) = await GetAsync("/health/live");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (status, type));
        Assert.Matches("""^\{"status":"healthy","components":\[\{"name":"process","status":"healthy","since":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ","detail":null\}\]\}$""", text);
    }

    [Fact]
    public async Task A_platform_that_is_not_connected_yet_is_unhealthy()
    {
        Server.Gateway.WithholdReady = true;
        await StartListeningAsync();
        await Server.WaitForIdentifiesAsync(1, Deadline);
        await WaitForComponentAsync("discord", p => p.Detail == "0 of 1 shard(s) ready. Shard 0 waits for READY.");

        var (status, all, parts) = await ReadyAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy"), (status, all));
        Assert.Equal("unhealthy", parts["discord"].Status);
        Assert.Equal("healthy", parts["facts"].Status);
    }

    [Fact]
    public async Task A_gateway_that_is_closed_is_unhealthy_until_the_session_goes_on()
    {
        await StartListeningProcessAsync();
        var before = await WaitForComponentAsync("discord", p => p.Status == "healthy");
        Server.Gateway.RefuseNext(503, times: 2);

        Server.Gateway.Cut();

        var unhealthy = await WaitForComponentAsync("discord", p => p.Status == "unhealthy");
        Assert.Matches(@"^0 of 1 shard\(s\) ready\.( Shard 0 waits for .+\.)?$", unhealthy.Detail);
        Assert.True(unhealthy.Since >= before.Since);
        var after = await WaitForComponentAsync("discord", p => p.Status == "healthy");
        Assert.True(after.Since >= unhealthy.Since);
        Assert.Equal(1, Series((await GetAsync("/metrics")).Text, "bot_reconnects_total", "bot_platform=\"discord\""));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_reported_while_the_other_platform_is_healthy()
    {
        ExpectsErrors = true;
        Telegram.Faults.Next("getMe", TelegramFault.Unauthorized(), times: 100);
        await StartListeningAsync();

        var telegram = await WaitForComponentAsync("telegram", p => p.Detail != "Not started.");

        Assert.Equal(("unhealthy", "Telegram does not know the token (401)."), (telegram.Status, telegram.Detail));
        await WaitForComponentAsync("discord", p => p.Status == "healthy");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReadyAsync()).Status);
    }

    [Fact]
    public async Task A_poll_that_fails_once_degrades_and_the_bot_stays_ready()
    {
        await StartListeningAsync();
        await WaitForComponentAsync("telegram", p => p.Status == "healthy");
        Telegram.Faults.Next("getUpdates", TelegramFault.Conflict(), times: 3);
        TesssChat.Send(Tess, "/about");

        var doubted = await WaitForComponentAsync("telegram", p => p.Detail != "by long polling");
        Assert.Equal(("degraded", "Another process polls for this bot's updates (409)."), (doubted.Status, doubted.Detail));

        var after = await WaitForComponentAsync("telegram", p => p.Detail == "by long polling");
        Assert.Equal(("healthy", doubted.Since), (after.Status, after.Since));
    }

    [Fact]
    public async Task A_broken_edit_of_the_facts_degrades_and_the_bot_stays_ready()
    {
        ExpectsErrors = true;
        var facts = SampleBase.Copy(Folder, SmallSample.Folder);
        await StartListeningAsync(("Facts__Path", facts));
        var before = await WaitForComponentAsync("facts", p => p.Status == "healthy");
        var file = Directory.EnumerateFiles(facts, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var sound = await File.ReadAllTextAsync(file, Deadline);

        await File.WriteAllTextAsync(file, sound + "\n: [", Deadline);

        var broken = await WaitForComponentAsync("facts", p => p.Detail != before.Detail);
        Assert.Equal(("degraded", before.Since), (broken.Status, broken.Since));
        Assert.StartsWith(before.Detail + "; the files have ", broken.Detail, StringComparison.Ordinal);
        Assert.Matches(@" problem\(s\) since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ; see the log$", broken.Detail);
        await File.WriteAllTextAsync(file, sound, Deadline);
        await WaitForComponentAsync("facts", p => p.Detail == before.Detail);
    }

    [Fact]
    public async Task Discord_by_HTTP_is_healthy_once_requests_are_taken()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("GET applications/@me", Loopback.Discord.Fault.Slow(gate.Task));
        await StartListeningAsync(("Discord__Mode", "Http"));
        var waiting = await WaitForComponentAsync("discord", p => p.Detail != "Not started.");
        Assert.Equal(("unhealthy", "Waits for the app's public key from Discord. With Discord:PublicKey set it would not need to."), (waiting.Status, waiting.Detail));

        gate.SetResult();

        Assert.Equal("by HTTP", (await WaitForComponentAsync("discord", p => p.Status == "healthy")).Detail);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_process_with_exit_code_2_and_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        Assert.Equal(2, await StartProcess(("Http__Urls", address), ("Logging__LogLevel__Default", null)).EndedAsync(Deadline));

        Assert.Equal([$"Http:Urls: Failed to bind to address {address}: address already in use. Set it to a free address, or to none, or stop the program that listens there (is the bot running twice?)."], Log.Lines);
        Assert.Empty(Telegram.Calls.ToList());
        Assert.Empty(Server.Calls.ToList());
    }

    [Fact]
    public async Task An_address_that_is_none_ends_the_process_with_exit_code_2_and_one_line()
    {
        Assert.Equal(2, await Start(("Http__Urls", "https://127.0.0.1:8443")).EndedAsync(Deadline));

        Assert.Equal(["Http:Urls has 'https://127.0.0.1:8443'; set it to addresses such as http://127.0.0.1:8090 separated by ; (a proxy does TLS), to none, or leave it out"], Log.Lines);
    }

    [Fact]
    public async Task Nothing_is_listened_at_when_it_is_turned_off()
    {
        Start(("Http__Urls", "none"));

        await AskOnTelegramAsync(Question);
        await Server.WaitForCommandsAsync(Deadline);

        Assert.Empty(Log.Of(LoggedEvent.OfHost(HostEvents.Listening)));
    }

    [Fact]
    public async Task Turned_off_what_Discord_sends_is_accepted_all_the_same_and_nothing_is_reported()
    {
        await StartListeningAsync(("Http__Urls", "none"), ("Discord__Mode", "Http"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        await Server.WaitForCommandsAsync(Deadline);
        await Server.SetInteractionsEndpointAsync(Url + "/interactions", Deadline);

        await AskAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/metrics")).Status);
    }

    [Fact]
    public async Task Several_addresses_are_listened_at_and_the_settings_are_stronger_than_the_hosts_variable()
    {
        await StartListeningAsync(("Http__Urls", "http://127.0.0.1:0; http://127.0.0.1:0"), ("ASPNETCORE_URLS", "http://127.0.0.1:1"));

        var line = (await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.Listening), Deadline)).Text;
        Assert.Equal(2, line.Split("http://127.0.0.1:").Length - 1);
        Assert.DoesNotContain("http://127.0.0.1:1,", line, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/")).Status);
    }
}
