using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.History;

/// <summary>The meetings of certain people or states, in a place or a time.</summary>
/// <param name="Form">How they met.</param>
/// <param name="Parties">Who took part, and the cities where it was.</param>
/// <param name="Date">When it was; null for any time.</param>
internal sealed record MeetingFilter(MeetingForm Form, List<Party> Parties, FactDate? Date)
{
    /// <summary>The events, earliest first.</summary>
    public List<Event> Find(BaseSnapshot snapshot) =>
        [.. snapshot.EventOrder.Events.Where(e => e.Meeting is { } meeting && meeting.Form == Form
            && (Date is not { } date || e.Date.Overlaps(date))
            && Parties.TrueForAll(p => meeting.Has(p) || snapshot.ScopeOf(e.Id).Cities.Contains(p)))];
}
