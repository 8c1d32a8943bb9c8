using System.Text.Json;
using Bot.Discord.Wire;

namespace Bot.Discord.Commands;

/// <summary>
/// Compares registered commands with the bot's. Commands with the same meaning are equal: Discord returns them in its own order, fills in
/// omitted properties, and drops translations that equal the default (Application Commands, Localization).
/// </summary>
public static class CommandComparer
{
    /// <summary>Whether two sets of commands have the same meaning.</summary>
    public static bool AreEquivalent(IReadOnlyList<ApplicationCommand> some, IReadOnlyList<ApplicationCommand> others) => Canonical(some) == Canonical(others);

    private static string Canonical(IReadOnlyList<ApplicationCommand> commands) =>
        JsonSerializer.Serialize(
            [
                .. commands.OrderBy(c => c.Type).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => c with
                {
                    NameLocalizations = Canonical(c.Name, c.NameLocalizations),
                    DescriptionLocalizations = Canonical(c.Description, c.DescriptionLocalizations),
                    Options =
                    [
                        .. (c.Options ?? []).Select(o => o with
                        {
                            NameLocalizations = Canonical(o.Name, o.NameLocalizations),
                            DescriptionLocalizations = Canonical(o.Description, o.DescriptionLocalizations),
                        }),
                    ],
                    IntegrationTypes = c.IntegrationTypes is null ? null : [.. c.IntegrationTypes.Order()],
                    Contexts = c.Contexts is null ? null : [.. c.Contexts.Order()],
                }),
            ],
            InteractionJson.Default.IReadOnlyListApplicationCommand);

    private static SortedDictionary<string, string>? Canonical(string text, IReadOnlyDictionary<string, string>? localized)
    {
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (locale, translation) in localized ?? new Dictionary<string, string>())
        {
            if (translation != text)
            {
                others[locale] = translation;
            }
        }

        return others.Count > 0 ? others : null;
    }
}
