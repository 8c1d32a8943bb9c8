using Bot.Answers.Conversation;
using Bot.Answers.Reading;
using Bot.Answers.Understanding;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.History;

/// <summary>What a question asks about meetings.</summary>
internal enum MeetingQuestionKind
{
    /// <summary>How often they met, or when, or whether.</summary>
    All,

    /// <summary>When they first met.</summary>
    First,

    /// <summary>When they last met.</summary>
    Last,

    /// <summary>Who met whom.</summary>
    Who,
}

/// <summary>A question about the meetings of a base: "how many times did they meet", "who met whom in spring", "when was the first call".</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Meetings">The meetings that it is about.</param>
internal sealed record MeetingQuestion(MeetingQuestionKind Kind, MeetingFilter Meetings)
{
    private static readonly Lazy<MeetingWords> s_words = new(() => new MeetingWords(PhraseFile.Load("meetings")));

    /// <summary>Reads a question; null when it asks about something else, or does not say whose meetings it means.</summary>
    /// <param name="question">The question.</param>
    /// <param name="asked">The values that it states.</param>
    /// <param name="followsUp">The facts that were shown before it, whose people are meant where it names none.</param>
    /// <param name="snapshot">The base.</param>
    public static MeetingQuestion? Read(string question, StatedValues asked, List<Fact> followsUp, BaseSnapshot snapshot)
    {
        // Few questions are about people who met, and only those need their dates read once more.
        var words = s_words.Value;
        if (!words.HasForm(Folding.Separator + Folding.Fold(question) + Folding.Separator, out _))
        {
            return null;
        }

        var date = DateParser.Find(question, YearOf(asked, snapshot));
        var rest = WithoutNames(date?.Rest ?? question, snapshot);
        if (!words.HasForm(rest, out var form))
        {
            return null;
        }

        var parties = asked.Parties;
        var hasPronoun = words.HasPronoun(rest);
        var kind = words.Take(ref rest) ?? (new MeetingFilter(form, parties, date?.Date).HasPeople && words.TakeWhether(ref rest) ? MeetingQuestionKind.All : null);
        if (kind is null || !words.IsGeneral(rest))
        {
            return null;
        }

        if (parties.Count == 0 && date is null)
        {
            // "The first meeting" is that of the base, but "they" are those of the last answer.
            parties = WhoMet(followsUp, snapshot.Base);
            if (parties.Count == 0 && (kind == MeetingQuestionKind.Who || hasPronoun))
            {
                return null;
            }
        }

        return new MeetingQuestion(kind.Value, new MeetingFilter(form, parties, date?.Date));
    }

    /// <summary>The meetings that answer it.</summary>
    /// <param name="all">Those that it is about, earliest first; at least one.</param>
    /// <param name="base">The base.</param>
    public List<Meeting> Select(List<Meeting> all, FactBase @base)
    {
        if (Kind is not (MeetingQuestionKind.First or MeetingQuestionKind.Last))
        {
            return all;
        }

        // A question that names nobody may mean any of the base's sides, so the answer has the first or last of each that met.
        var ofSides = Meetings is { Parties: [], Date: null } ? all.FindAll(m => SidesOf(m, @base).Contains(' ', StringComparison.Ordinal)) : [];
        var meetings = ofSides.Count > 0 ? ofSides : all;
        var ordered = Kind == MeetingQuestionKind.First ? meetings : meetings.AsEnumerable().Reverse();
        return [.. ordered.DistinctBy(m => (m.Form, ofSides.Count > 0 ? SidesOf(m, @base) : "")).OrderBy(m => m.When)];
    }

    // "In February" is the last February in which they met, though something else may have happened in a later one.
    private static AssumedYear YearOf(StatedValues asked, BaseSnapshot snapshot)
    {
        var days = new MeetingFilter(null, asked.Parties, null).Find(snapshot.Base).ConvertAll(m => m.When);
        return days.Count == 0 ? snapshot.Year : new AssumedYear(snapshot.Base, days);
    }

    private static string SidesOf(Meeting meeting, FactBase @base) => string.Join(' ', @base.Profile.Sides.Where(meeting.Has).Select(p => p.Id));

    // Single blanks, so that a phrase is found on both sides of a name.
    private static string WithoutNames(string text, BaseSnapshot snapshot) =>
        Folding.Separator + string.Join(Folding.Separator, snapshot.Parties.Replace(Folding.Fold(text), _ => "").Split(Folding.Separator, StringSplitOptions.RemoveEmptyEntries)) + Folding.Separator;

    // Those who took part in every meeting that was shown; of many, the first of each side.
    private static List<Party> WhoMet(List<Fact> shown, FactBase @base)
    {
        var meetings = shown.Select(f => MeetingOf(f, @base)).OfType<Meeting>().ToList();
        var present = meetings.FirstOrDefault()?.Between.Where(p => meetings.TrueForAll(m => m.Between.Contains(p)));
        return [.. (present ?? []).DistinctBy(p => p.Side ?? p.Id).Take(MeetingFilter.MinPeople)];
    }

    private static Meeting? MeetingOf(Fact fact, FactBase @base)
    {
        var meetings = @base.FindEvent(fact.Event)!.Meetings;
        return meetings.FirstOrDefault(m => m.Fact == fact) ?? meetings.FirstOrDefault();
    }
}
