using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>Renders answers in a platform's format. Safe for any number of threads.</summary>
/// <typeparam name="TContent">The platform's format.</typeparam>
public interface IAnswerRenderer<TContent>
{
    /// <summary>Renders the page that the answer's request asks for. The renderer splits the answer into pages, because only it can measure them.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="placement">Where it is shown.</param>
    Rendered<TContent> Render(Answer answer, Placement placement);
}
