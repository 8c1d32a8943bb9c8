using System.Collections;
using System.Text.Json;
using Bot.Facts;
using Bot.Facts.Model;
using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>What every verb begins with: the settings and the base.</summary>
internal static class SettingsLoader
{
    /// <summary>The settings file, in the folder that the process was started in.</summary>
    public const string SettingsFile = "appsettings.json";

    /// <summary>The id of the user secrets, the same as the project's: <c>dotnet user-secrets</c> finds it there.</summary>
    public const string UserSecretsId = "talks-bot";

    /// <summary>Reads the settings; null, with the problems written to <paramref name="error"/>, when one is wrong.</summary>
    public static BotOptions? Options(TextWriter error) => Configuration(error) is { } configuration ? Options(configuration, error) : null;

    /// <summary>The settings as they are written: the file, over it the user secrets in development, and over both the environment. Null, with the problem written, when one cannot be read.</summary>
    public static ConfigurationManager? Configuration(TextWriter error)
    {
        var configuration = new ConfigurationManager();
        if ((AddFile(configuration) ?? AddUserSecrets(configuration)) is { } problem)
        {
            error.WriteLine(problem);
            return null;
        }

        configuration.AddEnvironmentVariables();
        return configuration;
    }

    /// <summary>Reads the settings from a configuration; null, with the problems written, when one is wrong.</summary>
    public static BotOptions? Options(IConfiguration configuration, TextWriter error)
    {
        var problems = new List<string>();
        var warnings = new List<string>();
        var options = BotOptions.Read(configuration, problems, warnings);
        problems.AddRange(MisspeltVariables.Problems(Variables()));
        foreach (var problem in warnings.Concat(problems))
        {
            error.WriteLine(problem);
        }

        return problems.Count == 0 ? options : null;
    }

    /// <summary>What to tell the owner of a settings file that cannot be read.</summary>
    /// <param name="ex">What reading it ended with.</param>
    public static string FileProblem(Exception ex) => ex is InvalidDataException && ex.GetBaseException() is not IOException and { Message: var message }
        ? $"{SettingsFile} cannot be read: {message} Fix its JSON, or remove the file."
        : $"{SettingsFile} cannot be read: {ex.GetBaseException().Message} Let the bot's user read it (chmod, chown), or remove it.";

    /// <summary>What to tell the owner of user secrets that cannot be read.</summary>
    /// <param name="ex">What reading them ended with. The parser's message may quote what it met, which is a secret, so it is not told.</param>
    public static string UserSecretsProblem(Exception ex) => (ex, ex.GetBaseException()) switch
    {
        (InvalidDataException, not IOException and var inner) =>
            $"The user secrets of {UserSecretsId} cannot be read{(inner is JsonException { LineNumber: { } line } ? $" (line {line + 1})" : "")}. Fix their JSON, or clear them with dotnet user-secrets clear --id {UserSecretsId}.",
        (InvalidOperationException, _) => $"The user secrets cannot be found: {ex.Message} Set HOME, or leave DOTNET_ENVIRONMENT out.",
        (_, var inner) => $"The user secrets of {UserSecretsId} cannot be read: {inner.Message} Let the bot's user read them (chmod, chown), or leave DOTNET_ENVIRONMENT out.",
    };

    private static IEnumerable<string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(v => v.Value is string { Length: > 0 })
        .Select(v => (string)v.Key);

    private static string? AddFile(ConfigurationManager configuration)
    {
        string folder;
        try
        {
            folder = Directory.GetCurrentDirectory();
            configuration.SetBasePath(folder);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return $"The folder that the bot was started in cannot be entered or is gone: {ex.Message} Start the bot in a folder that exists; {SettingsFile} is looked for there.";
        }

        // The provider takes only files, and what is none for missing.
        if (Directory.Exists(Path.Combine(folder, SettingsFile)))
        {
            return $"{SettingsFile} cannot be read: it is a folder. Put a file in its place, or remove it.";
        }

        try
        {
            configuration.AddJsonFile(SettingsFile, optional: true);
            return null;
        }
        catch (Exception ex) when (ex is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return FileProblem(ex);
        }
    }

    private static string? AddUserSecrets(ConfigurationManager configuration)
    {
        try
        {
            // By the host's convention; by id, since finding it in the assembly needs reflection.
            if ("Development".Equals(Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"), StringComparison.OrdinalIgnoreCase))
            {
                configuration.AddUserSecrets(UserSecretsId, reloadOnChange: false);
            }

            return null;
        }
        catch (Exception ex) when (ex is InvalidDataException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return UserSecretsProblem(ex);
        }
    }

    /// <summary>The folder of the base.</summary>
    public static string Folder(BotOptions options) =>
        options.Facts.Path.Length > 0 ? Path.GetFullPath(options.Facts.Path) : FactsFolderLocator.Find();

    /// <summary>Loads the base; null, with all problems written to <paramref name="error"/>, when it is broken.</summary>
    public static FactBase? Base(string folder, TextWriter error)
    {
        var result = FactBaseLoader.Load(folder);
        foreach (var problem in result.Problems)
        {
            error.WriteLine(problem);
        }

        if (result.Base is null)
        {
            error.WriteLine($"{result.Problems.Length} problem(s) in {folder}; nothing is served from it.");
        }

        return result.Base;
    }
}
