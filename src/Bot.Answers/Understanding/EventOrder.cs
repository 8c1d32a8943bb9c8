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

    /// <summary>The events before and after another; null where there is none.</summary>
    public (Event? Before, Event? After) Around(Event @event) => _positions.TryGetValue(@event.Id, out var at)
        ? (at > 0 ? Events[at - 1] : null, at + 1 < Events.Length ? Events[at + 1] : null)
        : (null, null);
}
