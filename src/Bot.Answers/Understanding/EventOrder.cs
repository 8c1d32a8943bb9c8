using System.Collections.Immutable;
using Bot.Facts.Model;

namespace Bot.Answers.Understanding;

/// <summary>The events of all chapters in the order of time.</summary>
internal sealed class EventOrder
{
    private readonly Dictionary<string, int> _positions = [];

    /// <summary>Orders the events of a base. What is not on a day, such as a background, has no place in the order.</summary>
    public EventOrder(FactBase @base)
    {
        Events = [.. @base.Events.Where(e => e.Date.Precision is DatePrecision.Day or DatePrecision.Range).OrderBy(e => e.Date)];
        for (var i = 0; i < Events.Length; i++)
        {
            _positions[Events[i].Id] = i;
        }
    }

    /// <summary>The events, earliest first.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>The events before and after another on the same matter, those with a topic in common, or else whatever stands there; null where there is none.</summary>
    public (Event? Before, Event? After) Around(Event @event)
    {
        if (!_positions.TryGetValue(@event.Id, out var at))
        {
            return (null, null);
        }

        var topics = @event.Facts.SelectMany(f => f.Topics).ToHashSet();
        var (before, after) = (Events[..at], Events[(at + 1)..]);
        return (
            before.LastOrDefault(e => IsOnMatter(e, topics)) ?? before.LastOrDefault(),
            after.FirstOrDefault(e => IsOnMatter(e, topics)) ?? after.FirstOrDefault());
    }

    /// <summary>The first event after a day, or the last one before it; null where there is none.</summary>
    /// <param name="date">A date with an open end.</param>
    public Event? Next(FactDate date) => date.Precision == DatePrecision.From
        ? Events.FirstOrDefault(e => e.Date.First > date.First)
        : Events.LastOrDefault(e => e.Date.Last <= date.Last);

    private static bool IsOnMatter(Event @event, HashSet<Topic> topics) => @event.Facts[0].Topics.Any(topics.Contains);
}
