using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>A command, the same on every platform. Its texts stand in <c>Texts/commands</c> in a file of its name.</summary>
internal interface ICommand
{
    /// <summary>The name that is typed after the slash: lower-case ASCII, at most 32 characters.</summary>
    string Name { get; }

    /// <summary>Whether its answers may need the search of facts.</summary>
    bool Searches => false;

    /// <summary>Its parameters, in the order in which they are written.</summary>
    IReadOnlyList<CommandParameter> Parameters { get; }

    /// <summary>Answers. What the asker got wrong is an answer too, never an exception.</summary>
    Answer Answer(string words, AnswerBuilder reply);

    /// <summary>The values that a parameter may take, given what has been typed of it; none unless the command says so.</summary>
    IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale) => [];
}

/// <summary>A parameter of a command.</summary>
/// <param name="Name">Its name: lower-case ASCII.</param>
/// <param name="IsRequired">Whether the command asks for it when it is missing.</param>
internal sealed record CommandParameter(string Name, bool IsRequired = false);
