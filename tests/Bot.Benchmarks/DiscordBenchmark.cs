using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>
/// Interactions answered a second on the stand-in of Discord, over the gateway and by HTTP, and what they cost, beside a bare client
/// that sends the typical answer to all: all as processes of their own, in turn, so that the machine's other load falls on all.
/// </summary>
internal static class DiscordBenchmark
{
    /// <summary>How often everything is measured.</summary>
    public const int Rounds = 5;

    private const int WarmUp = 15_000;
    private const int Interactions = 20_000;
    private const int InFlight = 100;

    private static readonly List<Question> s_questions = [.. Question.All()];
    private static readonly List<JsonObject> s_asked = [.. s_questions.Select(q => new JsonObject { ["question"] = q.Text })];
    private static readonly DiscordUser s_reader = new(11, "Reader");
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("talks-bot-");
        try
        {
            var response = Path.Combine(folder.FullName, "response");
            var (commands, typical, memory, _) = await LookAsync("", time).ConfigureAwait(false);
            await File.WriteAllTextAsync(response, typical).ConfigureAwait(false);
            var fresh = s_questions.Count * ((WarmUp + Interactions) / s_questions.Count);
            List<JsonObject> unlike = [.. Enumerable.Range(0, fresh).Select(i => new JsonObject { ["question"] = s_questions[i % s_questions.Count].Text + new string('?', 1 + (i / s_questions.Count)) })];
            var results = new Dictionary<string, List<Result>>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var isHttp in (bool[])[false, true])
                {
                    var way = isHttp ? "HTTP" : "gateway";
                    Add(results, way + " bot", await MeasureAsync(commands, s_asked, isHttp, (server, port) => StartBot(server, port), time).ConfigureAwait(false));
                    Add(results, way + " bare", await MeasureAsync(commands, s_asked, isHttp, (server, port) => StartBare(server, port, response), time).ConfigureAwait(false));
                    Add(results, way + " fresh", await MeasureAsync(commands, unlike, isHttp, (server, port) => StartBot(server, port), time).ConfigureAwait(false));
                }
            }

            Print(results, memory);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the bot does over the gateway with a client.</summary>
    public static Task<Result> MeasureAsync(JsonArray commands, string client, TimeProvider time) =>
        MeasureAsync(commands, s_asked, isHttp: false, (server, port) => StartBot(server, port, client), time);

    private static void Print(Dictionary<string, List<Result>> results, double memory)
    {
        FigureTable.Begin();
        foreach (var way in (string[])["gateway", "HTTP"])
        {
            var (bot, bare, fresh) = (results[way + " bot"], results[way + " bare"], results[way + " fresh"]);
            FigureTable.Row($"{way}, bare: interactions a second", "", bare.Select(r => r.Rate), "F0");
            FigureTable.Row($"{way}, bot: interactions a second ({s_questions.Count} different questions)", "", bot.Select(r => r.Rate), "F0");
            FigureTable.Row($"{way}, bot: interactions a second, no two alike", "", fresh.Select(r => r.Rate), "F0");
            FigureTable.Row($"{way}: rate of the bot by that of the bare client, round by round", "0.7", bot.Zip(bare, (b, e) => b.Rate / e.Rate), "F2");
            FigureTable.Row($"{way}: the same, no two alike", "0.7", fresh.Zip(bare, (b, e) => b.Rate / e.Rate), "F2");
            FigureTable.Row($"{way}, bare: CPU seconds per 10,000", "", bare.Select(r => r.Cost), "F2");
            FigureTable.Row($"{way}, bot: CPU seconds per 10,000", "", bot.Select(r => r.Cost), "F2");
            FigureTable.Row($"{way}, bot: CPU seconds per 10,000, no two alike", "", fresh.Select(r => r.Cost), "F2");
            FigureTable.Row($"{way}, bot: slowest response of {Interactions}, {InFlight} in flight (ms)", "3000", bot.Concat(fresh).Select(r => r.Slowest.TotalMilliseconds), "F0");
        }

        FigureTable.Row("idle memory with one shard (MB resident)", "100", [memory], "F0");
    }

    private static void Add(Dictionary<string, List<Result>> results, string what, Result result)
    {
        if (!results.TryGetValue(what, out var list))
        {
            results[what] = list = [];
        }

        list.Add(result);
    }

    /// <summary>The commands that the bot registers, the response whose size is nearest to the mean of all, the memory of a bot that waits, and how long it took to be ready.</summary>
    public static async Task<(JsonArray Commands, string Typical, double Memory, TimeSpan Ready)> LookAsync(string client, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(s_deadline, time);
        await using var server = await DiscordServer.StartAsync(null, deadline.Token).ConfigureAwait(false);
        var start = time.GetTimestamp();
        using var bot = StartBot(server, null, client);
        try
        {
            await server.WaitForReadyAsync(1, deadline.Token).ConfigureAwait(false);
            var ready = time.GetElapsedTime(start);
            var commands = (JsonArray)(await server.WaitForCommandsAsync(deadline.Token).ConfigureAwait(false)).DeepClone();
            await Task.Delay(s_idle, time, deadline.Token).ConfigureAwait(false);
            bot.Refresh();
            var memory = bot.WorkingSet64 / 1e6;
            var channel = server.Guild(1UL << 60, "Benchmark").Channel(1);
            var responses = new List<string>();
            foreach (var asked in s_asked)
            {
                responses.Add((await channel.Run(s_reader, "ask", (JsonObject)asked.DeepClone()).ResponseAsync(deadline.Token).ConfigureAwait(false)).Json.ToJsonString());
            }

            var mean = responses.Average(r => r.Length);
            return (Unregistered(commands), responses.MinBy(r => Math.Abs(r.Length - mean))!, memory, ready);
        }
        finally
        {
            await BotProcess.StopAsync(bot).ConfigureAwait(false);
        }
    }

    // Commands as they are given back have ids, which a bulk overwrite assigns again.
    private static JsonArray Unregistered(JsonArray commands)
    {
        foreach (var command in commands)
        {
            foreach (var key in (string[])["id", "application_id", "version"])
            {
                ((JsonObject)command!).Remove(key);
            }
        }

        return commands;
    }

    private static async Task<Result> MeasureAsync(JsonArray commands, List<JsonObject> asked, bool isHttp, Func<DiscordServer, int?, Process> start, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(s_deadline, time);
        await using var server = await DiscordServer.StartAsync(new DiscordServerOptions { KeepLogs = false, Commands = (JsonArray)commands.DeepClone() }, deadline.Token).ConfigureAwait(false);
        int? port = isHttp ? FreePort.Take() : null;
        using var process = start(server, port);
        try
        {
            await ReadyAsync(server, port, time, deadline.Token).ConfigureAwait(false);
            var channel = server.Guild(1UL << 60, "Benchmark").Channel(1);
            await server.FloodAsync(s_reader, [channel], "ask", asked, WarmUp, InFlight, deadline.Token).ConfigureAwait(false);
            process.Refresh();
            var used = process.TotalProcessorTime;
            var flood = await server.FloodAsync(s_reader, [channel], "ask", asked.Count > WarmUp ? asked[WarmUp..] : asked, Interactions, InFlight, deadline.Token).ConfigureAwait(false);
            process.Refresh();
            if (flood is not { Answered: Interactions, Wrong: 0, Late: 0 })
            {
                throw new InvalidOperationException($"{flood.Answered} answered, {flood.Wrong} wrong, {flood.Late} late.");
            }

            return new Result(Interactions / flood.Took.TotalSeconds, (process.TotalProcessorTime - used).TotalSeconds * 10_000 / Interactions, flood.Latencies[^1]);
        }
        finally
        {
            await BotProcess.StopAsync(process).ConfigureAwait(false);
        }
    }

    private static async Task ReadyAsync(DiscordServer server, int? port, TimeProvider time, CancellationToken deadline)
    {
        if (port is null)
        {
            await server.WaitForReadyAsync(1, deadline).ConfigureAwait(false);
            return;
        }

        while (server.InteractionsEndpointUrl is null)
        {
            try
            {
                await server.SetInteractionsEndpointAsync($"http://127.0.0.1:{port}/interactions", deadline).ConfigureAwait(false);
            }
            catch (InvalidOperationException)
            {
                // It does not listen yet.
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, deadline).ConfigureAwait(false);
            }
        }
    }

    private static Process StartBot(DiscordServer server, int? port, string client = "")
    {
        var settings = new Dictionary<string, string>
        {
            ["Discord__Token"] = server.Options.Token,
            ["Discord__ApiUrl"] = server.ApiUrl,
            ["Discord__Client"] = client,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        if (port is not null)
        {
            settings["Discord__Mode"] = "Http";
            settings["Http__Urls"] = $"http://127.0.0.1:{port}";
        }

        return BotProcess.Start(settings);
    }

    private static Process StartBare(DiscordServer server, int? port, string response) => port is null
        ? BotProcess.StartBenchmark("discord-gateway", server.ApiUrl, server.GatewayUrl, server.Options.Token, response)
        : BotProcess.StartBenchmark("discord-http", $"{port}", server.PublicKey, response);

    /// <summary>What one run measured.</summary>
    /// <param name="Rate">Interactions answered a second.</param>
    /// <param name="Cost">CPU seconds per 10,000 interactions.</param>
    /// <param name="Slowest">How long the slowest response took.</param>
    public sealed record Result(double Rate, double Cost, TimeSpan Slowest);
}
