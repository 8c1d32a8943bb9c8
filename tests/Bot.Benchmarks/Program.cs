using Bot.Benchmarks;

return args switch
{
    [] or ["speed"] => await SpeedBenchmark.RunAsync(TimeProvider.System),
    ["questions"] => QuestionsBenchmark.Run(),
    ["load"] => SpeedBenchmark.LoadOnce(TimeProvider.System),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("speed    start, load, answer and memory (the default)");
    Console.Error.WriteLine("questions    right facts and refusals on the development questions");
    return 2;
}
