using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Answers.Texts;

/// <summary>The texts as they are written: <c>shared.json</c>, and a file for each command. The assembly holds them.</summary>
/// <param name="Shared">What is said in more than one place: key, tag of the language, text.</param>
/// <param name="Commands">The files of the commands, by the command's name.</param>
internal sealed record TextFiles(Dictionary<string, Dictionary<string, string>> Shared, FrozenDictionary<string, CommandTextFile> Commands)
{
    private const string SharedFile = "texts/shared.json";
    private const string CommandFolder = "texts/commands/";
    private const string Extension = ".json";

    /// <summary>Reads all files.</summary>
    /// <exception cref="InvalidOperationException">A file holds no texts.</exception>
    /// <exception cref="JsonException">A file is no JSON of that form.</exception>
    public static TextFiles Load()
    {
        var assembly = typeof(TextFiles).Assembly;
        var commands = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(CommandFolder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[CommandFolder.Length..^Extension.Length], name => Read(assembly, name, TextFilesJson.Default.CommandTextFile));
        return new TextFiles(Read(assembly, SharedFile, TextFilesJson.Default.DictionaryStringDictionaryStringString), commands);
    }

    private static T Read<T>(Assembly assembly, string name, JsonTypeInfo<T> type)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The resource '{name}' holds no texts.");
    }
}

/// <summary>The texts of one command. Each text stands beside its translations, by the tag of the language.</summary>
internal sealed record CommandTextFile
{
    /// <summary>What the command is called where a platform takes names in the reader's language.</summary>
    public required Dictionary<string, string> Name { get; init; }

    /// <summary>What it does, in one line.</summary>
    public required Dictionary<string, string> Help { get; init; }

    /// <summary>How it is written, with its parameters.</summary>
    public required Dictionary<string, string> Usage { get; init; }

    /// <summary>A request as a reader types it. Regions may have their own, by the tag of the locale.</summary>
    public required Dictionary<string, string> Example { get; init; }

    /// <summary>The texts of its parameters, by the parameter's name.</summary>
    public Dictionary<string, ParameterTextFile> Parameters { get; init; } = [];

    /// <summary>What it alone says: key, tag of the language, text.</summary>
    public Dictionary<string, Dictionary<string, string>> Texts { get; init; } = [];
}

/// <summary>The texts of one parameter, by the tag of the language.</summary>
internal sealed record ParameterTextFile
{
    /// <summary>What it is called where a platform takes names in the reader's language.</summary>
    public required Dictionary<string, string> Name { get; init; }

    /// <summary>What it is.</summary>
    public required Dictionary<string, string> Help { get; init; }
}

[JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
[JsonSerializable(typeof(CommandTextFile))]
internal sealed partial class TextFilesJson : JsonSerializerContext;
