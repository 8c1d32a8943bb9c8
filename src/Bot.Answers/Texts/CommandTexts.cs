using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The texts of one command in one language.</summary>
/// <param name="file">The command's texts in all languages.</param>
/// <param name="language">The language.</param>
internal sealed class CommandTexts(CommandTextFile file, Language language)
{
    private readonly string _tag = language.Tag();

    /// <summary>The command's name on platforms with localized names.</summary>
    public string Name => file.Name[_tag];

    /// <summary>Its description, in one line.</summary>
    public string Help => file.Help[_tag];

    /// <summary>Its syntax, with its parameters.</summary>
    public string Usage => file.Usage[_tag];

    /// <summary>A text of this command.</summary>
    /// <param name="key">The text's key in the command's file.</param>
    /// <exception cref="InvalidOperationException">The file has no such text.</exception>
    public string this[string key] =>
        file.Texts.TryGetValue(key, out var texts) ? texts[_tag] : throw new InvalidOperationException($"The command has no text '{key}'.");

    /// <summary>An example request as a reader of the locale types it.</summary>
    /// <param name="locale">A locale of the language. A locale without its own example uses that of the language.</param>
    public string Example(Locale locale) => file.Example.GetValueOrDefault(locale.Tag()) ?? file.Example[_tag];

    /// <summary>A parameter's name on platforms with localized names.</summary>
    public string ParameterName(string parameter) => file.Parameters[parameter].Name[_tag];

    /// <summary>A parameter's description.</summary>
    public string ParameterHelp(string parameter) => file.Parameters[parameter].Help[_tag];
}
