using Bot.Facts.Model;

namespace Bot.Answers.History;

/// <summary>The meetings of certain people or states, in a place or a time.</summary>
/// <param name="Form">How they met; null for either.</param>
/// <param name="Parties">Who took part, and where it was.</param>
/// <param name="Date">When it was; null for any time.</param>
internal sealed record MeetingFilter(MeetingForm? Form, List<Party> Parties, FactDate? Date)
{
    /// <summary>The meetings, earliest first.</summary>
    public List<Meeting> Find(FactBase @base) => [.. All(@base).Where(Includes).OrderBy(m => m.When)];

    /// <summary>Every meeting of a base.</summary>
    public static IEnumerable<Meeting> All(FactBase @base) => @base.Events.SelectMany(e => e.Meetings);

    /// <summary>The fact on a meeting that names those who are asked about: the curators' one, or else another of that event and time.</summary>
    public Fact FactOn(Meeting meeting, FactBase @base)
    {
        var facts = @base.FindEvent(meeting.Fact.Event)!.Facts.Where(f => f.Date.Overlaps(meeting.When) && NamesAll(f)).ToList();
        return facts.Contains(meeting.Fact) ? meeting.Fact : facts.OrderBy(f => f.Kind != FactKind.Event).FirstOrDefault() ?? meeting.Fact;
    }

    private bool NamesAll(Fact fact) => Parties.TrueForAll(p => p.Kind == PartyKind.Place || fact.By.Contains(p) || fact.About.Contains(p));

    private bool Includes(Meeting meeting) =>
        (Form is null || meeting.Form == Form)
        && (Date is not { } date || meeting.When.Overlaps(date))
        && Parties.TrueForAll(p => meeting.IsIn(p) || (MayTakePart(p) && meeting.Has(p)));

    // The state of somebody who is asked about is nobody else who met them, so it is where they met.
    private bool MayTakePart(Party party) => !Parties.Exists(p => p.Kind != PartyKind.Place && p.IsOf(party));
}
