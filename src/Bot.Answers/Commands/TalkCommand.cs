using Bot.Answers.Composing;
using Bot.Answers.Conversation;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>The reply to a message that is no question about facts, by its kind: the form to which such an answer is shortened.</summary>
internal sealed class TalkCommand : ICommand
{
    private const int MaxQuestions = 3;
    private const string OtherLanguage = "other-language";

    public string Name => Request.Talk;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply) =>
        words == OtherLanguage ? Languages(reply) : For(Array.Find(Enum.GetValues<TalkKind>(), k => k.ToWord() == words), reply);

    /// <summary>The reply to small talk, with questions that the base answers.</summary>
    public static Answer For(TalkKind kind, AnswerBuilder reply)
    {
        (reply.Command, reply.Words) = (Request.Talk, kind.ToWord());
        return reply.Message(Outcome.Talk, reply.BaseTexts.Name, reply.Texts.Talk(kind), kind is TalkKind.Abuse or TalkKind.Spam or TalkKind.Code ? [] : Questions(reply)) with
        {
            IsOnlyPrivate = kind is TalkKind.Abuse or TalkKind.Spam or TalkKind.Code,
        };
    }

    /// <summary>The reply to a message in a language that the bot does not answer in.</summary>
    public static Answer Languages(AnswerBuilder reply)
    {
        (reply.Command, reply.Words) = (Request.Talk, OtherLanguage);
        var languages = reply.Snapshot.Base.Languages;
        var text = languages.Length == 1 ? reply.Texts.TalkLanguage : reply.Texts.TalkLanguages;
        return reply.Message(Outcome.Talk, reply.BaseTexts.Name, UiTexts.Format(text, string.Join(reply.Texts.ListSeparator, languages.Select(l => l.NativeName()))), Questions(reply));
    }

    // Facts of the main event come first, each of another kind of question; asked by id, the base surely answers them.
    private static IEnumerable<FollowUp> Questions(AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        var main = @base.MainEvent?.Facts.Where(f => f.Status == VerificationStatus.Confirmed) ?? [];
        return main.Concat(@base.Facts).DistinctBy(f => f.Id).Take(MaxQuestions).Select(reply.LinkToAnswer);
    }
}
