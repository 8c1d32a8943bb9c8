using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>Turns answers into the form in which a platform shows them. Safe for any number of threads.</summary>
/// <typeparam name="TContent">The platform's form.</typeparam>
public interface IAnswerRenderer<TContent>
{
    /// <summary>Renders the page that the answer's request asks for. Only the renderer can measure, so that it cuts the answer into pages.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="placement">Where it is shown.</param>
    Rendered<TContent> Render(Answer answer, Placement placement);
}
