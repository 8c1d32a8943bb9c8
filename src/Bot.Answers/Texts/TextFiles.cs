using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The files of texts: <c>shared.json</c> and one file for each command, all embedded in the assembly.</summary>
/// <param name="Shared">The texts that are not of one command, by key and language tag.</param>
/// <param name="Commands">The files of the commands, by the command's name.</param>
internal sealed record TextFiles(Dictionary<string, Dictionary<string, string>> Shared, FrozenDictionary<string, CommandTextFile> Commands)
{
    private const string SharedFile = "texts/shared.json";
    private const string CommandFolder = "texts/commands/";
    private const string Extension = ".json";

    /// <summary>Reads all files.</summary>
    /// <exception cref="InvalidOperationException">Texts are missing; the message names all of them.</exception>
    /// <exception cref="JsonException">A file is not JSON of that form.</exception>
    public static TextFiles Load()
    {
        var assembly = typeof(TextFiles).Assembly;
        var commands = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(CommandFolder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[CommandFolder.Length..^Extension.Length], name => Read(assembly, name, TextFilesJson.Default.CommandTextFile));
        var files = new TextFiles(Read(assembly, SharedFile, TextFilesJson.Default.DictionaryStringDictionaryStringString), commands);
        var missing = files.Missing().ToList();
        return missing.Count == 0 ? files : throw new InvalidOperationException($"Add the missing texts: {string.Join(", ", missing)}.");
    }

    /// <summary>The texts that are missing in a language, such as <c>who/Help (uk)</c>.</summary>
    public IEnumerable<string> Missing() => Shared
        .Where(text => !PluralRules.IsForm(text.Key))
        .SelectMany(text => Missing("shared/" + text.Key, text.Value))
        .Concat(Shared.Keys.Where(PluralRules.IsForm).Select(PluralRules.WithoutForm).Distinct().SelectMany(MissingForms))
        .Concat(from command in Commands orderby command.Key from text in Missing(command.Key, command.Value) select text);

    private static IEnumerable<string> Missing(string command, CommandTextFile file) =>
    [
        .. Missing(command + "/Name", file.Name),
        .. Missing(command + "/Help", file.Help),
        .. Missing(command + "/Usage", file.Usage),
        .. Missing(command + "/Example", file.Example),
        .. file.Parameters.SelectMany(p => Missing($"{command}/Parameters/{p.Key}/Name", p.Value.Name).Concat(Missing($"{command}/Parameters/{p.Key}/Help", p.Value.Help))),
        .. file.Texts.SelectMany(t => Missing($"{command}/Texts/{t.Key}", t.Value)),
    ];

    private static IEnumerable<string> Missing(string text, Dictionary<string, string> byTag) =>
        Languages.Tags.Where(tag => !byTag.ContainsKey(tag)).Select(tag => $"{text} ({tag})");

    private IEnumerable<string> MissingForms(string key) =>
        from language in Languages.All.ToArray()
        from category in PluralRules.Categories(language)
        let form = $"{key}_{category}"
        where !(Shared.TryGetValue(form, out var byTag) && byTag.ContainsKey(language.Tag()))
        select $"shared/{form} ({language.Tag()})";

    private static T Read<T>(Assembly assembly, string name, JsonTypeInfo<T> type)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The resource '{name}' has no texts.");
    }
}

/// <summary>The texts of one command. Each text is a dictionary from language tags to translations.</summary>
internal sealed record CommandTextFile
{
    /// <summary>The command's name on platforms with localized names.</summary>
    public Dictionary<string, string> Name { get; init => field = value ?? []; } = [];

    /// <summary>Its description, in one line.</summary>
    public Dictionary<string, string> Help { get; init => field = value ?? []; } = [];

    /// <summary>Its syntax, with its parameters.</summary>
    public Dictionary<string, string> Usage { get; init => field = value ?? []; } = [];

    /// <summary>An example request as a reader types it. Regions may have their own, by the tag of the locale.</summary>
    public Dictionary<string, string> Example { get; init => field = value ?? []; } = [];

    /// <summary>The texts of its parameters, by the parameter's name.</summary>
    public Dictionary<string, ParameterTextFile> Parameters { get; init => field = value ?? []; } = [];

    /// <summary>Its other texts, by key and language tag.</summary>
    public Dictionary<string, Dictionary<string, string>> Texts { get; init => field = value ?? []; } = [];
}

/// <summary>The texts of one parameter, by the tag of the language.</summary>
internal sealed record ParameterTextFile
{
    /// <summary>The parameter's name on platforms with localized names.</summary>
    public Dictionary<string, string> Name { get; init => field = value ?? []; } = [];

    /// <summary>Its description.</summary>
    public Dictionary<string, string> Help { get; init => field = value ?? []; } = [];
}

[JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
[JsonSerializable(typeof(CommandTextFile))]
internal sealed partial class TextFilesJson : JsonSerializerContext;
