using System.Collections.Immutable;
using System.Globalization;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Model;

/// <summary>An error in a request that is found before its command runs.</summary>
public enum RequestError
{
    /// <summary>No error.</summary>
    None,

    /// <summary><c>lang:</c> names none of the five languages.</summary>
    UnknownLanguage,

    /// <summary><c>page:</c> is not a whole number from 1.</summary>
    BadPage,

    /// <summary>It is longer than <see cref="Request.MaxLength"/>.</summary>
    TooLong,
}

/// <summary>How much an answer shows.</summary>
public enum Detail
{
    /// <summary>What a reader in a chat wants: the claim, its status, who says it, one source.</summary>
    Short,

    /// <summary>Everything, with notes and all sources.</summary>
    Full,
}

/// <summary>A command with its arguments, or a question: a value that can be printed, compared and encoded in a button.</summary>
/// <param name="Command">The command's name without the slash; <c>ask</c> for a question.</param>
/// <param name="Arguments">The text after the command, without options.</param>
/// <param name="Language">The tag of the reader's language as the platform gives it, or the one that the request asks for.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Error">The error in it.</param>
public sealed record Request(string Command, string Arguments, string Language, int Page = 1, RequestError Error = RequestError.None)
{
    /// <summary>The name of the request that checks a message. Platforms offer it on messages, and no list of commands has it.</summary>
    public const string Check = "check";

    /// <summary>The name of the request for the facts that come closest to a question. Buttons carry it, and no list of commands has it.</summary>
    public const string Closest = "closest";

    /// <summary>The name of the request for the present state of the base's subject. Buttons carry it, and no list of commands has it.</summary>
    public const string Overview = "overview";

    /// <summary>The name of the request for meetings. Buttons carry it, and no list of commands has it.</summary>
    public const string Meetings = "meetings";

    /// <summary>The name of the request for a reply to small talk. Buttons carry it, and no list of commands has it.</summary>
    public const string Talk = "talk";

    /// <summary>The maximum length in UTF-16 units, four times that of the base's longest question.</summary>
    public const int MaxLength = 1000;

    /// <summary>The number of facts of the last answer that adapters pass on in <see cref="FollowsUp"/>: as many as an answer to a question has.</summary>
    public const int MaxFollowsUp = 3;

    /// <summary>The ids of the facts that the request follows up on, in the order in which they were shown; empty for an independent request.</summary>
    public ImmutableArray<string> FollowsUp { get; init; } = [];

    /// <summary>How much the answer shows.</summary>
    public Detail Detail { get; init; }

    /// <summary>The platform's id of the message that the request is about, in decimal digits without leading zeros; empty for none.</summary>
    public string Target { get; init; } = "";

    private const string LanguageOption = "lang:";
    private const string PageOption = "page:";
    private const string FullOption = "detail:full";

    /// <summary>
    /// Parses the text that a user typed: a command such as <c>/who Berg lang:uk</c>, or a question, which becomes <c>/ask</c>.
    /// The options <c>lang:</c>, <c>page:</c> and <c>detail:full</c> may occur anywhere among a command's words.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The tag of the reader's language, used unless the text asks for another.</param>
    public static Request Parse(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        text = text.Trim();
        if (text.Length > MaxLength)
        {
            return TooLong(language);
        }

        return SplitCommand(text) is var (name, arguments) ? WithOptions(new Request(name, arguments, language)) : new Request("ask", text, language);
    }

    /// <summary>
    /// Splits the text of a command into its name and the rest. The slash may be a full-width one. White space of any kind ends the name, as do a
    /// colon and a comma.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The name in lower case, without the slash, and the trimmed rest; null when the text does not begin with a slash.</returns>
    public static (string Name, string Arguments)? SplitCommand(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        if (start == text.Length || text[start] is not ('/' or '／'))
        {
            return null;
        }

        var end = start + 1;
        while (end < text.Length && !EndsName(text[end]))
        {
            end++;
        }

        var rest = end;
        while (rest < text.Length && EndsName(text[rest]))
        {
            rest++;
        }

        return (CompatibilityForms.Normalize(text[(start + 1)..end]).TrimEnd('@').ToLowerInvariant(), text[rest..].Trim());
    }

    /// <summary>The request for a text that is longer than <see cref="MaxLength"/>.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public static Request TooLong(string language) => new("ask", "", language, Error: RequestError.TooLong);

    /// <summary>The same request for another page.</summary>
    public Request WithPage(int page) => this with { Page = page };

    /// <summary>The form that <see cref="Parse"/> reads, independent of the reader's language.</summary>
    public override string ToString() =>
        $"/{Command}{(Arguments.Length > 0 ? " " + Arguments : "")} {LanguageOption}{Language}{(Page > 1 ? $" {PageOption}{Page}" : "")}{(Detail == Detail.Full ? " " + FullOption : "")}";

    /// <summary>Whether both requests are the same, follow up on the same facts and are about the same message.</summary>
    public bool Equals(Request? other) =>
        other is not null
        && Command == other.Command
        && Arguments == other.Arguments
        && Language == other.Language
        && Page == other.Page
        && Error == other.Error
        && Detail == other.Detail
        && Target == other.Target
        && FollowsUp.AsSpan().SequenceEqual(other.FollowsUp.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Command, Arguments, Language, Page, Error, HashCode.Combine(Detail, Target), FollowsUp.Length);

    // White space, and marks that nobody sees, such as a zero-width space.
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format;

    private static bool EndsName(char character) => IsBlank(character) || character is ':' or '：' or ',' or '，';

    private static Request WithOptions(Request request)
    {
        if (!request.Arguments.Contains(LanguageOption, StringComparison.OrdinalIgnoreCase)
            && !request.Arguments.Contains(PageOption, StringComparison.OrdinalIgnoreCase)
            && !request.Arguments.Contains(FullOption, StringComparison.OrdinalIgnoreCase))
        {
            return request;
        }

        var words = new List<string>();
        foreach (var word in request.Arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith(LanguageOption, StringComparison.OrdinalIgnoreCase))
            {
                var tag = word[LanguageOption.Length..];
                request = Locales.TryFromTag(tag) is null
                    ? request with { Error = RequestError.UnknownLanguage }
                    : request with { Language = tag };
            }
            else if (word.StartsWith(PageOption, StringComparison.OrdinalIgnoreCase))
            {
                request = int.TryParse(word.AsSpan(PageOption.Length), out var page) && page > 0
                    ? request with { Page = page }
                    : request with { Error = RequestError.BadPage };
            }
            else if (word.Equals(FullOption, StringComparison.OrdinalIgnoreCase))
            {
                request = request with { Detail = Detail.Full };
            }
            else
            {
                words.Add(word);
            }
        }

        return request with { Arguments = string.Join(' ', words) };
    }
}
