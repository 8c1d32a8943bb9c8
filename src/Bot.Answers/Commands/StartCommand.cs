using Bot.Answers.Composing;
using Bot.Answers.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/start</c>: the first answer that a reader sees. Platforms send it by themselves, so no list of commands has it.</summary>
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
            reply.BaseTexts.Name,
            [AnswerBuilder.Paragraphs(null, [.. reply.BaseTexts.Description.Split('\n', StringSplitOptions.RemoveEmptyEntries), reply.BaseTexts.AskPrompt])],
            [
                reply.FollowUp(texts.TimelineTitle, "timeline"),
                .. reply.Snapshot.Base.Topics.Take(MaxTopics).Select(reply.LinkToTopic),
                .. CorrectionsCommand.Link(reply),
                reply.FollowUp(texts.Sources, "source"),
                reply.FollowUp(texts.HelpTitle, "help"),
            ]);
    }
}
