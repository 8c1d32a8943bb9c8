using System.Collections.Immutable;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>All commands, in the order in which help lists them. Commands hold no state.</summary>
internal sealed class CommandCatalog
{
    private readonly ImmutableArray<ICommand> _commands;
    private readonly Lazy<Dictionary<string, ICommand>> _byLocalName;

    // Platforms send them by themselves, so no list offers them.
    private readonly ImmutableArray<ICommand> _unlisted = [new StartCommand(), new CheckCommand(), new ClosestCommand(), new OverviewCommand(), new MeetingsCommand(), new TalkCommand()];

    private CommandCatalog()
    {
        _commands =
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
        _byLocalName = new(NamesInEveryLanguage);
    }

    /// <summary>The shared instance.</summary>
    public static CommandCatalog Default { get; } = new();

    /// <summary>The number of commands, including those that are not listed.</summary>
    public int Count => _commands.Length + _unlisted.Length;

    /// <summary>The command with a name, listed or not; null when there is none.</summary>
    /// <param name="name">The name, or that of a listed command in any of the five languages; in lower case.</param>
    public ICommand? Find(string name) =>
        _commands.FirstOrDefault(c => c.Name == name) ?? _unlisted.FirstOrDefault(c => c.Name == name) ?? _byLocalName.Value.GetValueOrDefault(name);

    /// <summary>The listed commands that a base has something for, described in the reader's language.</summary>
    public ImmutableArray<CommandDescription> Describe(FactBase @base, Locale locale) => [.. _commands.Where(c => c.IsOffered(@base)).Select(c => Describe(c, @base, locale))];

    /// <summary>The names of the listed commands in the reader's language, by their names, whether a base has something for them or not.</summary>
    public Dictionary<string, string> LocalNames(Locale locale) => _commands.ToDictionary(c => c.Name, c => UiTexts.In(locale).NameOf(c.Name));

    private Dictionary<string, ICommand> NamesInEveryLanguage()
    {
        var names = new Dictionary<string, ICommand>(StringComparer.Ordinal);
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var command in _commands)
            {
                names.TryAdd(UiTexts.In(language).NameOf(command.Name), command);
            }
        }

        return names;
    }

    private static CommandDescription Describe(ICommand command, FactBase @base, Locale locale)
    {
        var ui = UiTexts.In(locale);
        var texts = ui.Command(command.Name, @base);
        return new CommandDescription(
            command.Name,
            texts.Name,
            texts.Help,
            [
                .. command.Parameters.Select(p => new ParameterDescription(
                    p.Name, texts.ParameterName(p.Name), UiTexts.Format(texts.ParameterHelp(p.Name), command.ExampleOf(p.Name, @base, ui)), p.IsRequired)),
            ]);
    }
}
