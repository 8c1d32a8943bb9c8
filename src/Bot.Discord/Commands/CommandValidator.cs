using System.Text.RegularExpressions;
using Bot.Discord.Wire;

namespace Bot.Discord.Commands;

/// <summary>Checks commands against Discord's rules (Application Commands), so that a text that is too long is found before Discord rejects it.</summary>
internal static partial class CommandValidator
{
    private const int MaxSlashCommands = 100;
    private const int MaxMessageCommands = 15;
    private const int MaxOptions = 25;
    private const int MaxNameLength = 32;
    private const int MaxDescriptionLength = 100;
    private const int MaxTotalLength = 8000;

    /// <summary>The problems, a line each.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<ApplicationCommand> commands)
    {
        foreach (var (type, max) in ((CommandType, int)[])[(CommandType.Slash, MaxSlashCommands), (CommandType.Message, MaxMessageCommands)])
        {
            var names = commands.Where(c => c.Type == type).Select(c => c.Name).ToList();
            if (names.Count > max)
            {
                yield return $"{names.Count} commands of a kind are more than {max}";
            }

            foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
            {
                yield return $"two commands are called {twice.Key}";
            }
        }

        foreach (var problem in commands.SelectMany(Problems))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Problems(ApplicationCommand command)
    {
        var isSlash = command.Type == CommandType.Slash;
        var options = command.Options ?? [];
        foreach (var problem in Names($"/{command.Name}", command.Name, command.NameLocalizations, isSlash)
            .Concat(isSlash ? Descriptions($"/{command.Name}", command.Description, command.DescriptionLocalizations) : [])
            .Concat(options.SelectMany(o => Names($"/{command.Name} {o.Name}", o.Name, o.NameLocalizations, isSlash)))
            .Concat(options.SelectMany(o => Descriptions($"/{command.Name} {o.Name}", o.Description, o.DescriptionLocalizations)))
            .Concat(Distinct(command, options)))
        {
            yield return problem;
        }

        if (options.Count > MaxOptions)
        {
            yield return $"/{command.Name} has {options.Count} options, more than {MaxOptions}";
        }

        if (options.SkipWhile(o => o.Required).Any(o => o.Required))
        {
            yield return $"/{command.Name} has a required option after one that is not";
        }

        var length = Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations)
            + options.Sum(o => Longest(o.Name, o.NameLocalizations) + Longest(o.Description, o.DescriptionLocalizations));
        if (length > MaxTotalLength)
        {
            yield return $"/{command.Name} has {length} characters, more than {MaxTotalLength}";
        }
    }

    private static IEnumerable<string> Names(string where, string name, IReadOnlyDictionary<string, string>? localized, bool isSlash) =>
        All(name, localized)
            .Where(n => isSlash ? !SlashName().IsMatch(n) || n.Any(char.IsUpper) : n.Trim().Length is < 1 or > MaxNameLength)
            .Select(n => $"{where} cannot be called '{n}': 1 to {MaxNameLength} characters{(isSlash ? ", lower-case letters, digits, - _ and '" : "")}");

    private static IEnumerable<string> Descriptions(string where, string description, IReadOnlyDictionary<string, string>? localized) =>
        All(description, localized)
            .Where(d => d.Trim().Length is < 1 or > MaxDescriptionLength)
            .Select(d => $"{where} cannot be described as '{d}': 1 to {MaxDescriptionLength} characters");

    // In each language, option names must be unique, also among the default names (Application Commands, Localization).
    private static IEnumerable<string> Distinct(ApplicationCommand command, IReadOnlyList<CommandOption> options) =>
        from option in options
        from other in options
        where option != other
        from name in All(option.Name, option.NameLocalizations)
        where name == other.Name || (option.NameLocalizations ?? new Dictionary<string, string>()).Any(l => l.Value == name && other.NameLocalizations?.GetValueOrDefault(l.Key) == name)
        select $"/{command.Name} has two options called '{name}'";

    private static int Longest(string text, IReadOnlyDictionary<string, string>? localized) => All(text, localized).Max(t => t.Length);

    private static IEnumerable<string> All(string text, IReadOnlyDictionary<string, string>? localized) => (localized?.Values ?? []).Prepend(text);

    // Application Commands, Application Command Naming. The bot does not use the scripts for Hindi and Thai.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}\z")]
    private static partial Regex SlashName();
}
