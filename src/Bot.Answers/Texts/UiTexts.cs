using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Answers.Conversation;
using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The texts of the user interface in one language: all texts that do not come from the base.</summary>
internal sealed class UiTexts
{
    private static readonly Lazy<TextFiles> s_files = new(TextFiles.Load);
    private static readonly UiTexts[] s_all = [.. Locales.All.ToArray().Select(locale => new UiTexts(locale))];

    private readonly Locale _locale;
    private readonly Lazy<Dictionary<string, string>> _texts;

    private UiTexts(Locale locale)
    {
        _locale = locale;
        _texts = new(() => Shared(locale));
    }

    /// <summary>The texts for the readers of a locale.</summary>
    public static UiTexts In(Locale locale) => s_all[(int)locale];

    /// <summary>The texts in a language, without a region.</summary>
    public static UiTexts In(Language language) => In(language.ToLocale());

    public string About => Get();

    public string AskEmpty => Get();

    public string AndMore => Get();

    public string AsOfDay => Get();

    public string AsOfTitle => Get();

    public string BadPage => Get();

    public string ButtonOutdated => Get();

    public string ButtonUnreadable => Get();

    public string ChangedLater => Get();

    public string CheckMessage => Get();

    public string Closest => Get();

    public string CheckNone => Get();

    public string CheckNoText => Get();

    public string CheckTitle => Get();

    public string Description => Get();

    public string Details => Get();

    public string FirstMeeting => Get();

    public string InvalidRequestTitle => Get();

    public string HelpTitle => Get();

    public string LanguageUnknown => Get();

    public string LastMeeting => Get();

    public string Meetings => Get();

    public string NoMeeting => Get();

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

    public string TalkLanguage => Get();

    public string TalkLanguages => Get();

    public string TerminalExamples => Get();

    public string TerminalKeys => Get();

    public string TerminalMore => Get();

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
    /// <param name="name">The command's name.</param>
    /// <param name="base">The base that is served, which decides between variants of the texts.</param>
    /// <exception cref="InvalidOperationException">There are no texts for that command.</exception>
    public CommandTexts Command(string name, FactBase @base)
    {
        var file = FileOf(name);
        return new CommandTexts(file, file.Variants.FirstOrDefault(v => TextVariants.Applies(v.Key, @base)).Value, _locale);
    }

    /// <summary>The name of a command on platforms with localized names.</summary>
    /// <exception cref="InvalidOperationException">There are no texts for that command.</exception>
    public string NameOf(string command) => FileOf(command).Name.In(_locale);

    /// <summary>What an article is called.</summary>
    public string NameOf(Source article) => article.Called?[_locale] ?? TheArticle;

    /// <summary>A value with its label, such as "Publisher: The Gazette".</summary>
    public string Field(string name, string value) => string.Format(CultureInfo.InvariantCulture, Get("Field" + name), value);

    /// <summary>A number with its noun, such as "1 fact" or "2 facts".</summary>
    public string Count(string noun, int number) =>
        string.Format(CultureInfo.InvariantCulture, Get($"Count{noun}_{PluralRules.Category(_locale.ToLanguage(), number)}"), number);

    /// <summary>A date in the format of the language.</summary>
    public string Date(FactDate when) => DateFormatter.Write(when, _locale.ToLanguage());

    /// <summary>A text with its placeholders filled.</summary>
    public static string Format(string format, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, format, values);

    private static CommandTextFile FileOf(string command) =>
        s_files.Value.Commands.GetValueOrDefault(command) ?? throw new InvalidOperationException($"There are no texts for the command '{command}'.");

    private static Dictionary<string, string> Shared(Locale locale)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (key, byTag) in s_files.Value.Shared)
        {
            if (byTag.Find(locale) is { } text)
            {
                texts[key] = text;
            }
        }

        return texts;
    }

    private string Get([CallerMemberName] string key = "") =>
        _texts.Value.TryGetValue(key, out var text) ? text : throw new InvalidOperationException($"The user interface has no text '{key}'.");
}
