using System.Globalization;
using Bot.Facts.Model;

namespace Bot.Facts.Schema;

/// <summary>The schemas of the base's files.</summary>
internal static class FileSchemas
{
    private const int MaxBound = 9999;

    // Bot API, setMyDescription and setMyShortDescription.
    private const int MaxDescription = 512;
    private const int MaxShortDescription = 120;

    // It stands below every answer about its time, so it is a short sentence.
    private const int MaxRemark = 160;

    private static readonly LocalizedSchema s_localText = new(new TextSchema());

    public static readonly ObjectSchema Role = new("role",
        new KeySchema("title", s_localText, "The office, in each language."),
        new KeySchema("words", new LocalizedSchema(new ListSchema(new TextSchema()), IsComplete: false), "Words that mean whoever holds the office.", IsRequired: false),
        new KeySchema("from", new DaySchema(), "The first day in office.", IsRequired: false),
        new KeySchema("until", new DaySchema(), "The last day in office.", IsRequired: false),
        new KeySchema("sources", new ListSchema(new ReferenceSchema(IdKind.Source)), "The sources for it."));

    private static readonly ObjectSchema s_regionalName = new("regional name",
        new KeySchema("name", new TextSchema(), "The full name in that region."),
        new KeySchema("short", new TextSchema(), "The name in running text in that region.", IsRequired: false));

    public static readonly ObjectSchema Party = new("party",
        new KeySchema("id", new IdSchema(IdKind.Party), "A stable id: lower-case words with hyphens."),
        new KeySchema("kind", new EnumSchema(EnumWords.All<PartyKind>()), "The kind of party."),
        new KeySchema("side", new ReferenceSchema(IdKind.Party), "The party whose side it is on.", IsRequired: false),
        new KeySchema("country", new ReferenceSchema(IdKind.Party), "The country that it belongs to.", IsRequired: false),
        new KeySchema("name", s_localText, "The full name, in each language."),
        new KeySchema("short", s_localText, "The name in running text, where it differs from the full one.", IsRequired: false),
        new KeySchema("regional", new ObjectSchema("regional names",
            new KeySchema("zh-TW", s_regionalName, "The form in Taiwan.", IsRequired: false),
            new KeySchema("zh-HK", s_regionalName, "The form in Hong Kong.", IsRequired: false)),
            "The regional forms of the traditional Chinese name.", IsRequired: false),
        new KeySchema("aliases", new ListSchema(new TextSchema()), "Other spellings that people type.", IsRequired: false),
        new KeySchema("except", new ListSchema(new TextSchema()), "Longer names that contain one of the spellings and mean something else.", IsRequired: false),
        new KeySchema("roles", new ListSchema(Role), "Offices held.", IsRequired: false));

    public static readonly ObjectSchema Parties = new("parties",
        new KeySchema("parties", new ListSchema(Party), "People, places or organisations."));

    public static readonly ObjectSchema Topic = new("topic",
        new KeySchema("id", new IdSchema(IdKind.Topic), "A stable id: lower-case words with hyphens."),
        new KeySchema("positions", new EnumSchema("true", "false"), "Whether /positions shows the sides' positions on it.", IsRequired: false),
        new KeySchema("name", s_localText, "The topic's name, in each language."),
        new KeySchema("words", new LocalizedSchema(new ListSchema(new TextSchema())), "Words that people use for it."));

    public static readonly ObjectSchema Topics = new("topics",
        new KeySchema("topics", new ListSchema(Topic), "The topics that facts are about."));

    public static readonly ObjectSchema OutOfScopeSubject = new("subject",
        new KeySchema("id", new IdSchema(IdKind.OutOfScopeSubject), "A stable id: lower-case words with hyphens."),
        new KeySchema("topics", new ListSchema(new ReferenceSchema(IdKind.Topic)), "The topics nearest to it; left out where there are none.", IsRequired: false),
        new KeySchema("questions", new LocalizedSchema(new ListSchema(new TextSchema(200))), "Questions about it, as people ask them."));

    public static readonly ObjectSchema OutOfScope = new("out of scope",
        new KeySchema("subjects", new ListSchema(OutOfScopeSubject), "Subjects that people ask about but the base does not cover."));

