using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The interface's own texts in one language: everything that is said but does not stand in the base.</summary>
internal sealed class UiTexts
{
    private static readonly UiTexts[] s_all = [.. Languages.Tags.Select((tag, i) => new UiTexts((Language)i, tag))];

    private readonly Language _language;
    private readonly Lazy<FrozenDictionary<string, string>> _texts;

    private UiTexts(Language language, string tag) =>
        (_language, _texts) = (language, new Lazy<FrozenDictionary<string, string>>(() => Load(ResourceName(tag))));

    /// <summary>The texts in a language.</summary>
    public static UiTexts In(Language language) => s_all[(int)language];

    public string About => Get();

    public string AboutBase => Get();

    public string AboutSources => Get();

    public string AboutStatuses => Get();

    public string AskEmpty => Get();

    public string BadPage => Get();

    public string ButtonOutdated => Get();

    public string ButtonUnreadable => Get();

    public string CheckMessage => Get();

    public string CorrectionsTitle => Get();

    public string Description => Get();

    public string NuancedHeading => Get();

    public string UnverifiedHeading => Get();

    public string CorrectedHeading => Get();

    public string FactEmpty => Get();

    public string FactUnknown => Get();

    public string InvalidRequestTitle => Get();

    public string HelpIntro => Get();

    public string HelpTitle => Get();

    public string LanguageUnknown => Get();

    public string MoreInTimeline => Get();

    public string NoAddress => Get();

    public string NoDate => Get();

    public string NoPositionOfSide => Get();

    public string NoWords => Get();

    public string NotInBase => Get();

    public string NotInBaseTitle => Get();

    public string NothingOnDate => Get();

    public string NotArchived => Get();

    public string PageOf => Get();

    public string PositionsEmpty => Get();

    public string Private => Get();

    public string PrivateName => Get();

    public string ReactionsUnknown => Get();

    public string SourceEmpty => Get();

    public string SourceUnknown => Get();

    public string ShortDescription => Get();

    public string ShowToAll => Get();

    public string TooManyRequests => Get();

    public string Sources => Get();

    public string SourceDefects => Get();

    public string SourceFacts => Get();

    public string TimelineTitle => Get();

    public string TimelineUnknown => Get();

    public string TitleNotSeen => Get();

    public string TooLong => Get();

    public string UnknownCommand => Get();

    public string WhoEmpty => Get();

    public string WhoSaid => Get();

    public string WhoAbout => Get();

    public string WhoSuggest => Get();

    public string WhoUnknown => Get();

    public string OtherReactions => Get();

    public string TryAlso => Get();

    public string Usage => Get();

    public string EvidencePage => Get();

    public string TheArticle => Get();

    public string ListSeparator => Get();

    /// <summary>A status in words.</summary>
    public string Status(VerificationStatus status) => Get("Status" + status);

    /// <summary>What a kind of fact is called.</summary>
    public string Kind(FactKind kind) => Get("Kind" + kind);

    /// <summary>What a command does, in one line.</summary>
    public string CommandHelp(string command) => Get("Command_" + command);

    /// <summary>How a command is written, with its parameters.</summary>
    public string CommandUsage(string command) => Get("Usage_" + command);

    /// <summary>What a command is called where a platform takes names in the reader's language.</summary>
    public string CommandName(string command) => Get("Name_" + command);

    /// <summary>What a parameter of a command is called there.</summary>
    public string ParameterName(string command, string parameter) => Get($"Name_{command}_{parameter}");

    /// <summary>What a parameter of a command is.</summary>
    public string ParameterHelp(string command, string parameter) => Get($"Parameter_{command}_{parameter}");

    /// <summary>A datum with the name of what it is: "Publisher: BBC".</summary>
    public string Field(string name, string value) => string.Format(CultureInfo.InvariantCulture, Get("Field" + name), value);

    /// <summary>A number of things: "1 fact", "2 facts".</summary>
    public string Count(string things, int number) =>
        string.Format(CultureInfo.InvariantCulture, Get($"Count{things}_{PluralRules.Category(_language, number)}"), number);

    /// <summary>A date as the language writes it.</summary>
    public string Date(FactDate when) => DateFormatter.Write(when, _language);

    /// <summary>A text whose places are filled.</summary>
    public static string Format(string format, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, format, values);

    private string Get([CallerMemberName] string key = "") =>
        _texts.Value.TryGetValue(key, out var text) ? text : throw new InvalidOperationException($"The interface has no text '{key}'.");

    // Every answer needs a dozen texts; a resource manager takes a lock for each.
    private static FrozenDictionary<string, string> Load(string name)
    {
        using var stream = typeof(UiTexts).Assembly.GetManifestResourceStream(name + ".resources")
            ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    private static string ResourceName(string tag) =>
        "Bot.Answers.Texts.Interface" + (tag == Languages.Tags[0] ? "" : "." + tag);
}
