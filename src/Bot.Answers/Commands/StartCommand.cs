using Bot.Answers.Composing;
using Bot.Answers.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/start</c>: what a reader sees first. Platforms send it themselves, so that no list of commands has it.</summary>
internal sealed class StartCommand : ICommand
{
    private const int MaxTopics = 3;

    public string Name => "start";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        return reply.Answer(
            Outcome.Answered,
            texts.About,
            [AnswerBuilder.Paragraphs(null, [.. texts.Description.Split('\n', StringSplitOptions.RemoveEmptyEntries), texts.AskEmpty])],
            [
                reply.FollowUp(texts.TimelineTitle, "timeline"),
                .. reply.Snapshot.Base.Topics.Take(MaxTopics).Select(reply.LinkToTopic),
                reply.FollowUp(texts.CorrectionsTitle, "corrections"),
                reply.FollowUp(texts.Sources, "source"),
                reply.FollowUp(texts.HelpTitle, "help"),
            ]);
    }
}
