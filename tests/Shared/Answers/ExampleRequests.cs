using Bot.Answers.Model;

namespace Bot.Testing;

/// <summary>The example request of each command, as a reader of each language and region types it.</summary>
internal static class ExampleRequests
{
    /// <summary>The tags of all languages and regions.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];

    /// <summary>Every command: those that help lists, and the one that a chat begins with.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["start", .. SampleBase.Answerer.ListCommands("en").Select(c => c.Name)];

    /// <summary>A command's example as it is typed: a question without a slash.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="locale">The tag of the reader's language or region.</param>
    public static string Text(string command, string locale) =>
        command == "start" ? "/start" : SampleBase.Answerer.ListCommands(locale).Single(c => c.Name == command).Example;

    /// <summary>The words of a command's example; empty where it needs none.</summary>
    public static string Words(string command, string locale) => Request.Parse(Text(command, locale), locale).Arguments;
}
