using System.CommandLine;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary>The whole command line, and the outermost edge of the program: nothing leaves it but an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Takes answers; it is written in blocks and not disposed of.</param>
    /// <param name="error">Takes what is wrong, a line each.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, TimeProvider time)
    {
        try
        {
            var code = await InvokeAsync(arguments, output, error, time).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return code;
        }
        catch (StandardStreamException ex) when (ex.IsReaderGone)
        {
            return ExitCode.Ok;
        }
        catch (StandardStreamException ex)
        {
            error.WriteLine(ex.Message);
            return ExitCode.InvalidUsage;
        }
        catch (Exception ex)
        {
            // Whatever can be foreseen is told in a line where it happens, so this is a bug, and its stack is wanted.
            error.WriteLine($"The bot has failed; please report this as a bug. {ex}");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> InvokeAsync(string[] arguments, TextWriter output, TextWriter error, TimeProvider time)
    {
        var root = new RootCommand("Answers questions about the US–Russia talks that began in Riyadh in February 2025, from a curated and sourced base.")
        {
            AskCommand.Create(time),
            FactsCommands.Create(),
            HealthCommand.Create(),
        };
        root.SetAction((_, cancellation) => BotHost.RunAsync(time, error, cancellation));

        // A question may begin with @, so it names no file of arguments.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                error.WriteLine(problem.Message);
            }

            error.WriteLine("Run with --help for what can be asked.");
            return ExitCode.InvalidUsage;
        }

        // The host ends the main job on a signal, in its own time.
        var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(console).ConfigureAwait(false);
    }
}
