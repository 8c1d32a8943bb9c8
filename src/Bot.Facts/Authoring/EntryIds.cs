using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Authoring;

/// <summary>Proposes the id of something new: an event's is its day and place, a fact's begins like those of its event, and the others come from a title or a name.</summary>
/// <param name="draft">The base's files.</param>
/// <param name="values">What the curator gave.</param>
/// <param name="isTaken">Whether an id of the kind is taken.</param>
internal sealed class EntryIds(ParsedBase draft, EntryValues values, Func<string, bool> isTaken)
{
    // What the words of an id may come from, the best first.
    private static readonly string[] s_fields = ["title", "name", "questions", "text", "publisher"];

    /// <summary>The id; null when nothing was given that has a word of Latin letters.</summary>
    /// <param name="kind">The kind of entry.</param>
    public string? Propose(EntryKind kind) => kind switch
    {
        EntryKind.Event => DayAndPlace() ?? OfWords(kind),
        EntryKind.Fact => NextToSiblings(),
        _ => OfWords(kind),
    };

    // Such as 2025-03-11-jeddah.
    private string? DayAndPlace()
    {
        if (!FactDate.TryParse(values.Value("when") ?? "", out var when) || when.Precision is not (DatePrecision.Day or DatePrecision.Range))
        {
            return null;
        }

        // A country is no place of an event. A city has the country that it belongs to, or a side.
        var places = draft.ObjectsOf(FileSchemas.Party).Where(p => p.Text("kind") == "place" && (p["country"] ?? p["side"]) is not null).Select(p => p.Text("id")).ToHashSet();
        var fields = EntryFields.Of(EntryKind.Event).Where(f => f.Name is EntryFields.Place or "about").OrderBy(f => f.Name != EntryFields.Place);
        return fields.SelectMany(f => values.List(f)).FirstOrDefault(places.Contains) is { } place ? IdProposal.Unique($"{when.First:yyyy-MM-dd}-{place}", isTaken) : null;
    }

    private string? NextToSiblings()
    {
        if (values.Value(EntryFields.Event) is not { } @event)
        {
            return OfWords(EntryKind.Fact);
        }

        var file = draft.Files.FirstOrDefault(f => f.Schema == FileSchemas.EventFile && f.Root is YamlMapping root && (root["event"] as YamlMapping)?.Text("id") == @event);
        var begin = CommonBeginning(((file?.Root as YamlMapping)?.Maps("facts") ?? []).Select(f => f.Text("id") ?? ""));
        return Words(EntryKind.Fact) is { } text ? IdProposal.Propose($"{begin.Replace('-', ' ')} {text}", isTaken) : IdProposal.Unique(@event, isTaken);
    }

    private string? OfWords(EntryKind kind) => Words(kind) is { } text ? IdProposal.Propose(text, isTaken) : null;

    // The title of a source is in the source's own language and has no translation.
    private string? Words(EntryKind kind) => s_fields
        .Select(name => EntryFields.Of(kind).FirstOrDefault(f => f.Name == name) is { IsLocalized: false } ? values.Value(name) : values.Texts(name, values.MainLanguage).FirstOrDefault())
        .FirstOrDefault(text => text is not null && IdProposal.Propose(text, _ => false) is not null);

    // The words with which most of at least two ids begin, such as harbour-march.
    private static string CommonBeginning(IEnumerable<string> ids)
    {
        var rest = ids.Select(id => id.Split('-')).ToList();
        var (enough, words) = (Math.Max(2, (rest.Count / 2) + 1), new List<string>());
        while (rest.Where(id => id.Length > words.Count + 1).GroupBy(id => id[words.Count]).FirstOrDefault(g => g.Count() >= enough) is { } most)
        {
            words.Add(most.Key);
            rest = [.. most];
        }

        return string.Join('-', words);
    }
}
