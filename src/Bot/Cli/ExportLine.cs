using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Facts.Model;

namespace Bot.Cli;

/// <summary>An object of the base with all its data in all languages. Missing values are left out.</summary>
internal sealed record ExportLine(string Type, string Id)
{
    public string? Chapter { get; init; }

    public string? Event { get; init; }

    public string? Kind { get; init; }

    public string? When { get; init; }

    /// <summary>The meetings and calls of an event; left out where it has none.</summary>
    public IReadOnlyList<ExportMeeting>? Meetings { get; init; }

    public string? Status { get; init; }

    public bool? Positions { get; init; }

    public string? Side { get; init; }

    public string? Country { get; init; }

    public Dictionary<string, string>? Name { get; init; }

    public Dictionary<string, string>? Short { get; init; }

    public IReadOnlyList<string>? Spellings { get; init; }

    public IReadOnlyList<ExportRole>? Roles { get; init; }

    public IReadOnlyList<string>? Statements { get; init; }

    public IReadOnlyList<string>? By { get; init; }

    public IReadOnlyList<string>? About { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    public IReadOnlyList<string>? Cites { get; init; }

    public IReadOnlyList<string>? Evidence { get; init; }

    public Dictionary<string, string>? Text { get; init; }

    /// <summary>What each page of evidence does for the fact; left out where all of them report it.</summary>
    public IReadOnlyList<string>? EvidenceRoles { get; init; }

    public IReadOnlyList<string>? Supersedes { get; init; }

    public IReadOnlyList<string>? See { get; init; }

    public Dictionary<string, string>? Note { get; init; }

    public Dictionary<string, IReadOnlyList<string>>? Questions { get; init; }

    public int? Footnote { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Agency { get; init; }

    public string? Published { get; init; }

    public string? Accessed { get; init; }

    public string? Archived { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string>? Copies { get; init; }

    public IReadOnlyList<Dictionary<string, string>>? Defects { get; init; }

    public string? AsOf { get; init; }

    public string? Checked { get; init; }

    public Dictionary<string, string>? Description { get; init; }

    public Dictionary<string, string>? ShortDescription { get; init; }

    public Dictionary<string, string>? AboutBase { get; init; }

    public Dictionary<string, string>? CheckedAgainst { get; init; }

    public IReadOnlyList<string>? Sides { get; init; }

    /// <summary>The ids of the facts that answer questions about the present state, by kind; left out where the base names none.</summary>
    public Dictionary<string, IReadOnlyList<string>>? Overview { get; init; }

    public IReadOnlyList<ExportRemark>? Remarks { get; init; }

    public Dictionary<string, string>? Called { get; init; }

    public Dictionary<string, string>? Licence { get; init; }

    /// <summary>The whole base: a line for the base itself, then chapters, events, facts, parties, topics and sources.</summary>
    public static IEnumerable<ExportLine> All(FactBase facts) =>
    [
        Of(facts),
        .. facts.Chapters.Select(c => new ExportLine("chapter", c.Id) { When = c.Span.ToString(), Name = Local(c.Title) }),
        .. facts.Events.Select(Of),
        .. facts.Facts.Select(Of),
        .. facts.Parties.Select(Of),
        .. facts.Topics.Select(t => new ExportLine("topic", t.Id) { Positions = t.HasPositions, Name = Local(t.Name), Spellings = t.Keywords }),
        .. facts.Sources.Select(Of),
    ];

    public string ToJson() => JsonSerializer.Serialize(this, ExportLineContext.Readable.ExportLine);

    private static ExportLine Of(FactBase facts) => new("base", facts.Version)
    {
        AsOf = Iso(facts.AsOf),
        Name = LocalOrNull(facts.Profile.Name),
        Description = LocalOrNull(facts.Profile.Description),
        ShortDescription = LocalOrNull(facts.Profile.ShortDescription),
        AboutBase = LocalOrNull(facts.Profile.About),
        CheckedAgainst = LocalOrNull(facts.Profile.CheckedAgainst),
        Sides = [.. facts.Profile.Sides.Select(p => p.Id)],
        Remarks = facts.Profile.Remarks.IsEmpty ? null : [.. facts.Profile.Remarks.Select(r => new ExportRemark(r.When.ToString(), Local(r.Text)))],
        Overview = facts.Profile.Overview.Count == 0 ? null : facts.Profile.Overview.ToDictionary(o => o.Key.ToWord(), o => (IReadOnlyList<string>)[.. o.Value.Select(f => f.Id)]),
    };

    private static ExportLine Of(Event @event) => new("event", @event.Id)
    {
        Chapter = @event.Chapter,
        When = @event.Date.ToString(),
        Name = Local(@event.Title),
        Meetings = @event.Meetings.IsEmpty ? null : [.. @event.Meetings.Select(Of)],
    };

    private static ExportMeeting Of(Meeting meeting) => new(
        meeting.Form.ToWord(),
        [.. meeting.Between.Select(p => p.Id)],
        meeting.When.ToString(),
        meeting.Places.IsEmpty ? null : [.. meeting.Places.Select(p => p.Id)],
        meeting.Fact.Id);

    private static ExportLine Of(Fact fact) => new("fact", fact.Id)
    {
        Event = fact.Event,
        Statements = fact.Statements,
        Kind = fact.Kind.ToWord(),
        When = fact.Date.ToString(),
        By = [.. fact.By.Select(p => p.Id)],
        About = [.. fact.About.Select(p => p.Id)],
        Topics = [.. fact.Topics.Select(t => t.Id)],
        Cites = [.. fact.Cites.Select(s => s.Id)],
        Checked = Iso(fact.Checked),
        Status = fact.Status.ToWord(),
        Evidence = [.. fact.Evidence.Select(e => e.Source.Id)],
        EvidenceRoles = fact.Evidence.Any(e => e.Role != EvidenceRole.Reports) ? [.. fact.Evidence.Select(e => e.Role.ToWord())] : null,
        Supersedes = fact.Supersedes.IsEmpty ? null : [.. fact.Supersedes],
        See = fact.See.IsEmpty ? null : [.. fact.See],
        Text = Local(fact.Text),
        Note = fact.Note is { } note ? Local(note) : null,
        Questions = Languages.Tags.Select((tag, i) => (tag, i)).ToDictionary(l => l.tag, l => (IReadOnlyList<string>)fact.Questions[l.i]),
    };

    private static ExportLine Of(Party party) => new("party", party.Id)
    {
        Kind = party.Kind.ToWord(),
        Side = party.Side,
        Country = party.Country,
        Name = Local(party.Name),
        Short = Local(party.ShortName),
        Spellings = party.Spellings,
        Roles = [.. party.Roles.Select(r => new ExportRole(Local(r.Title), Iso(r.From), Iso(r.Until), [.. r.Sources.Select(s => s.Id)]))],
    };

    private static ExportLine Of(Source source) => new("source", source.Id)
    {
        Kind = source.Kind.ToWord(),
        Footnote = source.Footnote,
        Title = source.Title,
        Publisher = source.Publisher,
        Author = source.Author,
        Agency = source.Agency,
        Published = Iso(source.Published),
        Accessed = Iso(source.Accessed),
        Archived = Iso(source.Archived),
        Language = source.Language,
        Url = source.Url,
        Copies = source.Copies,
        Defects = [.. source.Defects.Select(Local)],
        Called = LocalOrNull(source.Called),
        Licence = LocalOrNull(source.Licence),
    };

    private static Dictionary<string, string> Local(LocalizedText text) =>
        Enum.GetValues<Locale>().ToDictionary(locale => locale.Tag(), locale => text[locale]);

    private static Dictionary<string, string>? LocalOrNull(LocalizedText? text) => text is null ? null : Local(text);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}

/// <summary>An office that a person held.</summary>
internal sealed record ExportRole(Dictionary<string, string> Title, string? From, string? Until, string[] Sources);

/// <summary>A meeting or a call at an event.</summary>
internal sealed record ExportMeeting(string Form, string[] Between, string When, string[]? Place, string Fact);

/// <summary>A sentence that answers about facts of some time carry.</summary>
internal sealed record ExportRemark(string When, Dictionary<string, string> Text);

/// <summary>Writes letters of all scripts unescaped, and leaves missing values out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExportLine))]
internal sealed partial class ExportLineContext : JsonSerializerContext
{
    public static ExportLineContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
