using System.Globalization;
using System.Text;
using Bot.Discord.Configuration;
using Bot.Discord.Http;
using Bot.Discord.Logging;
using Bot.EndToEnd.Tests.Discord;
using Bot.Loopback.Discord;
using CsCheck;
using NSec.Cryptography;

namespace Bot.EndToEnd.Tests.Fuzzing;

/// <summary>
/// Recorded interactions with generated changes: none stops the bot, an unchanged question after each is answered, and so is a changed one
/// of which the id, the token and the type are as they were.
/// </summary>
public sealed class InteractionMutationTests(ITestOutputHelper output) : DiscordTest
{
    // So many are sent at once: in three seconds it is too late to answer.
    private const int AtOnce = 50;

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    // Ten times as many take longer.
    private protected override TimeSpan MaxDuration => TimeSpan.FromMilliseconds(30 * LongRun.Mutations);

    private DiscordOptions Http => new() { Token = Token, ApiUrl = Server.ApiUrl, Mode = "Http", PublicKey = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)) };

    public override async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task By_the_gateway_every_change_costs_at_most_the_interaction_that_has_it()
    {
        await StartReadyBotAsync();
        await AskAsync();
        var unchanged = RecordedInteractions.All[0];
        var (intact, answered, number) = (0, 0, 0);
        foreach (var batch in Mutations(RecordedInteractions.All).Chunk(AtOnce))
        {
            var expected = new List<string>();
            var changed = new List<string>();
            foreach (var mutated in batch)
            {
                var (changedName, plainName) = (Name(number++), Name(number++));
                Server.Gateway.SendEvent("INTERACTION_CREATE", Named(mutated.Json, changedName));
                Server.Gateway.SendEvent("INTERACTION_CREATE", Named(unchanged, plainName));
                expected.Add(plainName);
                changed.Add(changedName);
                if (mutated.IsIntact("id", "token", "type"))
                {
                    expected.Add(changedName);
                    intact++;
                }
            }

            await AnsweredAsync(expected, string.Join("\n\n", batch.Select(m => m.ToString())));
            answered += changed.Count(Responded().Contains);
            Server.Calls.Clear();
        }

        output.WriteLine($"{number / 2} changed interactions by the gateway: {answered} answered, of them {intact} with id, token and type as they were; {number / 2} unchanged ones answered.");
        Assert.Equal(LongRun.Mutations, number / 2);
        Assert.InRange(intact, LongRun.Mutations / 2, LongRun.Mutations);
        Assert.InRange(answered, intact, LongRun.Mutations);
        Assert.Single(Server.Connections);
        Assert.DoesNotContain(Log.Lines, l => l.Contains("Exception", StringComparison.Ordinal));
        Assert.NotEmpty(Log.Of(Kind.Logged(DiscordEvents.EventReadInPart)));
    }

    [Fact]
    public async Task By_HTTP_every_change_costs_at_most_the_interaction_that_has_it()
    {
        StartBot(options: Http);
        await Server.WaitForCommandsAsync(Deadline);
        string[] recorded = [.. RecordedInteractions.All, RecordedInteractions.Ping];
        var plain = await PostAsync(RecordedInteractions.All[0]);
        Assert.Equal(200, plain.Status);
        var statuses = new SortedDictionary<int, int>();
        foreach (var mutated in Mutations(recorded))
        {
            var (status, json) = await PostAsync(mutated.Json);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (Encoding.UTF8.GetByteCount(mutated.Json) > InteractionsEndpoint.MaxBytes)
            {
                Assert.Equal(413, status);
            }
            else if (mutated.IsIntact("id", "type"))
            {
                Assert.True(status == 200, $"{status} for {mutated}");
                Assert.NotEmpty(json);
            }

            Assert.Equal(plain, await PostAsync(RecordedInteractions.All[0]));
        }

        output.WriteLine($"{LongRun.Mutations} changed interactions by HTTP: {string.Join(", ", statuses.Select(s => $"{s.Value} × {s.Key}"))}; each unchanged one after them answered.");
        Assert.Equal(LongRun.Mutations, statuses.Values.Sum());
        Assert.All(statuses.Keys, status => Assert.Contains(status, (int[])[200, 400, 413]));
        Assert.InRange(statuses[200], LongRun.Mutations * 3 / 4, LongRun.Mutations);
        Assert.DoesNotContain(Log.Lines, l => l.Contains("Exception", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_is_asked_is_answered_as_before_whatever_else_is_changed(int index)
    {
        StartBot(options: Http);
        await Server.WaitForCommandsAsync(Deadline);
        var recorded = RecordedInteractions.All[index];
        var plain = await PostAsync(recorded);
        Assert.Equal(200, plain.Status);
        var same = 0;
        foreach (var mutated in JsonMutations.Of(recorded).Generate(LongRun.Seed(output), LongRun.Mutations / 20))
        {
            if (mutated.IsIntact("id", "type", "locale", "guild_id", "channel_id", "data", "message") && mutated.Json.Length < InteractionsEndpoint.MaxBytes)
            {
                Assert.Equal(plain, await PostAsync(mutated.Json));
                same++;
            }
        }

        Assert.InRange(same, 1, LongRun.Mutations / 20);
    }

    public static TheoryData<int> Recorded => [.. Enumerable.Range(0, RecordedInteractions.All.Count)];

    private static string Name(int number) => (1_326_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    // An id and a token of its own.
    private static string Named(string json, string name) => json.Replace(RecordedInteractions.Id, name, StringComparison.Ordinal).Replace(RecordedInteractions.Token, "token-" + name, StringComparison.Ordinal);

    private IEnumerable<MutatedJson> Mutations(IReadOnlyList<string> recorded) =>
        Gen.OneOf([.. recorded.Select(JsonMutations.Of)]).Generate(LongRun.Seed(output), LongRun.Mutations);

    // The stand-in knows none of these interactions, and says so; that the bot responded is enough.
    private HashSet<string> Responded() => [.. Server.Calls.Of(Callback).Select(c => c.Path.Split('/')[1])];

    private async Task AnsweredAsync(List<string> expected, string batch)
    {
        try
        {
            for (var responded = Responded(); !responded.IsSupersetOf(expected); responded = Responded())
            {
                await Server.Calls.WaitForAsync(Callback, responded.Count + 1, Deadline);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Not answered: {string.Join(", ", expected.Except(Responded()))} among\n{batch}");
        }
    }

    private async Task<(int Status, string Json)> PostAsync(string body)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(now), .. bytes]));
        var reply = await Adapter.Endpoint!.ReceiveAsync(signature, now, new MemoryStream(bytes), Deadline);
        return (reply.Status, Encoding.UTF8.GetString(reply.Json.Span));
    }
}
