using Bot.Adapters.Pipeline;
using Bot.Answers.Model;

namespace Bot.Adapters.Tests.Pipeline;

/// <summary>Shows an answer's title, and remembers what it was asked for.</summary>
internal sealed class TitleRenderer : IAnswerRenderer<string>
{
    public List<string> Titles { get; } = [];

    public List<Placement> Placements { get; } = [];

    public Exception? Error { get; set; }

    public Rendered<string> Render(Answer answer, Placement placement)
    {
        if (Error is { } error)
        {
            throw error;
        }

        Titles.Add(answer.Title);
        Placements.Add(placement);
        return new Rendered<string>(answer.Title, answer);
    }
}
