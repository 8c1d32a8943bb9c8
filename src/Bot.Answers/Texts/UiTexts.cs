using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Answers.Conversation;
using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The texts of the user interface in one language: all texts that do not come from the base.</summary>
internal sealed class UiTexts
{
    private static readonly Lazy<TextFiles> s_files = new(TextFiles.Load);
    private static readonly UiTexts[] s_all = [.. Languages.All.ToArray().Select(language => new UiTexts(language))];

    private readonly Language _language;
    private readonly Lazy<Dictionary<string, string>> _texts;
    private readonly Lazy<Dictionary<string, CommandTexts>> _commands;

    private UiTexts(Language language)
    {
        _language = language;
        _texts = new(() => Shared(language));
        _commands = new(() => Commands(language));
    }

    /// <summary>The texts in a language.</summary>
    public static UiTexts In(Language language) => s_all[(int)language];

    public string About => Get();

    public string AskEmpty => Get();

    public string AsOfDay => Get();

    public string BadPage => Get();

    public string ButtonOutdated => Get();

    public string ButtonUnreadable => Get();

    public string ChangedLater => Get();

    public string CheckMessage => Get();

    public string Closest => Get();

    public string CheckNone => Get();

    public string CheckNoText => Get();

    public string CheckTitle => Get();

    public string CorrectionsTitle => Get();

    public string Description => Get();

    public string Details => Get();

    public string InvalidRequestTitle => Get();

    public string HelpTitle => Get();

    public string LanguageUnknown => Get();

    public string NotInBase => Get();

    public string NotInBaseTitle => Get();

    public string PageOf => Get();

    public string Private => Get();

    public string PrivateName => Get();

    public string ShortDescription => Get();

    public string ShowToAll => Get();

    public string TooManyRequests => Get();

    public string Sources => Get();

    public string TimelineTitle => Get();

    public string TooLong => Get();

    public string UnknownCommand => Get();

    public string UnknownCommandTitle => Get();

    public string PartySuggest => Get();

    public string PartyUnknown => Get();

    public string TryAlso => Get();

    public string TalkLanguages => Get();

    public string TheArticle => Get();

    public string ListSeparator => Get();

    /// <summary>A status in words.</summary>
    public string Status(VerificationStatus status) => Get("Status" + status);

    /// <summary>A status in a sentence about the fact alone, for where it could be taken for a verdict on somebody's words.</summary>
    public string StatusOfFact(VerificationStatus status) => Get("Fact" + status);

    /// <summary>A sentence that gives the base's value where a question asserts another.</summary>
    /// <param name="kind">The kind of value: <c>Day</c>, <c>Number</c>, <c>Place</c> or <c>Person</c>.</param>
    /// <param name="value">The base's value.</param>
    public string Premise(string kind, string value) => Format(Get("Premise" + kind), value);

    /// <summary>A sentence that compares a value of a message with that of the base.</summary>
    /// <param name="kind">The kind of value: <c>Day</c>, <c>Number</c>, <c>Place</c> or <c>Person</c>.</param>
    /// <param name="isSame">Whether both are the same.</param>
    /// <param name="value">The base's value.</param>
    public string Comparison(string kind, bool isSame, string value) => Format(Get(isSame ? "CheckSame" : "CheckOther"), Get("Value" + kind), value);

    /// <summary>What a page does for a fact, other than reporting it.</summary>
    public string Role(EvidenceRole role) => Get("Role" + role);

    /// <summary>The name of a kind of fact.</summary>
    public string Kind(FactKind kind) => Get("Kind" + kind);

    /// <summary>The reply to small talk. What insults, advertises or tries to program the bot is answered with what the bot does.</summary>
    public string Talk(TalkKind kind) => Get(kind < TalkKind.Abuse ? "Talk" + kind : "TalkOther");

    /// <summary>The texts of a command.</summary>
    /// <exception cref="InvalidOperationException">There are no texts for that command.</exception>
    public CommandTexts Command(string name) =>
        _commands.Value.GetValueOrDefault(name) ?? throw new InvalidOperationException($"There are no texts for the command '{name}'.");

    /// <summary>A value with its label, such as "Publisher: BBC".</summary>
    public string Field(string name, string value) => string.Format(CultureInfo.InvariantCulture, Get("Field" + name), value);

    /// <summary>A number with its noun, such as "1 fact" or "2 facts".</summary>
    public string Count(string noun, int number) =>
        string.Format(CultureInfo.InvariantCulture, Get($"Count{noun}_{PluralRules.Category(_language, number)}"), number);

    /// <summary>A date in the format of the language.</summary>
    public string Date(FactDate when) => DateFormatter.Write(when, _language);

    /// <summary>A text with its placeholders filled.</summary>
    public static string Format(string format, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, format, values);

    private static Dictionary<string, string> Shared(Language language)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (key, byTag) in s_files.Value.Shared)
        {
            if (byTag.TryGetValue(language.Tag(), out var text))
            {
                texts[key] = text;
            }
        }

        return texts;
    }

    private static Dictionary<string, CommandTexts> Commands(Language language)
    {
        var commands = new Dictionary<string, CommandTexts>();
        foreach (var (name, file) in s_files.Value.Commands)
        {
            commands[name] = new CommandTexts(file, language);
        }

        return commands;
    }

    private string Get([CallerMemberName] string key = "") =>
        _texts.Value.TryGetValue(key, out var text) ? text : throw new InvalidOperationException($"The user interface has no text '{key}'.");
}
