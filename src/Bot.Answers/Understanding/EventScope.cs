using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>What a question about an event as a whole can name, and the facts that it may be about.</summary>
internal sealed class EventScope
{
    /// <summary>Collects what belongs to an event.</summary>
    public EventScope(Event @event, NameIndex<Party> parties)
    {
        Event = @event;
        FactIds = @event.Facts.Select(f => f.Id).ToHashSet();
        var named = parties.FindMentions(@event.Title[Language.English]);
        Cities = [.. named.Where(p => p.Kind == PartyKind.Place && p.Side != p.Id)];
        var sides = @event.Facts.SelectMany(f => f.About).Where(p => Cities.Any(c => c.Side == p.Id));
        var words = FactDocuments.Names(@event.Title).Concat(named.Concat(sides).SelectMany(p => p.Spellings)).Distinct().Select(Folding.Fold);
        Words = Folding.Separator + string.Join(Folding.Separator, words) + Folding.Separator;
    }

    /// <summary>The event.</summary>
    public Event Event { get; }

    /// <summary>The ids of its facts.</summary>
    public IReadOnlySet<string> FactIds { get; }

    /// <summary>The cities that its title names.</summary>
    public IReadOnlyList<Party> Cities { get; }

    /// <summary>The folded words of its title and every spelling of the parties in it, between separators.</summary>
    public string Words { get; }

    /// <summary>Whether values point to it: its day, or one of its cities.</summary>
    public bool Has(StatedValues asked) => HasDay(asked) || HasCity(asked);

    /// <summary>Whether values have its day.</summary>
    public bool HasDay(StatedValues asked) => asked.Days.Exists(d => d.Precision is DatePrecision.Day or DatePrecision.Range && d.Overlaps(Event.Date));

    /// <summary>Whether values have one of its cities.</summary>
    public bool HasCity(StatedValues asked) => Cities.Any(asked.Parties.Contains);
}
