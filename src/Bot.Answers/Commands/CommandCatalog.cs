using System.Collections.Immutable;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>All commands, in the order in which help lists them. Commands hold no state.</summary>
internal sealed class CommandCatalog
{
    private readonly ImmutableArray<ICommand> _commands;

    // Platforms send it by themselves, so no list offers it.
    private readonly StartCommand _start = new();

    private CommandCatalog() => _commands =
    [
        new AskCommand(),
        new TimelineCommand(),
        new WhoCommand(),
        new SourceCommand(),
        new PositionsCommand(),
        new StatementsCommand(),
        new ReactionsCommand(),
        new CorrectionsCommand(),
        new FactCommand(),
        new HelpCommand(Describe),
        new AboutCommand(),
    ];

    /// <summary>The shared instance.</summary>
    public static CommandCatalog Default { get; } = new();

    /// <summary>The number of commands, including <c>/start</c>, which is not listed.</summary>
    public int Count => _commands.Length + 1;

    /// <summary>The command with a name, listed or not; null when there is none.</summary>
    public ICommand? Find(string name) => name == _start.Name ? _start : _commands.FirstOrDefault(c => c.Name == name);

    /// <summary>The listed commands, described in the reader's language.</summary>
    public ImmutableArray<CommandDescription> Describe(Locale locale) => [.. _commands.Select(c => Describe(c, locale))];

    private static CommandDescription Describe(ICommand command, Locale locale)
    {
        var texts = UiTexts.In(locale.ToLanguage()).Command(command.Name);
        return new CommandDescription(
            command.Name,
            texts.Name,
            texts.Help,
            texts.Usage,
            texts.Example(locale),
            [.. command.Parameters.Select(p => new ParameterDescription(p.Name, texts.ParameterName(p.Name), texts.ParameterHelp(p.Name), p.IsRequired))]);
    }
}