    public static readonly ObjectSchema Source = new("source",
        new KeySchema("id", new IdSchema(IdKind.Source), "A stable id: lower-case words with hyphens."),
        new KeySchema("kind", new EnumSchema(EnumWords.All<SourceKind>()), "The kind of source."),
        new KeySchema("footnote", new NumberSchema(), "The article's footnote number (references only).", IsRequired: false),
        new KeySchema("title", new TextSchema(), "The title exactly as published; left out if the curator did not see it.", IsRequired: false),
        new KeySchema("publisher", new TextSchema(), "The publisher; left out if the article gives none.", IsRequired: false),
        new KeySchema("author", new TextSchema(), "The author, if given.", IsRequired: false),
        new KeySchema("agency", new TextSchema(), "The agency or outlet whose text the page carries.", IsRequired: false),
        new KeySchema("published", new DaySchema(), "The day it was published, if given.", IsRequired: false),
        new KeySchema("accessed", new DaySchema(), "The day the article's authors read it, if given.", IsRequired: false),
        new KeySchema("archived", new DaySchema(), "The day of the archived copy; left out if there is none.", IsRequired: false),
        new KeySchema("language", new TextSchema(35), "The BCP 47 tag of its language, as given."),
        new KeySchema("address", new UrlSchema(), "The address where it was found; never guessed.", IsRequired: false),
        new KeySchema("copies", new ListSchema(new ReferenceSchema(IdKind.Source)), "Evidence pages that carry the same item.", IsRequired: false),
        new KeySchema("defects", new ListSchema(s_localText), "The errors in the reference as the article prints it, in each language.", IsRequired: false),
        new KeySchema("called", s_localText, "What texts call the article, such as \"the article (City Encyclopedia)\" (articles only).", IsRequired: false),
        new KeySchema("licence", s_localText, "The licence of the article (articles only).", IsRequired: false));

    public static readonly ObjectSchema Sources = new("sources",
        new KeySchema("sources", new ListSchema(Source), "Published pages."));

    public static readonly ObjectSchema Meeting = new("meeting",
        new KeySchema("form", new EnumSchema(EnumWords.All<MeetingForm>()), "How they met."),
        new KeySchema("between", new ListSchema(new ReferenceSchema(IdKind.Party)), "Who met: people, organisations, or states where nobody is named; the heads of both sides first."),
        new KeySchema("when", new DateSchema(), "When they met; left out for the date of the event.", IsRequired: false),
        new KeySchema("place", new ListSchema(new ReferenceSchema(IdKind.Party)), "Where they met, the narrowest place first.", IsRequired: false),
        new KeySchema("fact", new ReferenceSchema(IdKind.Fact), "The fact of the event that says so; left out for the first that is by or about all of them.", IsRequired: false));

    public static readonly ObjectSchema Event = new("event",
        new KeySchema("id", new IdSchema(IdKind.Event), "A stable id: lower-case words with hyphens."),
        new KeySchema("when", new DateSchema(), "The date or span of the event."),
        new KeySchema("title", s_localText, "The title, in each language."),
        new KeySchema("meetings", new ListSchema(Meeting), "The meetings and calls that its facts tell, for questions such as how often two people met.", IsRequired: false),
        new KeySchema("overview", new ObjectSchema("overview",
            [.. EnumWords.All<OverviewKind>().Select(kind => new KeySchema(kind, new ListSchema(new ReferenceSchema(IdKind.Fact)), $"The facts on its {kind}, in the order in which they are shown.", IsRequired: false))]),
            "The facts that answer questions about the event as a whole, such as who took part.", IsRequired: false));

    public static readonly ObjectSchema Allowance = new("allowance",
        new KeySchema("rule", new TextSchema(), "The name of the rule, as the warning gives it in brackets."),
        new KeySchema("because", new TextSchema(), "Why this fact may break it."));

    public static readonly ObjectSchema EvidenceRoles = new("evidence role",
        [.. EnumWords.All<EvidenceRole>().Select(role => new KeySchema(role, new ReferenceSchema(IdKind.Source), $"A page with the role '{role}'.", IsRequired: false))]);

    public static readonly ObjectSchema Fact = new("fact",
        new KeySchema("id", new IdSchema(IdKind.Fact), "A stable id: changing it is a breaking change."),
        new KeySchema("statements", new ListSchema(new StatementSchema()), "The article's statements that it covers; left out for a fact that is not in the article.", IsRequired: false),
        new KeySchema("kind", new EnumSchema(EnumWords.All<FactKind>()), "The kind of fact."),
        new KeySchema("when", new DateSchema(), "The date when it happened or was said."),
        new KeySchema("by", new ListSchema(new ReferenceSchema(IdKind.Party)), "The parties who say it; left out where reports or an article narrate.", IsRequired: false),
        new KeySchema("about", new ListSchema(new ReferenceSchema(IdKind.Party)), "The parties that it is about."),
        new KeySchema("topics", new ListSchema(new ReferenceSchema(IdKind.Topic)), "The topics that it is about."),
        new KeySchema("cites", new ListSchema(new ReferenceSchema(IdKind.Source)), "The article's own references for it.", IsRequired: false),
        new KeySchema("status", new EnumSchema(EnumWords.All<VerificationStatus>()), "Whether independent reports confirm it."),
        new KeySchema("evidence", new ListSchema(new ValueOrMappingSchema(new ReferenceSchema(IdKind.Source), EvidenceRoles)), "The independent pages against which it was checked, best first; a page that does not just report it stands after its role.", IsRequired: false),
        new KeySchema("checked", new DaySchema(MayFollowAsOf: true), "The day up to which this fact was checked, where it is another than the base's as-of.", IsRequired: false),
        new KeySchema("supersedes", new ListSchema(new ReferenceSchema(IdKind.Fact)), "Earlier facts that are no longer true since this one.", IsRequired: false),
        new KeySchema("see", new ListSchema(new ReferenceSchema(IdKind.Fact)), "Facts that a reader of this one may want to see next.", IsRequired: false),
        new KeySchema("allow", new ListSchema(Allowance), "Warnings of facts check that are right as they are, each with a reason.", IsRequired: false),
        new KeySchema("text", s_localText, "The claim, attributed, in each language."),
        new KeySchema("note", new LocalizedSchema(new TextSchema(1000)), "What is behind the status: where reports differ, or what an article says and what the record shows; left out where there is nothing to add.", IsRequired: false),
        new KeySchema("questions", new LocalizedSchema(new ListSchema(new TextSchema(200))), "Questions that it answers, as people ask them."));

