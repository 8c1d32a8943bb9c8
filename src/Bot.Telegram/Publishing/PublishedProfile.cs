using System.Collections.Immutable;
using Bot.Answers;

namespace Bot.Telegram.Publishing;

/// <summary>What Telegram shows of the bot before the first question, in one language.</summary>
/// <param name="Code">Telegram's code of the language; null for everybody without a list of their own.</param>
/// <param name="Commands">The names of the commands with their descriptions.</param>
/// <param name="Description">The description.</param>
/// <param name="ShortDescription">The short description.</param>
internal sealed record PublishedProfile(string? Code, ImmutableArray<(string Name, string Help)> Commands, string Description, string ShortDescription)
{
    // The language tags by Telegram's code. Telegram accepts ISO 639-1 codes, so both Chinese scripts share one list (Bot API, setMyCommands).
    private static readonly (string? Code, string Tag)[] s_languages = [(null, "en"), ("zh", "zh-Hans"), ("ru", "ru"), ("uk", "uk")];

    /// <summary>The profile in every language, from the base that answers now.</summary>
    public static IReadOnlyList<PublishedProfile> Of(Answerer answerer) =>
    [
        .. s_languages.Select(l =>
        {
            var (description, shortDescription) = answerer.Describe(l.Tag);
            return new PublishedProfile(l.Code, [.. answerer.ListCommands(l.Tag).Select(c => (c.Name, c.Help))], description, shortDescription);
        }),
    ];

    /// <summary>Whether both show the same.</summary>
    public bool Equals(PublishedProfile? other) =>
        other is not null
        && Code == other.Code
        && Commands.SequenceEqual(other.Commands)
        && Description == other.Description
        && ShortDescription == other.ShortDescription;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Commands.Length, Description, ShortDescription);
}
