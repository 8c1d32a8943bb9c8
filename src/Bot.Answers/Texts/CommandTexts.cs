using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The texts of one command in one language.</summary>
/// <param name="file">The command's texts in all languages.</param>
/// <param name="language">The language.</param>
internal sealed class CommandTexts(CommandTextFile file, Language language)
{
    private readonly string _tag = language.Tag();

    /// <summary>What the command is called where a platform takes names in the reader's language.</summary>
    public string Name => file.Name[_tag];

    /// <summary>What it does, in one line.</summary>
    public string Help => file.Help[_tag];

    /// <summary>How it is written, with its parameters.</summary>
    public string Usage => file.Usage[_tag];

    /// <summary>What it alone says.</summary>
    /// <param name="key">The text's key in the command's file.</param>
    /// <exception cref="InvalidOperationException">The file has no such text.</exception>
    public string this[string key] =>
        file.Texts.TryGetValue(key, out var texts) ? texts[_tag] : throw new InvalidOperationException($"The command has no text '{key}'.");

    /// <summary>A request as a reader of the locale types it.</summary>
    /// <param name="locale">A locale of the language; one without a request of its own takes its language's.</param>
    public string Example(Locale locale) => file.Example.GetValueOrDefault(locale.Tag()) ?? file.Example[_tag];

    /// <summary>What a parameter is called where a platform takes names in the reader's language.</summary>
    public string ParameterName(string parameter) => file.Parameters[parameter].Name[_tag];

    /// <summary>What a parameter is.</summary>
    public string ParameterHelp(string parameter) => file.Parameters[parameter].Help[_tag];
}
