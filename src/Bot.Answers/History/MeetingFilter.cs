using Bot.Answers.Reading;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.History;

/// <summary>The meetings of certain people or states, in a place or a time.</summary>
/// <param name="Form">How they met; null for either.</param>
/// <param name="Parties">Who took part, and where it was.</param>
/// <param name="Date">When it was; null for any time.</param>
internal sealed record MeetingFilter(MeetingForm? Form, List<Party> Parties, FactDate? Date)
{
    /// <summary>The number of people who can have met.</summary>
    public const int MinPeople = 2;

    /// <summary>Whether two or more people are asked about, or organisations.</summary>
    public bool HasPeople => Parties.Count(p => p.Kind != PartyKind.Place) >= MinPeople;

    /// <summary>The meetings, earliest first.</summary>
    public List<Meeting> Find(FactBase @base) => [.. All(@base).Where(Includes).OrderBy(m => m.When)];

    /// <summary>Every meeting of a base.</summary>
    public static IEnumerable<Meeting> All(FactBase @base) => @base.Events.SelectMany(e => e.Meetings);

    /// <summary>
    /// Whether those whom a question names met on a day or in a place that it names, so that the question may be about that meeting. An organisation stands for
    /// its state.
    /// </summary>
    /// <param name="asked">What the question names.</param>
    /// <param name="snapshot">The base.</param>
    public static bool HasMatch(StatedValues asked, BaseSnapshot snapshot)
    {
        var (people, places) = (asked.Parties.FindAll(p => p.Kind != PartyKind.Place), asked.Parties.FindAll(snapshot.Values.IsCity));
        if (people.Count < MinPeople || (asked.Days.Count == 0 && places.Count == 0))
        {
            return false;
        }

        List<Party> parties = [.. people.Select(p => p.Kind == PartyKind.Organisation && p.Side is { } side ? snapshot.Base.FindParty(side) ?? p : p), .. places];
        var met = All(snapshot.Base).Where(new MeetingFilter(null, parties, null).Includes);
        return asked.Days.Count == 0 ? met.Any() : met.Any(m => asked.Days.Exists(m.When.Overlaps));
    }

    /// <summary>The fact on a meeting that names those who are asked about: the curators' one, or else another of that event and time.</summary>
    public Fact FactOn(Meeting meeting, FactBase @base)
    {
        if (NamesAll(meeting.Fact))
        {
            return meeting.Fact;
        }

        var @event = @base.FindEvent(meeting.Fact.Event)!;
        var others = @event.Facts.Except(@event.Meetings.Select(m => m.Fact)).Where(f => f.Date.Overlaps(meeting.When) && NamesAll(f));
        return others.OrderBy(f => f.Kind != FactKind.Event).FirstOrDefault() ?? meeting.Fact;
    }

    /// <summary>The meetings of the same people that come closest where the base has none that is asked for: those in the other form, at another time, or elsewhere.</summary>
    /// <param name="base">The base.</param>
    /// <param name="count">The maximum number of meetings.</param>
    public List<Meeting> Closest(FactBase @base, int count)
    {
        var people = Parties.FindAll(p => p.Kind != PartyKind.Place);
        MeetingFilter[] wider = [this with { Form = null }, this with { Date = null }, this with { Form = null, Date = null }, new MeetingFilter(Form, people, null), new MeetingFilter(null, people, null)];
        var found = !HasPeople ? [] : wider.Select(w => w.Find(@base)).FirstOrDefault(m => m.Count > 0) ?? [];
        return [.. found.OrderBy(m => Date is { } date ? Math.Abs(m.When.SortDay.DayNumber - date.SortDay.DayNumber) : 0).Take(count).OrderBy(m => m.When)];
    }

    private bool NamesAll(Fact fact) => Parties.TrueForAll(p => p.Kind == PartyKind.Place || fact.By.Contains(p) || fact.About.Contains(p));

    private bool Includes(Meeting meeting) =>
        (Form is null || meeting.Form == Form)
        && (Date is not { } date || meeting.When.Overlaps(date))
        && Parties.TrueForAll(p => meeting.IsIn(p) || (MayTakePart(p) && meeting.Has(p)));

    // A person's own state is not another party whom they met, so it is the place.
    private bool MayTakePart(Party party) => !Parties.Exists(p => p.Kind != PartyKind.Place && p.IsOf(party));
}
