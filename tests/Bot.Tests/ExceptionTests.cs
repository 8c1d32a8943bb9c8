using System.Text.RegularExpressions;

namespace Bot.Tests;

/// <summary>
/// What is caught is named: an exception that nobody thought of is a bug, and must be seen. Only at the outermost edge of a loop is any
/// exception caught, so that one item's bug does not end the work on the others. Read from the source.
/// </summary>
public sealed partial class ExceptionTests
{
    // Where any exception may be caught, and why.
    private static readonly Dictionary<string, string> s_edges = new()
    {
        ["Bot/Cli/CommandLine.cs"] = "the edge of the program: it becomes an exit code",
        ["Bot/Hosting/AdapterSupervisor.cs"] = "the edge of an adapter, which is started again",
        ["Bot.Adapters/Resilience/Retry.cs"] = "the edge of an attempt: the caller decides by the exception, and what is not tried again is thrown on",
        ["Bot.Telegram/Receiving/ChatQueues.cs"] = "the edge of an update",
        ["Bot.Telegram/Receiving/UpdateReader.cs"] = "the edge of an update: the client library's converters throw whatever they meet",
        ["Bot.Discord/Gateway/GatewayConnection.cs"] = "a function names the types",
        ["Bot.Discord/Transport/InteractionWorkers.cs"] = "the edge of an interaction",
        ["Bot.Discord.Net/LibraryRegistration.cs"] = "the edge of registering the commands: the library throws anything",
        ["Bot.Discord.Net/LibraryRequests.cs"] = "the library throws anything when it is told to stop",
    };

    [Fact]
    public void Any_exception_is_caught_only_at_the_outermost_edge_of_a_loop()
    {
        var source = Path.Combine(Repository.Root, "src");
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(f => (File: f, Path: Path.GetRelativePath(source, f).Replace('\\', '/')))
            .Where(f => !f.Path.Split('/').Any(part => part is "obj" or "bin") && !s_edges.ContainsKey(f.Path));

        Assert.Equal("", string.Join('\n', files.SelectMany(f => Untyped(File.ReadAllLines(f.File)).Select(line => $"{f.Path}:{line}"))));
    }

    [Fact]
    public void The_files_that_are_listed_exist()
    {
        Assert.DoesNotContain(s_edges.Keys, path => !File.Exists(Path.Combine(Repository.Root, "src", path)));
    }

    [Fact]
    public void A_catch_is_typed_by_its_type_or_by_the_types_in_its_filter()
    {
        string[] source =
        [
            "catch",
            "catch { }",
            "catch (Exception)",
            "catch (System.Exception ex)",
            "catch (Exception ex) when (!cancellation.IsCancellationRequested)",
            "catch (Exception ex) when (ex is not OperationCanceledException)",
            "catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)",
            "catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException))",
            "catch (Exception ex) when ((ex is IOException or SocketException) && !hasStarted)",
            "catch (IOException)",
            "// catch (Exception) is what nobody writes",
        ];

        Assert.Equal([1, 2, 3, 4, 5, 6], Untyped(source));
    }

    private static IEnumerable<int> Untyped(string[] lines) =>
        lines.Index().Where(l => Catch().Match(l.Item) is { Success: true } c && !Typed().IsMatch(c.Groups["rest"].Value)).Select(l => l.Index + 1);

    [GeneratedRegex(@"^\s*(\}\s*)?catch\b(?<rest>.*)$")]
    private static partial Regex Catch();

    [GeneratedRegex(@"^\s*\((?!(System\.)?Exception\b)|\bis (not \w+ and )?\(?[A-Z]")]
    private static partial Regex Typed();
}