    public static readonly ObjectSchema EventFile = new("event file",
        new KeySchema("event", Event, "The event or theme that the facts belong to."),
        new KeySchema("facts", new ListSchema(Fact), "The facts."));

    public static readonly ObjectSchema ChapterFile = new("chapter",
        new KeySchema("title", s_localText, "The title, in each language."),
        new KeySchema("span", new DateSchema(), "The span of its days; left out for that of its events.", IsRequired: false),
        new KeySchema("main-event", new ReferenceSchema(IdKind.Event), "The event that a question without a subject is about, when it points to this chapter.", IsRequired: false),
        new KeySchema("statements", new RangeSchema(), "The article's statements that its facts must cover, first to last; left out for a chapter that is not based on the article.", IsRequired: false),
        new KeySchema("bounds", new ObjectSchema("chapter bounds",
            new KeySchema("events", new RangeSchema(), "The number of events."),
            new KeySchema("facts", new RangeSchema(), "The number of facts.")),
            "Totals that guard against lost content.", IsRequired: false));

    public static readonly ObjectSchema Thresholds = new("thresholds",
        new KeySchema("answered", new ShareSchema(), "The confidence from which a question counts as answered.", IsRequired: false),
        new KeySchema("closest", new ShareSchema(), "The confidence from which the closest fact is shown; at most that of answered.", IsRequired: false));

    public static readonly ObjectSchema RegionalWord = new("regional word",
        new KeySchema("zh-Hant", new TextSchema(), "The word as the texts have it."),
        new KeySchema("zh-TW", new TextSchema(), "The word in Taiwan.", IsRequired: false),
        new KeySchema("zh-HK", new TextSchema(), "The word in Hong Kong.", IsRequired: false));

    private static readonly ObjectSchema s_examples = new("examples",
        new KeySchema("ask", new ReferenceSchema(IdKind.Fact), "The fact whose first question is the example of a question; left out for the first fact.", IsRequired: false),
        new KeySchema("fact", new ReferenceSchema(IdKind.Fact), "The fact whose id is the example of an id; left out for the first fact.", IsRequired: false),
        new KeySchema("who", new ReferenceSchema(IdKind.Party), "The example of a name; left out for the first person.", IsRequired: false),
        new KeySchema("statements", new ReferenceSchema(IdKind.Party), "The example of somebody who said something; left out for the first speaker.", IsRequired: false));

    public static readonly ObjectSchema BaseOverview = new("overview of the base",
        Facts(BaseOverviewKind.Now, "Facts on where things stand."),
        Facts(BaseOverviewKind.Negotiators, "Facts on who negotiates."));

    private static readonly ObjectSchema s_remark = new("remark",
        new KeySchema("when", new DateSchema(), "The time that it is about, such as from 2026-03-01."),
        new KeySchema("text", new LocalizedSchema(new TextSchema(MaxRemark)), "The sentence, at most 160 characters in each language."));

