using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bot.Cli;

namespace Bot.Tests;

/// <summary>An empty folder to start the built program in, with the environment that it is given.</summary>
/// <param name="isAlone">Whether no other test runs at the same time (<see cref="AloneCollection"/>), so that commands may run in this process with a folder and an environment of their own.</param>
internal sealed class ProgramFolder(bool isAlone = false) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    // As a started program finds it: the small copy of the frozen base, and no language.
    [ModuleInitializer]
    internal static void PrepareEnvironment()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().ToList())
        {
            if (TestedProgram.IsSetting(name))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        Environment.SetEnvironmentVariable("Facts__Path", SmallSample.Folder);
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The variables that the program sees beside the inherited ones, from which languages and settings are removed.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["Facts__Path"] = SmallSample.Folder };

    /// <summary>Copies the base into the folder and names it as the one to serve; gives its path.</summary>
    public string CopyFacts() => Variables["Facts__Path"] = SampleBase.Copy(Folder, SmallSample.Folder);

    /// <summary>Writes the settings file.</summary>
    public void Settings(string json) => File.WriteAllText(Path.Combine(Folder, "appsettings.json"), json);

    /// <summary>Starts the program.</summary>
    public BotProcess Start(params string[] arguments) => Start(TestedProgram.Start(arguments));

    /// <summary>Runs a script of the shell in the folder to its end; the program and its first arguments are <c>"$@"</c> there.</summary>
    public async Task<Ended> ShellAsync(string script)
    {
        var program = TestedProgram.Start();
        TestedProgram.Wrap(program, ["/bin/sh", "-c", script, "sh"]);
        await using var shell = Start(program);
        return await shell.EndAsync();
    }

    /// <summary>Starts another program in the folder.</summary>
    public BotProcess Start(ProcessStartInfo start)
    {
        start.WorkingDirectory = Folder;
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>
    /// Runs the program to its end with nothing on standard input. A command that neither settings nor variables of a test change, or that
    /// runs alone, runs in this process, where nothing has to be compiled for it; the published program always runs in its own.
    /// </summary>
    public Task<Ended> RunAsync(params string[] arguments) => (TestedProgram.Published, arguments) switch
    {
        (null, ["ask" or "facts", ..]) when isAlone => RunAloneAsync(arguments),
        (null, ["ask" or "facts", ..]) when IsUnchanged => RunHereAsync(arguments),
        _ => FeedAsync("", arguments),
    };

    /// <summary>Runs the program to its end with a text on standard input.</summary>
    public Task<Ended> FeedAsync(string input, params string[] arguments) => FeedAsync(BotProcess.Utf8.GetBytes(input), arguments);

    /// <summary>Runs the program to its end with bytes on standard input.</summary>
    public async Task<Ended> FeedAsync(byte[] input, params string[] arguments)
    {
        await using var bot = Start(arguments);
        return await bot.EndAsync(input);
    }

    private bool IsUnchanged =>
        Variables is { Count: 1 } && Variables["Facts__Path"] == SmallSample.Folder && !Directory.EnumerateFileSystemEntries(Folder).Any();

    private static async Task<Ended> RunHereAsync(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(arguments, output, error, TimeProvider.System);
        return new Ended(code, output.ToString(), error.ToString().TrimEnd('\n'));
    }

    private async Task<Ended> RunAloneAsync(string[] arguments)
    {
        var folder = Directory.GetCurrentDirectory();
        var before = Variables.Keys.Append("Facts__Path").Distinct().ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            Directory.SetCurrentDirectory(Folder);
            foreach (var name in before.Keys)
            {
                Environment.SetEnvironmentVariable(name, Variables.GetValueOrDefault(name));
            }

            return await RunHereAsync(arguments);
        }
        finally
        {
            Directory.SetCurrentDirectory(folder);
            foreach (var (name, value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
