using System.Globalization;
using Bot.Benchmarks;
using Bot.Benchmarks.Scale;

return args switch
{
    [] or ["speed"] => await SpeedBenchmark.RunAsync(TimeProvider.System),
    ["questions"] => QuestionsBenchmark.Run(onlyDevelopment: false),
    ["questions", "--development"] => QuestionsBenchmark.Run(onlyDevelopment: true),
    ["examples", .. var options] => ExamplesBenchmark.Run(options),
    ["check"] => CheckBenchmark.Run(TimeProvider.System),
    ["telegram"] => await TelegramBenchmark.RunAsync(TimeProvider.System),
    ["echo", var url, var token, var textFile, var keyboardFile] => await TelegramEcho.RunAsync(url, token, textFile, keyboardFile),
    ["discord"] => await DiscordBenchmark.RunAsync(TimeProvider.System),
    ["discord-clients"] => await DiscordClientsBenchmark.RunAsync(TimeProvider.System),
    ["discord-gateway", var api, var gateway, var token, var response] => await DiscordBaseline.OverGatewayAsync(api, gateway, token, response),
    ["discord-http", var port, var key, var response] => await DiscordBaseline.OverHttpAsync(port, key, response),
    ["packaging", var program] => await PackagingBenchmark.RunAsync(program, TimeProvider.System),
    ["retrieval", .. var options] => RetrievalBenchmark.Run(options, TimeProvider.System),
    ["scale"] => await ScaleBenchmark.RunAsync(null, TimeProvider.System),
    ["scale", "--facts", var facts] when IsCount(facts) => await ScaleBenchmark.RunAsync(int.Parse(facts, CultureInfo.InvariantCulture), TimeProvider.System),
    ["scale-once", var facts] when IsCount(facts) => ScaleMeasurement.Run(int.Parse(facts, CultureInfo.InvariantCulture), TimeProvider.System),
    ["soak", .. var options] => await SoakBenchmark.RunAsync(options, TimeProvider.System),
    ["base", var folder] => BaseBenchmark.Run(folder, TimeProvider.System),
    ["load"] => SpeedBenchmark.LoadOnce(TimeProvider.System),
    _ => Usage(),
};

static bool IsCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

static int Usage()
{
    Console.Error.WriteLine("speed    start, load, answer and memory (the default)");
    Console.Error.WriteLine("questions [--development]    right facts by tier, kinds of message, lengths, and how far the confidence can be trusted, on the questions in tests/Bot.Answers.Tests");
    Console.Error.WriteLine("examples [--development | --held-out] [--ablations] [--examples N]    how well questions are answered and refused with few example questions, and what each signal brings");
    Console.Error.WriteLine("check    how long facts check takes on 1,000 made-up facts");
    Console.Error.WriteLine("telegram    questions a second on the stand-in of Telegram, beside a bare echo");
    Console.Error.WriteLine("discord    interactions a second on the stand-in of Discord, beside a bare client");
    Console.Error.WriteLine("discord-clients    our own client beside Discord.Net, in a build with -p:DiscordNet=true");
    Console.Error.WriteLine("packaging PROGRAM    start and memory of the published program beside the built one's, on both stand-ins");
    Console.Error.WriteLine("retrieval --documents FILE --questions FILE [--misses N]    our search beside Lucene.NET and SQLite FTS5 on any collection");
    Console.Error.WriteLine("scale [--facts N]    building, memory and queries on made-up bases of 1 thousand to 1 million facts, or of N");
    Console.Error.WriteLine("base FOLDER    load, preparation and answers of any base");
    Console.Error.WriteLine("soak    a steady rate on both platforms for minutes: memory, handles and threads at the start and the end (--minutes 10 --rate 200)");
    return 2;
}