    public static readonly ObjectSchema BaseFile = new("base",
        new KeySchema("as-of", new DaySchema(), "The day up to which the base was checked."),
        new KeySchema("languages", new ListSchema(new EnumSchema([.. Languages.Tags])), "The languages of its texts; readers of another language get the first. Left out for all five.", IsRequired: false),
        new KeySchema("name", new LocalizedSchema(new TextSchema(64)), "The bot's name in headings.", IsRequired: false),
        new KeySchema("description", new LocalizedSchema(new TextSchema(MaxDescription, HasParagraphs: true)), "The bot's description, at most 512 characters in each language.", IsRequired: false),
        new KeySchema("short-description", new LocalizedSchema(new TextSchema(MaxShortDescription)), "The bot's short description, at most 120 characters in each language.", IsRequired: false),
        new KeySchema("about", s_localText, "A sentence on the subject of the base.", IsRequired: false),
        new KeySchema("checked-against", s_localText, "A sentence on what the base was checked against.", IsRequired: false),
        new KeySchema("sides", new ListSchema(new ReferenceSchema(IdKind.Party)), "The sides whose positions are always shown, in that order; left out for the order of the facts.", IsRequired: false),
        new KeySchema("examples", s_examples, "The examples in the bot's texts.", IsRequired: false),
        new KeySchema("main-event", new ReferenceSchema(IdKind.Event), "The event that a question without a subject is about.", IsRequired: false),
        new KeySchema("overview", BaseOverview, "The facts that answer questions about the present state, such as where things stand.", IsRequired: false),
        new KeySchema("remarks", new ListSchema(s_remark), "Sentences that answers about facts of some time carry, such as that few reports were looked at.", IsRequired: false),
        new KeySchema("regional-words", new ListSchema(RegionalWord), "Words that readers in Taiwan or Hong Kong write otherwise.", IsRequired: false),
        new KeySchema("thresholds", Thresholds, "How certain the bot must be; left out for the defaults.", IsRequired: false),
        new KeySchema("forbidden-aliases", new ListSchema(new TextSchema()), "Spellings that must never become an alias.", IsRequired: false),
        new KeySchema("bounds", new ObjectSchema("base bounds",
            new KeySchema("parties", new RangeSchema(), "The number of people, places and organisations.", IsRequired: false),
            new KeySchema("topics", new RangeSchema(), "The number of topics.", IsRequired: false),
            new KeySchema("references", new RangeSchema(), "The number of references.", IsRequired: false),
            new KeySchema("evidence", new RangeSchema(), "The number of evidence pages.", IsRequired: false),
            new KeySchema("subjects", new RangeSchema(), "The number of subjects out of scope.", IsRequired: false)),
            "Totals that guard against lost content.", IsRequired: false));

    private static KeySchema Facts(BaseOverviewKind kind, string description) => new(kind.ToWord(), new ListSchema(new ReferenceSchema(IdKind.Fact)), description, IsRequired: false);

    /// <summary>The schema of each kind of file, with the name of its JSON Schema.</summary>
    public static readonly (string Schema, ObjectSchema Shape)[] Files =
    [
        ("base", BaseFile),
        ("parties", Parties),
        ("topics", Topics),
        ("sources", Sources),
        ("out-of-scope", OutOfScope),
        ("chapter", ChapterFile),
        ("event", EventFile),
        ("release", ReleaseSchemas.File),
    ];

    /// <summary>The schema of the file at a path below the base's folder; null where the base has no file.</summary>
    public static ObjectSchema? ForFile(string file) => file.Split('/') switch
    {
        _ when !file.EndsWith(".yaml", StringComparison.Ordinal) => null,
        ["base.yaml"] => BaseFile,
        ["names", "topics.yaml"] => Topics,
        ["names", _] => Parties,
        ["sources", _] => Sources,
        ["out-of-scope", _] => OutOfScope,
        ["releases", _] => ReleaseSchemas.File,
        [_, "chapter.yaml"] => ChapterFile,
        [not "schema", _] => EventFile,
        _ => null,
    };

    /// <summary>Parses a range such as <c>50 to 80</c>. A bound above <see cref="MaxBound"/> is taken for a typing error.</summary>
    public static bool TryParseRange(string text, out int min, out int max)
    {
        max = 0;
        var parts = text.Split(" to ");
        return TryParseCount(parts[0], out min) && parts.Length == 2 && TryParseCount(parts[1], out max) && min <= max && max <= MaxBound;
    }

    /// <summary>Parses a share from 0 to 1, such as <c>0.6</c>.</summary>
    public static bool TryParseShare(string text, out float share) =>
        float.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share) && share is >= 0 and <= 1;

    /// <summary>Parses a number of digits only, such as <c>10</c>.</summary>
    public static bool TryParseCount(ReadOnlySpan<char> text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    /// <summary>The number of a statement such as <c>S41</c> or <c>S07</c>; null for any other form.</summary>
    public static int? ParseStatement(string text) =>
        text.Length is > 2 and < 6 && TryParseCount(text.AsSpan(1), out var number) && text == FormatStatement(number) ? number : null;

    /// <summary>The statement with a number, such as <c>S07</c>.</summary>
    public static string FormatStatement(int number) => $"S{number:00}";

    /// <summary>Whether a text is a valid id: at most 48 lower-case ASCII letters and digits, in words joined by single hyphens.</summary>
    public static bool IsValidId(string text)
    {
        if (text.Length is 0 or > 48 || text[0] == '-' || text[^1] == '-' || text.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
