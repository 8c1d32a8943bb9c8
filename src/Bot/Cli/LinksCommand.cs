using System.Collections.Immutable;
using System.CommandLine;
using System.Net;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Bot.Answers.Model;
using Bot.Configuration;
using Bot.Facts.Authoring;

namespace Bot.Cli;

/// <summary><c>facts links</c>: lists the addresses of the sources, and asks them if told to.</summary>
internal static class LinksCommand
{
    private const int NotAllReached = 1;
    private const int MaxRedirects = 5;

    public static Command Create(TimeProvider time)
    {
        var probe = new Option<bool>("--probe") { Description = "Ask each address whether its page is still there; not where the variable CI is set" };
        var json = JsonOption.Lines();
        var command = new Command("links", "List all addresses with the facts and offices that need them; exit code 1 if --probe does not reach one") { probe, json };
        command.SetAction(async (result, cancellation) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            if (result.GetValue(probe) && IsSet(Environment.GetEnvironmentVariable("CI")))
            {
                error.WriteLine("--probe asks other people's servers, so it is off in continuous integration (CI is set). Run it on your own machine.");
                return ExitCode.InvalidUsage;
            }

            if (SettingsLoader.Base(SettingsLoader.Folder(options), error) is not { } facts)
            {
                return ExitCode.InvalidBase;
            }

            var links = SourceLink.Of(facts);
            if (!result.GetValue(probe))
            {
                Print(links, result.GetValue(json), output);
                return ExitCode.Ok;
            }

            using var client = Client();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
            return await ProbeAsync(new LinkProber(client, time), links, result.GetValue(json), output, error, stop.Token).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Prints the addresses with what needs them.</summary>
    internal static void Print(IReadOnlyList<SourceLink> links, bool json, TextWriter output)
    {
        foreach (var same in links.GroupBy(l => l.Address))
        {
            if (json)
            {
                output.WriteLine(JsonSerializer.Serialize(new LinkLine(same.Key, Sources(same)), FactsJson.Readable.LinkLine));
                continue;
            }

            output.WriteLine(same.Key);
            PrintUses(same, output);
        }
    }

    /// <summary>Asks the addresses and prints each answer as soon as it comes. Returns the exit code.</summary>
    internal static async Task<int> ProbeAsync(LinkProber prober, IReadOnlyList<SourceLink> links, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var (byAddress, asked, reached) = (links.ToLookup(l => l.Address), 0, 0);
        try
        {
            await foreach (var answer in prober.ProbeAsync(byAddress.Select(l => l.Key), cancellation).ConfigureAwait(false))
            {
                asked++;
                reached += answer.IsReached ? 1 : 0;
                if (json)
                {
                    var line = new LinkLine(answer.Address, Sources(byAddress[answer.Address]), answer.IsReached, answer.Status, answer.MovedTo, answer.Problem);
                    await output.WriteLineAsync(JsonSerializer.Serialize(line, FactsJson.Readable.LinkLine)).ConfigureAwait(false);
                }
                else
                {
                    await output.WriteLineAsync($"{(answer.IsReached ? "ok" : "FAILED")} {answer.Status?.ToString() ?? answer.Problem} {answer.Address}{(answer.MovedTo is null ? "" : $" → {answer.MovedTo}")}").ConfigureAwait(false);
                    if (!answer.IsReached)
                    {
                        PrintUses(byAddress[answer.Address], output);
                    }
                }

                await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped before all addresses were asked.").ConfigureAwait(false);
        }

        await error.WriteLineAsync($"{asked} of {byAddress.Count} addresses were asked, {reached} were reached. Nothing was recorded.").ConfigureAwait(false);
        return reached == byAddress.Count ? ExitCode.Ok : NotAllReached;
    }

    /// <summary>A client whose requests say which program sends them.</summary>
    internal static HttpClient Client()
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);
        var handler = new SocketsHttpHandler { MaxAutomaticRedirections = MaxRedirects, AutomaticDecompression = DecompressionMethods.All };

        // The prober has its own limit of time.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { { "User-Agent", $"{ProgramName.Text}/{version}" } } };
    }

    private static void PrintUses(IEnumerable<SourceLink> links, TextWriter output)
    {
        foreach (var link in links)
        {
            IEnumerable<string> uses =
            [
                .. link.Facts.Select(f => $"{f.Fact} ({f.Role})"),
                .. link.Offices.Select(p => $"{p} (office)"),
                .. link.CopyOf.Select(r => $"{r} (copy)"),
            ];
            output.WriteLine($"  {link.Source}: {string.Join(", ", uses)}");
        }
    }

    private static ImmutableArray<LinkedSource> Sources(IEnumerable<SourceLink> links) =>
        [.. links.Select(l => new LinkedSource(l.Source, l.Facts, l.Offices, l.CopyOf))];

    /// <summary>Whether a variable such as <c>CI</c> is set to more than <c>false</c>.</summary>
    internal static bool IsSet(string? variable) => !string.IsNullOrEmpty(variable) && !variable.Equals("false", StringComparison.OrdinalIgnoreCase);

    // What was answered until now is still printed. A second signal ends the process at once.
    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }
}
