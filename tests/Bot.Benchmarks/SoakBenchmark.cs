using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;

namespace Bot.Benchmarks;

/// <summary>The bot as a process on both platforms, asked steadily for minutes: whether it stays as quick and as small as it was.</summary>
internal static class SoakBenchmark
{
    private const int People = 200;

    // A few at a time, so that the rate is steady.
    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(50);

    private static readonly string[] s_questions =
    [
        "How long did the Riyadh talks last?", "/who Lavrov", "/source 10", "Сколько длились переговоры в Эр-Рияде?", "/timeline talks", "What is the weather in Oslo?", "/reactions Germany", "/help",
    ];

    /// <summary>Runs it.</summary>
    /// <param name="arguments">What follows the verb: <c>--minutes</c> and <c>--rate</c>.</param>
    /// <param name="time">The clock.</param>
    public static async Task<int> RunAsync(string[] arguments, TimeProvider time)
    {
        var length = TimeSpan.FromMinutes(Option(arguments, "--minutes", 10));
        var rate = Option(arguments, "--rate", 200);
        var warmUp = length > TimeSpan.FromMinutes(2) ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(10);

        await using var telegram = await TelegramServer.StartAsync(new TelegramServerOptions { RecordCalls = false, MessagesKept = 2 }).ConfigureAwait(false);
        await using var discord = await DiscordServer.StartAsync(new DiscordServerOptions { KeepLogs = false, RouteLimit = 100_000 }).ConfigureAwait(false);
        var state = Directory.CreateTempSubdirectory("bot-soak-");
        using var bot = BotProcess.Start(new Dictionary<string, string>
        {
            ["Telegram__Token"] = telegram.Options.Token,
            ["Telegram__ApiUrl"] = telegram.Url,
            ["Discord__Token"] = discord.Options.Token,
            ["Discord__ApiUrl"] = discord.ApiUrl,
            ["State__Folder"] = state.FullName,
        });
        var errors = 0;
        bot.ErrorDataReceived += (_, line) => Count(line.Data, ref errors);
        await discord.WaitForReadyAsync(1, CancellationToken.None).ConfigureAwait(false);
        await discord.WaitForCommandsAsync(CancellationToken.None).ConfigureAwait(false);
        await telegram.WaitForPollAsync(CancellationToken.None).ConfigureAwait(false);

        var warm = await AskAsync(telegram, discord, warmUp, rate, time).ConfigureAwait(false);
        var before = Figures(bot);
        var asked = await AskAsync(telegram, discord, length, rate, time).ConfigureAwait(false);
        var after = Figures(bot);
        var hasEnded = bot.HasExited;
        await BotProcess.StopAsync(bot).ConfigureAwait(false);
        state.Delete(recursive: true);

        var total = asked.Telegram + asked.Discord;
        Write($"{length.TotalMinutes:0.#} minutes at {rate} questions a second in all, after {warmUp.TotalSeconds:0} s of warm-up ({warm.Telegram + warm.Discord} questions)");
        Console.WriteLine();
        Console.WriteLine("| what | start | end |");
        Console.WriteLine("| --- | --- | --- |");
        Write($"| resident memory, MB | {before.Memory:F1} | {after.Memory:F1} |");
        Write($"| open handles | {before.Handles} | {after.Handles} |");
        Write($"| threads | {before.Threads} | {after.Threads} |");
        Console.WriteLine();
        Write($"{total} answers ({asked.Telegram} on Telegram, {asked.Discord} on Discord), {total / asked.Took.TotalSeconds:F1} a second; unanswered or wrong: {asked.Bad}; slowest on Discord {asked.Slowest.TotalMilliseconds:F0} ms; errors in the log: {errors}; ended: {(hasEnded ? "yes" : "no")}");
        return asked.Bad == 0 && errors == 0 && !hasEnded ? 0 : 1;
    }

    private static async Task<(long Telegram, long Discord, long Bad, TimeSpan Slowest, TimeSpan Took)> AskAsync(TelegramServer telegram, DiscordServer discord, TimeSpan length, int rate, TimeProvider time)
    {
        var chats = Enumerable.Range(1001, People).Select(id => telegram.PrivateChat(new TelegramUser(id, $"User {id}", "en"))).ToList();
        var ann = new DiscordUser(11, "Ann");
        var channel = discord.Guild(1_200_000_000_000_000_000, "Talks").Channel(1_200_000_000_000_000_001);
        JsonObject[] options = [.. s_questions.Where(q => q[0] != '/').Select(q => new JsonObject { ["question"] = q })];
        var sentBefore = telegram.MessagesSent;
        var (sent, discordSent, answered, slowest) = (0L, 0L, 0L, TimeSpan.Zero);
        var floods = new List<Task<FloodResult>>();
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(s_beat, time);
        while (time.GetElapsedTime(start) is var elapsed && elapsed < length)
        {
            // Half of them on each platform; a late tick also asks what the missed ones would have asked.
            var due = (long)(elapsed.TotalSeconds * rate / 2);
            for (; sent < due; sent++)
            {
                var chat = chats[(int)(sent % People)];
                chat.Send(chat.User!, s_questions[sent / People % s_questions.Length]);
            }

            if (due > discordSent)
            {
                var count = (int)(due - discordSent);
                floods.Add(discord.FloodAsync(ann, [channel], "ask", options, count, count, CancellationToken.None));
                discordSent = due;
            }

            await CollectAsync(all: false).ConfigureAwait(false);
            await timer.WaitForNextTickAsync().ConfigureAwait(false);
        }

        await CollectAsync(all: true).ConfigureAwait(false);
        await telegram.WaitForNoPendingUpdatesAsync(CancellationToken.None).ConfigureAwait(false);
        var onTelegram = telegram.MessagesSent - sentBefore;
        return (onTelegram, answered, sent - onTelegram + discordSent - answered, slowest, time.GetElapsedTime(start));

        async Task CollectAsync(bool all)
        {
            foreach (var flood in floods.Where(f => all || f.IsCompleted).ToList())
            {
                var result = await flood.ConfigureAwait(false);
                answered += result.Answered;
                slowest = result.Latencies[^1] > slowest ? result.Latencies[^1] : slowest;
                floods.Remove(flood);
            }
        }
    }

    private static (double Memory, int Handles, int Threads) Figures(Process bot)
    {
        bot.Refresh();
        return (bot.WorkingSet64 / 1e6, Directory.EnumerateFileSystemEntries($"/proc/{bot.Id}/fd").Count(), bot.Threads.Count);
    }

    private static void Count(string? line, ref int errors)
    {
        if (line is not null && (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref errors);
        }
    }

    private static int Option(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private static void Write(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
