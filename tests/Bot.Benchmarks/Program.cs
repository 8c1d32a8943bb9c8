using Bot.Benchmarks;

return args switch
{
    [] or ["speed"] => await SpeedBenchmark.RunAsync(TimeProvider.System),
    ["questions"] => QuestionsBenchmark.Run(),
    ["telegram"] => await TelegramBenchmark.RunAsync(TimeProvider.System),
    ["echo", var url, var token, var textFile, var keyboardFile] => await TelegramEcho.RunAsync(url, token, textFile, keyboardFile),
    ["discord"] => await DiscordBenchmark.RunAsync(TimeProvider.System),
    ["discord-clients"] => await DiscordClientsBenchmark.RunAsync(TimeProvider.System),
    ["discord-gateway", var api, var gateway, var token, var response] => await DiscordBare.OverGatewayAsync(api, gateway, token, response),
    ["discord-http", var port, var key, var response] => await DiscordBare.OverHttpAsync(port, key, response),
    ["packaging", var program] => await PackagingBenchmark.RunAsync(program, TimeProvider.System),
    ["load"] => SpeedBenchmark.LoadOnce(TimeProvider.System),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("speed    start, load, answer and memory (the default)");
    Console.Error.WriteLine("questions    right facts and refusals on the development questions");
    Console.Error.WriteLine("telegram    questions a second on the stand-in of Telegram, beside a bare echo");
    Console.Error.WriteLine("discord    interactions a second on the stand-in of Discord, beside a bare client");
    Console.Error.WriteLine("discord-clients    our own client beside Discord.Net, in a build with -p:DiscordNet=true");
    Console.Error.WriteLine("packaging PROGRAM    start and memory of the published program beside the built one's, on both stand-ins");
    return 2;
}
