namespace Bot.Benchmarks;

/// <summary>The bot on the stand-in of Discord with our own client and with Discord.Net, in turn, so that the machine's other load falls on both.</summary>
internal static class DiscordClientsBenchmark
{
#if DISCORD_NET
    private static readonly string[] s_clients = ["Own", "Discord.Net"];

    public static async Task<int> RunAsync(TimeProvider time)
    {
        var idle = s_clients.ToDictionary(c => c, _ => new List<(double Memory, TimeSpan Ready)>());
        var busy = s_clients.ToDictionary(c => c, _ => new List<DiscordBenchmark.Result>());
        for (var round = 0; round < DiscordBenchmark.Rounds; round++)
        {
            foreach (var client in s_clients)
            {
                var (commands, _, memory, ready) = await DiscordBenchmark.LookAsync(client, time).ConfigureAwait(false);
                idle[client].Add((memory, ready));
                busy[client].Add(await DiscordBenchmark.MeasureAsync(commands, client, time).ConfigureAwait(false));
            }
        }

        FigureTable.Begin();
        foreach (var client in s_clients)
        {
            FigureTable.Row($"{client}: interactions a second", "", busy[client].Select(r => r.Rate), "F0");
            FigureTable.Row($"{client}: CPU seconds per 10,000", "", busy[client].Select(r => r.Cost), "F2");
            FigureTable.Row($"{client}: slowest response (ms)", "3000", busy[client].Select(r => r.Slowest.TotalMilliseconds), "F0");
            FigureTable.Row($"{client}: idle memory with one shard (MB resident)", "100", idle[client].Select(i => i.Memory), "F0");
            FigureTable.Row($"{client}: start of the process to ready (ms)", "", idle[client].Select(i => i.Ready.TotalMilliseconds), "F0");
        }

        return 0;
    }
#else
    public static Task<int> RunAsync(TimeProvider _)
    {
        Console.Error.WriteLine("This build has no Discord.Net; run with -p:DiscordNet=true: dotnet run -c Release --project tests/Bot.Benchmarks -p:DiscordNet=true -- discord-clients");
        return Task.FromResult(2);
    }
#endif
}
