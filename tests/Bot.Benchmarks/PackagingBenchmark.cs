using System.Globalization;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;

namespace Bot.Benchmarks;

/// <summary>The bot as it is built beside the bot as it is published, on both platforms' stand-ins, in turn, so that the machine's other load falls on both.</summary>
internal static class PackagingBenchmark
{
    private const int Rounds = 11;

    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(2);

    /// <summary>Measures.</summary>
    /// <param name="published">The path of the published program.</param>
    /// <param name="time">The clock.</param>
    public static async Task<int> RunAsync(string published, TimeProvider time)
    {
        if (!File.Exists(published))
        {
            Console.Error.WriteLine($"There is no {published}; make it with dotnet publish src/Bot -c Release -r linux-x64 -o folder, and name folder/Bot.");
            return 2;
        }

        (string Name, string? Program)[] forms = [("JIT (dotnet Bot.dll)", null), ("AOT (published)", published)];
        var results = forms.ToDictionary(f => f.Name, _ => new List<Result>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, program) in forms)
            {
                results[name].Add(await MeasureAsync(program, time).ConfigureAwait(false));
            }
        }

        FigureTable.Begin();
        foreach (var (name, program) in forms)
        {
            var isGoal = program is not null;
            FigureTable.Row($"{name}: process start to both platforms ready, ms", isGoal ? "150" : "", results[name].Select(r => r.Ready.TotalMilliseconds), "F0");
            FigureTable.Row($"{name}: CPU until ready, ms", "", results[name].Select(r => r.Cpu.TotalMilliseconds), "F0");
            FigureTable.Row($"{name}: idle resident memory, MB", isGoal ? "60" : "", results[name].Select(r => r.Memory), "F0");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| AOT (published): the binary, MB | 35 | {new FileInfo(published).Length / 1e6:F1} | | |"));
        return 0;
    }

    private static async Task<Result> MeasureAsync(string? program, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(s_deadline, time);
        await using var telegram = await TelegramServer.StartAsync(cancellation: deadline.Token).ConfigureAwait(false);
        await using var discord = await DiscordServer.StartAsync(null, deadline.Token).ConfigureAwait(false);
        var start = time.GetTimestamp();
        using var bot = BotProcess.Start(
            new Dictionary<string, string>
            {
                ["Telegram__Token"] = telegram.Options.Token,
                ["Telegram__ApiUrl"] = telegram.Url,
                ["State__Folder"] = Path.Combine(Path.GetTempPath(), "talks-bot-benchmark"),
                ["Discord__Token"] = discord.Options.Token,
                ["Discord__ApiUrl"] = discord.ApiUrl,
                ["Http__Urls"] = "http://127.0.0.1:0",
                ["Logging__LogLevel__Default"] = "Warning",
            },
            program);
        try
        {
            await Task.WhenAll(telegram.WaitForPollAsync(deadline.Token), discord.WaitForReadyAsync(1, deadline.Token)).ConfigureAwait(false);
            var ready = time.GetElapsedTime(start);
            bot.Refresh();
            var cpu = bot.TotalProcessorTime;
            await discord.WaitForCommandsAsync(deadline.Token).ConfigureAwait(false);
            await Task.Delay(s_idle, time, deadline.Token).ConfigureAwait(false);
            bot.Refresh();
            return new Result(ready, cpu, bot.WorkingSet64 / 1e6);
        }
        finally
        {
            await BotProcess.StopAsync(bot).ConfigureAwait(false);
        }
    }

    /// <summary>What one start measured.</summary>
    /// <param name="Ready">How long until the first poll had come and the shard was ready.</param>
    /// <param name="Cpu">What that took of the processor.</param>
    /// <param name="Memory">What is resident when nobody asks.</param>
    private sealed record Result(TimeSpan Ready, TimeSpan Cpu, double Memory);
}
