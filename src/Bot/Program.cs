using System.CommandLine;
using System.Runtime.CompilerServices;
using Bot.Cli;
using Bot.Configuration;
using Bot.Facts;
using Bot.Hosting;

// Nothing waits for it: it only makes what follows faster. A native binary is compiled already.
if (RuntimeFeature.IsDynamicCodeCompiled)
{
    _ = FactBaseLoader.WarmUpAsync();
}

var root = new RootCommand("Answers questions about the US–Russia talks that began in Riyadh in February 2025, from a curated and sourced base.")
{
    AskCommand.Create(TimeProvider.System),
    FactsCommands.Create(),
    HealthCommand.Create(),
};
root.SetAction((_, cancellation) => BotHost.RunAsync(TimeProvider.System, cancellation));

// A question may begin with @, so it names no file of arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    foreach (var fault in parsed.Errors)
    {
        Console.Error.WriteLine(fault.Message);
    }

    Console.Error.WriteLine("Run with --help for what can be asked.");
    return ExitCode.InvalidUsage;
}

// The host ends the main job on a signal, in its own time.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }).ConfigureAwait(false);
