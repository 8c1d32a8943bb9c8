using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The texts of one command for a reader.</summary>
/// <param name="file">The command's texts in all languages.</param>
/// <param name="variant">The texts that take precedence with the base that is served; null when there are none.</param>
/// <param name="locale">The reader's locale.</param>
internal sealed class CommandTexts(CommandTextFile file, CommandTextFile? variant, Locale locale)
{
    /// <summary>The command's name on platforms with localized names.</summary>
    public string Name => file.Name.In(locale);

    /// <summary>Its description, in one line.</summary>
    public string Help => (variant?.Help is { Count: > 0 } help ? help : file.Help).In(locale);

    /// <summary>A text of this command.</summary>
    /// <param name="key">The text's key in the command's file.</param>
    /// <exception cref="InvalidOperationException">The file has no such text.</exception>
    public string this[string key] =>
        (variant?.Texts.GetValueOrDefault(key) ?? file.Texts.GetValueOrDefault(key) ?? throw new InvalidOperationException($"The command has no text '{key}'.")).In(locale);

    /// <summary>A parameter's name on platforms with localized names.</summary>
    public string ParameterName(string parameter) => file.Parameters[parameter].Name.In(locale);

    /// <summary>A parameter's description.</summary>
    public string ParameterHelp(string parameter) => (variant?.Parameters.GetValueOrDefault(parameter) ?? file.Parameters[parameter]).Help.In(locale);
}
