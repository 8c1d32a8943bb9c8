using System.Diagnostics;
using Bot.Loopback.Telegram;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>
/// Questions answered a second on the stand-in of Telegram, and what they cost, beside a bare echo that sends the typical answer to all:
/// both as processes of their own, in turn, so that the machine's other load falls on both.
/// </summary>
internal static class TelegramBenchmark
{
    private const int Rounds = 5;
    private const int WarmUp = 20_000;
    private const int Questions = 30_000;
    private const int Chats = 500;
    private const int SlowQuestions = 5_000;
    private const int SlowChats = 100;

    private static readonly List<Question> s_questions = [.. Question.All()];
    private static readonly TimeSpan s_slowSend = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("talks-bot-");
        try
        {
            var (text, keyboard) = (Path.Combine(folder.FullName, "text"), Path.Combine(folder.FullName, "keyboard"));
            var typical = await TypicalAnswerAsync(time).ConfigureAwait(false);
            await File.WriteAllTextAsync(text, typical["text"]).ConfigureAwait(false);
            await File.WriteAllTextAsync(keyboard, typical["reply_markup"]).ConfigureAwait(false);
            var (bot, fresh, echo, slow, inTurn) = (new List<Result>(), new List<Result>(), new List<Result>(), new List<Result>(), new List<Result>());
            for (var round = 0; round < Rounds; round++)
            {
                bot.Add(await MeasureAsync(StartBot, new Load(Questions, Chats), time).ConfigureAwait(false));
                echo.Add(await MeasureAsync(server => StartEcho(server, text, keyboard), new Load(Questions, Chats), time).ConfigureAwait(false));
                fresh.Add(await MeasureAsync(StartBot, new Load(Questions, Chats, IsFresh: true), time).ConfigureAwait(false));
                slow.Add(await MeasureAsync(StartBot, new Load(SlowQuestions, SlowChats, SendDelay: s_slowSend), time).ConfigureAwait(false));
                inTurn.Add(await MeasureAsync(StartBot, new Load(SlowQuestions, SlowChats, SendDelay: s_slowSend, IsInTurn: true), time).ConfigureAwait(false));
            }

            Print(bot, fresh, echo, slow, inTurn);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(List<Result> bot, List<Result> fresh, List<Result> echo, List<Result> slow, List<Result> inTurn)
    {
        FigureTable.Begin();
        FigureTable.Row("echo: messages a second", "", echo.Select(r => r.Rate), "F0");
        FigureTable.Row($"bot: questions a second ({s_questions.Count} different ones)", "", bot.Select(r => r.Rate), "F0");
        FigureTable.Row("bot: questions a second, no two alike", "", fresh.Select(r => r.Rate), "F0");
        FigureTable.Row("rate of the bot by that of the echo, round by round", "0.8", bot.Zip(echo, (b, e) => b.Rate / e.Rate), "F2");
        FigureTable.Row("the same, no two alike", "", fresh.Zip(echo, (b, e) => b.Rate / e.Rate), "F2");
        FigureTable.Row("echo: CPU seconds per 10,000", "", echo.Select(r => r.Cost), "F2");
        FigureTable.Row("bot: CPU seconds per 10,000", "", bot.Select(r => r.Cost), "F2");
        FigureTable.Row("bot: CPU seconds per 10,000, no two alike", "", fresh.Select(r => r.Cost), "F2");
        FigureTable.Row("cost of the echo by that of the bot, round by round", "0.8", bot.Zip(echo, (b, e) => e.Cost / b.Cost), "F2");
        FigureTable.Row("the same, no two alike", "", fresh.Zip(echo, (b, e) => e.Cost / b.Cost), "F2");
        FigureTable.Row($"bot: questions a second, every send {s_slowSend.TotalMilliseconds} ms, {SlowChats} chats in turn", "600", inTurn.Select(r => r.Rate), "F0");
        FigureTable.Row("the same, chats at random", "600", slow.Select(r => r.Rate), "F0");
    }

    // The answer whose size is nearest to the mean of all.
    private static async Task<Call> TypicalAnswerAsync(TimeProvider time)
    {
        await using var server = await TelegramServer.StartAsync().ConfigureAwait(false);
        using var bot = StartBot(server);
        try
        {
            await AskAsync(server, new Load(s_questions.Count, 1), time).ConfigureAwait(false);
            var sent = await server.Calls.WaitForAsync("sendMessage", s_questions.Count, CancellationToken.None).ConfigureAwait(false);
            var mean = sent.Average(Size);
            return sent.Where(c => c["reply_markup"].Length > 0).MinBy(c => Math.Abs(Size(c) - mean))!;
        }
        finally
        {
            await BotProcess.StopAsync(bot).ConfigureAwait(false);
        }

        static int Size(Call call) => call["text"].Length + call["reply_markup"].Length;
    }

    private static async Task<Result> MeasureAsync(Func<TelegramServer, Process> start, Load load, TimeProvider time)
    {
        await using var server = await TelegramServer.StartAsync(new TelegramServerOptions { RecordCalls = false, MessagesKept = 200 }).ConfigureAwait(false);
        using var process = start(server);
        try
        {
            await AskAsync(server, load with { Questions = WarmUp }, time).ConfigureAwait(false);
            server.SendDelay = load.SendDelay;
            process.Refresh();
            var (begun, used) = (time.GetTimestamp(), process.TotalProcessorTime);
            await AskAsync(server, load, time).ConfigureAwait(false);
            var elapsed = time.GetElapsedTime(begun);
            process.Refresh();
            return new Result(load.Questions / elapsed.TotalSeconds, (process.TotalProcessorTime - used).TotalSeconds * 10_000 / load.Questions);
        }
        finally
        {
            await BotProcess.StopAsync(process).ConfigureAwait(false);
        }
    }

    // Asks the development questions in turn, each chat in the language of its own, and waits for as many messages.
    private static async Task AskAsync(TelegramServer server, Load load, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(s_deadline, time);
        var expected = server.MessagesSent + load.Questions;
        var order = new Random(load.Questions);
        for (var i = 0; i < load.Questions; i++)
        {
            var question = s_questions[i % s_questions.Count];
            var user = new TelegramUser(1_000 + (load.IsInTurn ? i % load.Chats : order.Next(load.Chats)), "Reader", LanguageCode: question.Language.ToLowerInvariant());
            server.PrivateChat(user).Send(user, load.IsFresh ? question.Text + new string('?', 1 + (i / s_questions.Count)) : question.Text);
        }

        while (server.MessagesSent < expected)
        {
            await Task.Delay(s_look, time, deadline.Token).ConfigureAwait(false);
        }
    }

    private static Process StartBot(TelegramServer server) => BotProcess.Start(
        new Dictionary<string, string>
        {
            ["Telegram__Token"] = server.Options.Token,
            ["Telegram__ApiUrl"] = server.Url,
            ["State__Folder"] = Path.Combine(Path.GetTempPath(), "talks-bot-benchmark"),
            ["Logging__LogLevel__Default"] = "Warning",
        });

    private static Process StartEcho(TelegramServer server, string textFile, string keyboardFile) =>
        BotProcess.StartBenchmark("echo", server.Url, server.Options.Token, textFile, keyboardFile);

    /// <summary>What is asked in one run.</summary>
    /// <param name="Questions">How many questions.</param>
    /// <param name="Chats">In how many chats.</param>
    /// <param name="IsFresh">Whether no two questions are alike, so that no answer is remembered.</param>
    /// <param name="SendDelay">How long each send takes.</param>
    /// <param name="IsInTurn">Whether the chats ask in turn rather than at random.</param>
    private sealed record Load(int Questions, int Chats, bool IsFresh = false, TimeSpan SendDelay = default, bool IsInTurn = false);

    /// <summary>What one run measured.</summary>
    /// <param name="Rate">Questions answered a second.</param>
    /// <param name="Cost">CPU seconds per 10,000 questions.</param>
    private sealed record Result(double Rate, double Cost);
}
