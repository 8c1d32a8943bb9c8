using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/start</c>: what a reader sees first. Platforms send it themselves, so that no list of commands has it.</summary>
internal sealed class Start : ICommand
{
    private const int MostTopics = 3;

    public string Name => "start";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, Reply reply)
    {
        var texts = reply.Texts;
        return reply.Answer(
            Outcome.Answered,
            texts.About,
            [Reply.Paragraphs(null, [.. texts.Description.Split('\n', StringSplitOptions.RemoveEmptyEntries), texts.AskEmpty])],
            [
                reply.FollowUp(texts.TimelineTitle, "timeline"),
                .. reply.Knowledge.Base.Topics.Take(MostTopics).Select(reply.About),
                reply.FollowUp(texts.CorrectionsTitle, "corrections"),
                reply.FollowUp(texts.Sources, "source"),
                reply.FollowUp(texts.HelpTitle, "help"),
            ]);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, Knowledge knowledge, Locale locale) => [];
}
