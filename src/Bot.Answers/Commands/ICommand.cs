using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>A command, which is the same on every platform. Its texts are in a file of its name in <c>Texts/commands</c>.</summary>
internal interface ICommand
{
    /// <summary>The name after the slash: lower-case ASCII, at most 32 characters.</summary>
    string Name { get; }

    /// <summary>Whether its answers may need the search of facts.</summary>
    bool Searches => false;

    /// <summary>Its parameters, in the order in which they are typed.</summary>
    IReadOnlyList<CommandParameter> Parameters { get; }

    /// <summary>Whether a base has anything for it. A command that is not offered is in no list; typed anyway, it is answered with its text <c>NotOffered</c>.</summary>
    bool IsOffered(FactBase @base) => true;

    /// <summary>The example in a parameter's description; null when it has none.</summary>
    string? ExampleOf(string parameter, FactBase @base, UiTexts texts) => null;

    /// <summary>Answers a request. A user's mistake leads to an answer, never to an exception.</summary>
    Answer Answer(string words, AnswerBuilder reply);

    /// <summary>The values of a parameter that complete the text typed so far; none by default.</summary>
    IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale) => [];
}

/// <summary>A parameter of a command.</summary>
/// <param name="Name">Its name: lower-case ASCII.</param>
/// <param name="IsRequired">Whether the command needs it.</param>
internal sealed record CommandParameter(string Name, bool IsRequired = false);
