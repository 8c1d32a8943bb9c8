using Bot.Benchmarks;

return args switch
{
    [] or ["speed"] => await SpeedBenchmark.RunAsync(TimeProvider.System),
    ["load"] => SpeedBenchmark.LoadOnce(TimeProvider.System),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("speed    start, load, answer and memory (the default)");
    return 2;
}
