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
    /// <summary>How often they met.</summary>
    Count,

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

    /// <summary>Reads a question; null when it asks about something else, or names neither people nor a place or day.</summary>
    /// <param name="question">The question.</param>
    /// <param name="asked">The values that it states.</param>
    /// <param name="followsUp">The facts that were shown before it, whose people are meant where it names none.</param>
    /// <param name="snapshot">The base.</param>
    public static MeetingQuestion? Read(string question, StatedValues asked, List<Fact> followsUp, BaseSnapshot snapshot)
    {
        var words = s_words.Value;
        if (words.FormIn(Folding.Separator + Folding.Fold(question) + Folding.Separator) is not { } form)
        {
            return null;
        }

        var date = DateParser.Find(question, snapshot.Year);
        var rest = Folding.Separator + snapshot.Parties.Replace(Folding.Fold(date?.Rest ?? question), _ => "") + Folding.Separator;
        if (words.Take(ref rest) is not { } kind || !words.IsGeneral(rest))
        {
            return null;
        }

        var parties = asked.Parties;
        if (parties.Count == 0 && date is null && followsUp is [var last, ..] && snapshot.Base.FindEvent(last.Event)!.Meeting is { } shown)
        {
            parties = [.. shown.Between];
        }

        return parties.Count == 0 && date is null ? null : new MeetingQuestion(kind, new MeetingFilter(form, parties, date?.Date));
    }
}
