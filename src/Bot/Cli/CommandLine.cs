using System.CommandLine;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary>The command line and the outermost edge of the program: every exception becomes an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">The output for answers. It is written in blocks and not disposed of.</param>
    /// <param name="error">The output for problems, a line each.</param>
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
            // Expected failures are reported in a line where they happen, so this is a bug, and its stack trace is needed.
            error.WriteLine($"The bot has failed; please report this as a bug. {ex}");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> InvokeAsync(string[] arguments, TextWriter output, TextWriter error, TimeProvider time)
    {
        var root = new RootCommand("Answers questions from a curated and sourced base.")
        {
            AskCommand.Create(time),
            FactsCommands.Create(time),
            HealthCommand.Create(),
        };
        root.SetAction((_, cancellation) => BotHost.RunAsync(time, error, cancellation));

        // A question may begin with @, so response files are disabled.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                error.WriteLine(problem.Message);
            }

            error.WriteLine("Run with --help for the commands and options.");
            return ExitCode.InvalidUsage;
        }

        // On a signal, the host ends the main job and takes the time that it needs.
        var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(console).ConfigureAwait(false);
    }
}
