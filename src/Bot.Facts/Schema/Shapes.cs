using System.Globalization;
using Bot.Facts.Model;

namespace Bot.Facts.Schema;

/// <summary>The shapes of the base's files.</summary>
internal static class Shapes
{
    private const int MostBound = 9999;

    private static readonly LocalShape s_localText = new(new TextShape());

    public static readonly MapShape Role = new("role",
        new Key("title", s_localText, "The office, in five languages."),
        new Key("from", new DayShape(), "The first day in office.", Required: false),
        new Key("until", new DayShape(), "The last day in office.", Required: false),
        new Key("sources", new ListShape(new ReferenceShape(IdKind.Source)), "The sources that show it."));

    private static readonly MapShape s_regionalName = new("regional name",
        new Key("name", new TextShape(), "The full name there."),
        new Key("short", new TextShape(), "The name in running text there.", Required: false));

    public static readonly MapShape Party = new("party",
        new Key("id", new IdShape(IdKind.Party), "A stable id: lower-case words with hyphens."),
        new Key("kind", new WordShape("person", "place", "organisation"), "What it is."),
        new Key("side", new ReferenceShape(IdKind.Party), "The party whose side it is on.", Required: false),
        new Key("country", new ReferenceShape(IdKind.Party), "The country that it belongs to.", Required: false),
        new Key("name", s_localText, "The full name, in five languages."),
        new Key("short", s_localText, "The name in running text, where it differs from the full one.", Required: false),
        new Key("regional", new MapShape("regional names",
            new Key("zh-TW", s_regionalName, "Taiwan's form.", Required: false),
            new Key("zh-HK", s_regionalName, "Hong Kong's form.", Required: false)),
            "Forms of the traditional Chinese name that a region uses instead.", Required: false),
        new Key("aliases", new ListShape(new TextShape()), "Other spellings that people type.", Required: false),
        new Key("except", new ListShape(new TextShape()), "Longer names that contain one of the spellings and mean something else.", Required: false),
        new Key("roles", new ListShape(Role), "Offices held.", Required: false));

    public static readonly MapShape Parties = new("parties",
        new Key("parties", new ListShape(Party), "People, places or organisations."));

    public static readonly MapShape Topic = new("topic",
        new Key("id", new IdShape(IdKind.Topic), "A stable id: lower-case words with hyphens."),
        new Key("positions", new WordShape("true", "false"), "Whether the sides' positions on it are shown side by side.", Required: false),
        new Key("name", s_localText, "The topic's name, in five languages."),
        new Key("words", new LocalShape(new ListShape(new TextShape())), "Words that people use for it."));

    public static readonly MapShape Topics = new("topics",
        new Key("topics", new ListShape(Topic), "The matters that facts are about."));

    public static readonly MapShape Matter = new("matter",
        new Key("id", new IdShape(IdKind.Matter), "A stable id: lower-case words with hyphens."),
        new Key("topics", new ListShape(new ReferenceShape(IdKind.Topic)), "What the base does have that comes nearest; left out where nothing does.", Required: false),
        new Key("questions", new LocalShape(new ListShape(new TextShape(200))), "Questions on it, as people ask them."));

    public static readonly MapShape OutOfScope = new("out of scope",
        new Key("matters", new ListShape(Matter), "Matters that people ask about and the base says nothing on."));

    public static readonly MapShape Source = new("source",
        new Key("id", new IdShape(IdKind.Source), "A stable id: lower-case words with hyphens."),
        new Key("kind", new WordShape("article", "reference", "evidence"), "What it is to the base."),
        new Key("footnote", new NumberShape(), "The article's footnote number (references only).", Required: false),
        new Key("title", new TextShape(), "The title exactly as published; left out where it was not seen.", Required: false),
        new Key("publisher", new TextShape(), "Who published it; left out where the article gives none.", Required: false),
        new Key("author", new TextShape(), "The author, where one is given.", Required: false),
        new Key("agency", new TextShape(), "The agency or outlet whose text the page carries.", Required: false),
        new Key("published", new DayShape(), "The day it was published, where given.", Required: false),
        new Key("accessed", new DayShape(), "The day the article's authors read it, where given.", Required: false),
        new Key("archived", new DayShape(), "The day of the archived copy; left out when there is none.", Required: false),
        new Key("language", new TextShape(35), "The BCP 47 tag of its language, as given."),
        new Key("address", new AddressShape(), "Where it was found; never guessed.", Required: false),
        new Key("copies", new ListShape(new ReferenceShape(IdKind.Source)), "Evidence pages that carry the same item.", Required: false),
        new Key("defects", new ListShape(s_localText), "What is wrong with it as the article prints it, in five languages.", Required: false));

    public static readonly MapShape Sources = new("sources",
        new Key("sources", new ListShape(Source), "Published pages."));

    public static readonly MapShape Event = new("event",
        new Key("id", new IdShape(IdKind.Event), "A stable id: lower-case words with hyphens."),
        new Key("when", new WhenShape(), "When it was."),
        new Key("title", s_localText, "What it was, in five languages."));

