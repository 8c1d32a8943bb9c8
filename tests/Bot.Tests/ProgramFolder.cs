using System.Diagnostics;

namespace Bot.Tests;

/// <summary>An empty folder to start the built program in, with the environment that it is given.</summary>
internal sealed class ProgramFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The variables that the program sees beside the inherited ones, from which languages and settings are removed.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["Facts__Path"] = SampleBase.Folder };

    /// <summary>Copies the base into the folder and names it as the one to serve; gives its path.</summary>
    public string CopyFacts() => Variables["Facts__Path"] = SampleBase.Copy(Folder);

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

    private BotProcess Start(ProcessStartInfo start)
    {
        start.WorkingDirectory = Folder;
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Runs the program to its end with nothing on standard input.</summary>
    public Task<Ended> RunAsync(params string[] arguments) => FeedAsync("", arguments);

    /// <summary>Runs the program to its end with a text on standard input.</summary>
    public Task<Ended> FeedAsync(string input, params string[] arguments) => FeedAsync(BotProcess.Utf8.GetBytes(input), arguments);

    /// <summary>Runs the program to its end with bytes on standard input.</summary>
    public async Task<Ended> FeedAsync(byte[] input, params string[] arguments)
    {
        await using var bot = Start(arguments);
        return await bot.EndAsync(input);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
