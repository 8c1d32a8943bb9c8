using Bot.Answers.Conversation;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.History;

/// <summary>The words of questions about meetings.</summary>
/// <param name="file">The file of phrases.</param>
internal sealed class MeetingWords(PhraseFile file)
{
    private readonly (MeetingQuestionKind Kind, string[] Phrases)[] _kinds = [.. Enum.GetValues<MeetingQuestionKind>().Select(k => (k, file.FoldedPhrases(k.ToString())))];
    private readonly string[] _whether = file.FoldedPhrases("Whether");
    private readonly string[] _calls = file.FoldedPhrases("Call");
    private readonly string[] _meetings = file.FoldedPhrases("Meet");
    private readonly string[] _talks = file.FoldedPhrases("Speak");
    private readonly string[] _pronouns = file.FoldedPhrases("Pronoun");
    private readonly string[] _general = file.FoldedPhrases("General");

    /// <summary>Takes the phrase that says what is asked out of a question; null when it has none.</summary>
    public MeetingQuestionKind? Take(ref string folded)
    {
        foreach (var (kind, phrases) in _kinds)
        {
            if (TakeAny(phrases, ref folded))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Takes the words out of a question that asks whether or when certain people met; false when it has none.</summary>
    public bool TakeWhether(ref string folded) => TakeAny(_whether, ref folded);

    /// <summary>Whether a question is about people who met or spoke.</summary>
    /// <param name="folded">The question, folded, between separators.</param>
    /// <param name="form">How they met; null for either: those who spoke did so by phone or when they met.</param>
    public bool HasForm(string folded, out MeetingForm? form)
    {
        var (isCall, isMeeting, isTalk) = (HasAny(_calls, folded), HasAny(_meetings, folded), HasAny(_talks, folded));
        form = isCall && !isMeeting ? MeetingForm.Call : isMeeting && !isCall && !isTalk ? MeetingForm.InPerson : null;
        return isCall || isMeeting || isTalk;
    }

    /// <summary>Whether a question names people only by words such as "they".</summary>
    public bool HasPronoun(string folded) => HasAny(_pronouns, folded);

    /// <summary>Whether what is left of a question says nothing more.</summary>
    public bool IsGeneral(string folded)
    {
        foreach (var phrases in (ReadOnlySpan<string[]>)[_calls, _meetings, _talks, _pronouns, _general])
        {
            TakeAny(phrases, ref folded);
        }

        return OverviewQuestion.IsGeneral(folded, "");
    }

    private static bool HasAny(string[] phrases, string folded) => Array.Exists(phrases, p => folded.Contains(p, StringComparison.Ordinal));

    private static bool TakeAny(string[] phrases, ref string folded)
    {
        var before = folded;
        foreach (var phrase in phrases)
        {
            folded = folded.Replace(phrase, " ", StringComparison.Ordinal);
        }

        return folded != before;
    }
}
