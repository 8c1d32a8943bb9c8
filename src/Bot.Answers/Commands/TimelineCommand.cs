using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/timeline [when] [topic]</c>: events by chapter, event, day, span, person or topic.</summary>
internal sealed class TimelineCommand : ICommand
{
    private const int MaxDays = 5;

    public string Name => "timeline";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("when"), new("topic")];

    public string? ExampleOf(string parameter, FactBase @base, UiTexts texts) => parameter == "when" ? texts.Date(ExampleDates.Day(@base)) : null;

    public Answer Answer(string words, AnswerBuilder reply)
    {
        if (words.Length == 0)
        {
            return Overview(reply);
        }

        var snapshot = reply.Snapshot;
        if (Named(words.ToLowerInvariant(), reply) is { } named)
        {
            return named;
        }

        var date = DateParser.Read(words, DateContext.OfCommand(snapshot.Year, reply.Locale), out var error);
        if (error != DateError.None)
        {
            return Unreadable(error, reply);
        }

        var (parties, topics) = Mentions.Find(date?.Rest ?? words, snapshot);

        // A party and a topic may have the same id. The topic includes all facts of the party.
        topics = [.. topics.Union(parties.Select(p => snapshot.Base.FindTopic(p.Id)).OfType<Topic>())];
        parties.RemoveAll(p => snapshot.Base.FindTopic(p.Id) is not null);
        if (parties.Count + topics.Count == 0 && date is { Date: { Precision: DatePrecision.Year } year } && snapshot.Base.Chapters.Where(c => c.Span.Overlaps(year)).ToList() is { Count: > 1 } chapters)
        {
            reply.Words = year.ToString();
            return TimelineOverview.OfChapters(Title(date, parties, topics, reply), chapters, reply.CommandTexts["MoreOfChapters"], reply);
        }

        if (date is null && parties.Count == 0 && topics.Count == 0)
        {
            var suggestions = snapshot.Topics.Closest(words, 2).Select(reply.LinkToTopic)
                .Concat(snapshot.Parties.Closest(words, 2).Select(p => reply.FollowUp(reply.ShortNameOf(p), Name, p.Id)))
                .ToList();
            return reply.Message(
                suggestions.Count > 0 ? Outcome.Suggested : Outcome.Unknown,
                reply.Texts.NotInBaseTitle,
                UiTexts.Format(reply.CommandTexts["Unknown"], reply.Texts.Date(ExampleDates.Day(snapshot.Base)), reply.Texts.Date(ExampleDates.Span(snapshot.Base))),
                suggestions.Concat(snapshot.Base.Topics.Take(4 - Math.Min(4, suggestions.Count)).Select(reply.LinkToTopic)));
        }

        reply.Words = string.Join(' ', parties.Select(p => p.Id).Concat(topics.Select(t => t.Id)).Prepend(date?.Date.ToString()).OfType<string>());
        var facts = snapshot.Base.Facts
            .Where(f => date is null || IsOf(f.Date, date.Date))
            .Where(f => parties.Count + topics.Count == 0 || f.Topics.Any(topics.Contains) || f.By.Concat(f.About).Any(parties.Contains))
            .ToList();
        if (facts.Count == 0)
        {
            var days = Days(reply, date?.Date).ToList();
            return reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.CommandTexts[days.Count > 0 ? "NothingOnDate" : "NothingFound"], days);
        }

        return reply.Answer(Outcome.Answered, Title(date, parties, topics, reply), ByDay(facts, reply));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale) => parameter == "when"
        ? Dates(typed, snapshot, locale).Concat(Completions.Chapters(typed, snapshot, locale)).Concat(Completions.Days(typed, snapshot, locale))
        : Completions.Topics(typed, snapshot, locale).Concat(Completions.Parties(typed, snapshot, locale, p => p.Kind == PartyKind.Person));

    private static Answer Unreadable(DateError error, AnswerBuilder reply) => reply.Message(
        Outcome.Unknown,
        reply.Texts.NotInBaseTitle,
        UiTexts.Format(reply.CommandTexts[error == DateError.Backwards ? "Backwards" : "Unreadable"], reply.Texts.Date(ExampleDates.Day(reply.Snapshot.Base)), reply.Texts.Date(ExampleDates.Span(reply.Snapshot.Base))),
        Days(reply, near: null));

    // The date that is typed, in any form that the command reads, and the days in it.
    private static IEnumerable<Completion> Dates(string typed, BaseSnapshot snapshot, Locale locale)
    {
        if (DateParser.Find(typed, DateContext.OfCommand(snapshot.Year, locale)) is not { Date: var date, Rest: "" })
        {
            return [];
        }

        var days = Completions.Days("", snapshot, locale).Where(c => FactDate.TryParseDay(c.Value, out var day) && FactDate.Day(day).Overlaps(date));
        return snapshot.Base.Facts.Any(f => IsOf(f.Date, date)) ? days.Prepend(new Completion(date.ToString(), UiTexts.In(locale).Date(date))) : days;
    }

    private static bool IsOf(FactDate fact, FactDate asked) => fact.Overlaps(asked) && IsPreciseEnough(fact, asked);

    // A fact without an exact day belongs to a question about a month or longer, not to every day in it. A fact that still goes on belongs to the time in which it began.
    private static bool IsPreciseEnough(FactDate fact, FactDate asked) => fact.Precision switch
    {
        DatePrecision.Day or DatePrecision.Range => true,
        DatePrecision.From when asked.Precision is DatePrecision.Month or DatePrecision.Year => asked.Overlaps(FactDate.Day(fact.First)),
        _ => asked.Precision is not (DatePrecision.Day or DatePrecision.Range),
    };

    // The chapter or event with an id that no topic or party has.
    private static Answer? Named(string id, AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        return @base.FindTopic(id) is not null || @base.FindParty(id) is not null ? null
            : @base.Chapters.FirstOrDefault(c => c.Id == id) is { } chapter ? TimelineOverview.OfEvents(chapter, ByDay, reply.CommandTexts["More"], reply)
            : @base.FindEvent(id) is { } @event ? TimelineOverview.OfFacts(@event, reply)
            : null;
    }

    private static Answer Overview(AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        if (@base.Chapters.Length > 1)
        {
            return TimelineOverview.OfChapters(reply.Texts.TimelineTitle, @base.Chapters, reply.CommandTexts["MoreOfChapters"], reply);
        }

        return reply.Answer(
            Outcome.Answered,
            reply.Texts.TimelineTitle,
            [.. ByDay([.. @base.Events.Select(e => e.FirstFact)], reply), AnswerBuilder.Paragraphs(null, reply.CommandTexts["More"])],
            Days(reply, near: null));
    }

    // The days with facts that are nearest to a date, or else the first of the base's last year.
    private static IEnumerable<FollowUp> Days(AnswerBuilder reply, FactDate? near)
    {
        var days = Completions.Days("", reply.Snapshot, reply.Locale);
        var shown = near is { } date
            ? days.OrderBy(c => Distance(c.Value, date)).Take(MaxDays).OrderBy(c => c.Value, StringComparer.Ordinal)
            : days.Where(c => string.CompareOrdinal(c.Value, $"{reply.Snapshot.Year.Latest}") > 0).Take(MaxDays);
        return shown.Select(c => reply.FollowUp(c.Label, "timeline", c.Value));
    }

    private static int Distance(string day, FactDate date) => FactDate.TryParseDay(day, out var known) ? Math.Abs(known.DayNumber - date.SortDay.DayNumber) : int.MaxValue;

    // In the order of days, so that an event whose facts are of several days may have its heading more than once. The background, which is from long before, comes last.
    private static IEnumerable<Section> ByDay(IReadOnlyList<Fact> facts, AnswerBuilder reply)
    {
        var sections = new List<Section>();
        var current = new List<Fact>();
        foreach (var fact in facts.Where(f => f.Kind != FactKind.Background).OrderBy(f => f.Date))
        {
            if (current.Count > 0 && current[0].Event != fact.Event)
            {
                sections.Add(OfEvent(current, reply));
                current = [];
            }

            current.Add(fact);
        }

        if (current.Count > 0)
        {
            sections.Add(OfEvent(current, reply));
        }

        var background = facts.Where(f => f.Kind == FactKind.Background).OrderBy(f => f.Date).ToList();
        return background.Count == 0 ? YearSections.Divide(sections, reply) : [.. YearSections.Divide(sections, reply), reply.Facts(reply.TextsOf("timeline")["Background"], background)];
    }

    private static Section OfEvent(List<Fact> facts, AnswerBuilder reply) => reply.Facts(reply.Snapshot.Base.FindEvent(facts[0].Event)!.Title[reply.Locale], facts);

    private static string Title(ParsedDate? date, List<Party> parties, List<Topic> topics, AnswerBuilder reply)
    {
        var about = parties.Select(reply.ShortNameOf).Concat(topics.Select(t => t.Name[reply.Locale]));
        return string.Join(" · ", about.Prepend(date is null ? null : reply.Texts.Date(date.Date)).Prepend(reply.Texts.TimelineTitle).OfType<string>());
    }
}