    public static readonly MapShape Fact = new("fact",
        new Key("id", new IdShape(IdKind.Fact), "A stable id: changing it is a breaking change."),
        new Key("statements", new ListShape(new StatementShape()), "The article's statements that it covers; left out for a fact that the article lacks.", Required: false),
        new Key("kind", new WordShape("event", "statement", "position", "background", "reaction", "commentary"), "What sort of thing it is."),
        new Key("when", new WhenShape(), "When it happened or was said."),
        new Key("by", new ListShape(new ReferenceShape(IdKind.Party)), "Who says it; left out where the article itself narrates.", Required: false),
        new Key("about", new ListShape(new ReferenceShape(IdKind.Party)), "Whom and what it is about."),
        new Key("topics", new ListShape(new ReferenceShape(IdKind.Topic)), "The matters that it concerns."),
        new Key("cites", new ListShape(new ReferenceShape(IdKind.Source)), "The article's own references for it.", Required: false),
        new Key("status", new WordShape("confirmed", "confirmed-with-nuance", "corrected", "unverified"), "Whether independent reports bear it out."),
        new Key("evidence", new ListShape(new ReferenceShape(IdKind.Source)), "The independent pages that it was checked against, best first.", Required: false),
        new Key("text", s_localText, "The claim, attributed, in five languages."),
        new Key("note", new LocalShape(new TextShape(1000)), "What the article says, what the record shows, and on what evidence."),
        new Key("questions", new LocalShape(new ListShape(new TextShape(200))), "Questions that it answers, as people ask them."));

    public static readonly MapShape EventFile = new("event file",
        new Key("event", Event, "The event or theme that the facts belong to."),
        new Key("facts", new ListShape(Fact), "The facts."));

    public static readonly MapShape ChapterFile = new("chapter",
        new Key("title", s_localText, "What the chapter is about, in five languages."),
        new Key("span", new WhenShape(), "The days that it spans."),
        new Key("statements", new BoundsShape(), "The article's statements that its facts must cover, first to last; left out for a chapter that is not made from the article.", Required: false),
        new Key("bounds", new MapShape("chapter bounds",
            new Key("events", new BoundsShape(), "How many events it has."),
            new Key("facts", new BoundsShape(), "How many facts it has.")),
            "Totals that guard against lost content."));

    public static readonly MapShape BaseFile = new("base",
        new Key("as-of", new DayShape(), "The day up to which the base was checked."),
        new Key("never-aliases", new ListShape(new TextShape()), "Spellings that must never become an alias.", Required: false),
        new Key("bounds", new MapShape("base bounds",
            new Key("parties", new BoundsShape(), "How many people, places and organisations it has."),
            new Key("topics", new BoundsShape(), "How many topics it has."),
            new Key("references", new BoundsShape(), "How many references it has."),
            new Key("evidence", new BoundsShape(), "How many evidence pages it has."),
            new Key("matters", new BoundsShape(), "How many matters out of its scope it knows.", Required: false)),
            "Totals that guard against lost content."));

    /// <summary>The shape of each kind of file, with the name of its JSON Schema.</summary>
    public static readonly (string Schema, MapShape Shape)[] Files =
    [
        ("base", BaseFile),
        ("parties", Parties),
        ("topics", Topics),
        ("sources", Sources),
        ("out-of-scope", OutOfScope),
        ("chapter", ChapterFile),
        ("event", EventFile),
    ];

    /// <summary>The shape of a file by its path below the base's folder; null where no file of the base belongs.</summary>
    public static MapShape? ForFile(string file) => file.Split('/') switch
    {
        _ when !file.EndsWith(".yaml", StringComparison.Ordinal) => null,
        ["base.yaml"] => BaseFile,
        ["names", "topics.yaml"] => Topics,
        ["names", _] => Parties,
        ["sources", _] => Sources,
        ["out-of-scope", _] => OutOfScope,
        [_, "chapter.yaml"] => ChapterFile,
        [not "schema", _] => EventFile,
        _ => null,
    };

    /// <summary>Reads <c>50 to 80</c>; more than <see cref="MostBound"/> is a slip of the pen.</summary>
    public static bool TryBounds(string text, out int min, out int max)
    {
        max = 0;
        var parts = text.Split(" to ");
        return TryCount(parts[0], out min) && parts.Length == 2 && TryCount(parts[1], out max) && min <= max && max <= MostBound;
    }

    /// <summary>Reads digits alone, as <c>10</c>.</summary>
    public static bool TryCount(ReadOnlySpan<char> text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    /// <summary>The number of a statement, <c>S41</c> or <c>S07</c>; null for another form.</summary>
    public static int? StatementNumber(string text) =>
        text.Length is > 2 and < 6 && TryCount(text.AsSpan(1), out var number) && text == StatementName(number) ? number : null;

    /// <summary>The statement of a number: <c>S07</c>.</summary>
    public static string StatementName(int number) => $"S{number:00}";

    /// <summary>Whether a text can be an id: lower-case ASCII words and digits joined by single hyphens.</summary>
    public static bool IsId(string text)
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

    /// <summary>The words of an enumeration as the files write them, by value.</summary>
    public static VerificationStatus ParseStatus(string word) => word switch
    {
        "confirmed" => VerificationStatus.Confirmed,
        "confirmed-with-nuance" => VerificationStatus.ConfirmedWithNuance,
        "corrected" => VerificationStatus.Corrected,
        _ => VerificationStatus.Unverified,
    };
}
