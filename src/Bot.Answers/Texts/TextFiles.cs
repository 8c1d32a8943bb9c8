using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The files of texts: <c>shared.json</c> and one file for each command, all embedded in the assembly.</summary>
/// <param name="Shared">The texts that are not of one command, by key and language tag.</param>
/// <param name="Commands">The files of the commands, by the command's name.</param>
internal sealed record TextFiles(Dictionary<string, Dictionary<string, string>> Shared, Dictionary<string, CommandTextFile> Commands)
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
        var commands = new Dictionary<string, CommandTextFile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(CommandFolder, StringComparison.Ordinal))
            {
                commands[name[CommandFolder.Length..^Extension.Length]] = Read(assembly, name, TextFilesJson.Default.CommandTextFile);
            }
        }

        var files = new TextFiles(Read(assembly, SharedFile, TextFilesJson.Default.DictionaryStringDictionaryStringString), commands);
        var missing = files.Missing();
        return missing.Count == 0 ? files : throw new InvalidOperationException($"Add the missing texts: {string.Join(", ", missing)}.");
    }

    /// <summary>The texts that are missing in a language, such as <c>who/Help (uk)</c>, in the order of their names.</summary>
    /// <remarks>Each start checks this. It is written as loops, since queries would cost the start more than all else here: each is compiled first.</remarks>
    public List<string> Missing()
    {
        var missing = new List<string>();
        foreach (var (key, byTag) in Shared)
        {
            if (PluralRules.IsForm(key))
            {
                AddForms(missing, PluralRules.WithoutForm(key));
            }
            else
            {
                Add(missing, "shared/" + key, byTag);
            }
        }

        foreach (var (command, file) in Commands)
        {
            Add(missing, command + "/Name", file.Name);
            Add(missing, command + "/Help", file.Help);
            foreach (var (parameter, texts) in file.Parameters)
            {
                Add(missing, $"{command}/Parameters/{parameter}/Name", texts.Name);
                Add(missing, $"{command}/Parameters/{parameter}/Help", texts.Help);
            }

            foreach (var (key, byTag) in file.Texts)
            {
                Add(missing, $"{command}/Texts/{key}", byTag);
            }

            foreach (var (variant, texts) in file.Variants)
            {
                AddVariant(missing, $"{command}/Variants/{variant}", texts);
            }
        }

        missing.Sort(StringComparer.Ordinal);
        return missing;
    }

    private static void Add(List<string> missing, string text, Dictionary<string, string> byTag)
    {
        foreach (var tag in Languages.Tags)
        {
            if (!byTag.ContainsKey(tag))
            {
                missing.Add($"{text} ({tag})");
            }
        }
    }

    // A variant has only the texts that differ.
    private static void AddVariant(List<string> missing, string variant, CommandTextFile file)
    {
        AddUnlessAbsent(missing, variant + "/Help", file.Help);
        foreach (var (parameter, texts) in file.Parameters)
        {
            Add(missing, $"{variant}/Parameters/{parameter}/Help", texts.Help);
        }

        foreach (var (key, byTag) in file.Texts)
        {
            Add(missing, $"{variant}/Texts/{key}", byTag);
        }
    }

    private static void AddUnlessAbsent(List<string> missing, string text, Dictionary<string, string> byTag)
    {
        if (byTag.Count > 0)
        {
            Add(missing, text, byTag);
        }
    }

    // Each form names the others of its text, which are added once.
    private void AddForms(List<string> missing, string key)
    {
        foreach (var language in Languages.All)
        {
            foreach (var category in PluralRules.Categories(language))
            {
                var form = $"{key}_{category}";
                var name = $"shared/{form} ({language.Tag()})";
                if (!(Shared.TryGetValue(form, out var byTag) && byTag.ContainsKey(language.Tag())) && !missing.Contains(name))
                {
                    missing.Add(name);
                }
            }
        }
    }

    private static T Read<T>(Assembly assembly, string name, JsonTypeInfo<T> type)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The resource '{name}' has no texts.");
    }
}

/// <summary>The texts of one command. Each text is a dictionary from language tags to translations; a region may have its own, by the tag of the locale.</summary>
internal sealed record CommandTextFile
{
    /// <summary>The command's name on platforms with localized names.</summary>
    public Dictionary<string, string> Name { get; init => field = value ?? []; } = [];

    /// <summary>Its description, in one line.</summary>
    public Dictionary<string, string> Help { get; init => field = value ?? []; } = [];

    /// <summary>The texts of its parameters, by the parameter's name.</summary>
    public Dictionary<string, ParameterTextFile> Parameters { get; init => field = value ?? []; } = [];

    /// <summary>Its other texts, by key and language tag.</summary>
    public Dictionary<string, Dictionary<string, string>> Texts { get; init => field = value ?? []; } = [];

    /// <summary>The texts that differ for certain bases, by the name of the condition in <see cref="TextVariants"/>; without names and further variants.</summary>
    public Dictionary<string, CommandTextFile> Variants { get; init => field = value ?? []; } = [];
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
