using System.Collections;
using System.Text.Json;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Facts.Model;
using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Loads the settings and the base, which every command needs.</summary>
internal static class SettingsLoader
{
    /// <summary>The settings file, in the working directory.</summary>
    public const string SettingsFile = "appsettings.json";

    /// <summary>The id of the user secrets, the same as in the project file: <c>dotnet user-secrets</c> uses it.</summary>
    public static string UserSecretsId => ProgramName.Text;

    /// <summary>Reads and validates the settings; null, with the problems written to <paramref name="error"/>, when one is invalid.</summary>
    public static BotOptions? Options(TextWriter error) => Configuration(error) is { } configuration ? Options(configuration, error) : null;

    /// <summary>Reads the settings without validation: the file, overridden by the user secrets in development, and both overridden by the environment. Null, with the problem written, when one cannot be read.</summary>
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

    /// <summary>Reads and validates the settings of a configuration; null, with the problems written, when one is invalid.</summary>
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

    /// <summary>The message for a settings file that cannot be read.</summary>
    /// <param name="ex">The exception.</param>
    public static string FileProblem(Exception ex) => ex is InvalidDataException && ex.GetBaseException() is not IOException and { Message: var message }
        ? $"{SettingsFile} cannot be read: {message} Fix its JSON, or remove the file."
        : $"{SettingsFile} cannot be read: {ex.GetBaseException().Message} Give the bot's user read access (chmod, chown), or remove it.";

    /// <summary>The message for user secrets that cannot be read.</summary>
    /// <param name="ex">The exception. The parser's message may quote a secret, so it is not shown.</param>
    public static string UserSecretsProblem(Exception ex) => (ex, ex.GetBaseException()) switch
    {
        (InvalidDataException, not IOException and var inner) =>
            $"The user secrets of {UserSecretsId} cannot be read{(inner is JsonException { LineNumber: { } line } ? $" (line {line + 1})" : "")}. Fix their JSON, or clear them with dotnet user-secrets clear --id {UserSecretsId}.",
        (InvalidOperationException, _) => $"The user secrets cannot be found: {ex.Message} Set HOME, or leave DOTNET_ENVIRONMENT out.",
        (_, var inner) => $"The user secrets of {UserSecretsId} cannot be read: {inner.Message} Give the bot's user read access (chmod, chown), or leave DOTNET_ENVIRONMENT out.",
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
            return $"The working directory is not accessible or does not exist: {ex.Message} Start the bot in an existing folder, where it looks for {SettingsFile}.";
        }

        // The provider only reads files, and treats anything else as missing.
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
            // The host's convention. The id is given because finding it in the assembly needs reflection.
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

    /// <summary>Loads the base; null, with all problems written to <paramref name="error"/>, when it is invalid.</summary>
    public static FactBase? Base(string folder, TextWriter error)
    {
        var result = FactBaseLoader.Load(folder);
        foreach (var problem in result.Problems)
        {
            error.WriteLine(problem);
        }

        if (result.Base is null)
        {
            error.WriteLine($"{result.Problems.Length} problem(s) in {folder}. The base is not served.");
        }

        return result.Base;
    }
}
