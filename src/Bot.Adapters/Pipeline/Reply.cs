using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>The bot's reply to an update. The adapter turns it into the platform's requests.</summary>
/// <typeparam name="TContent">The platform's format of a page.</typeparam>
public abstract record Reply<TContent>
{
    private Reply()
    {
    }

    /// <summary>A page of an answer.</summary>
    /// <param name="Rendered">The page.</param>
    /// <param name="Placement">Where it is shown.</param>
    /// <param name="Caption">A text shown with it; null for none.</param>
    public sealed record Page(Rendered<TContent> Rendered, Placement Placement, string? Caption) : Reply<TContent>;

    /// <summary>Pages to choose from.</summary>
    /// <param name="Suggested">The pages, the most likely first.</param>
    public sealed record Pages(ImmutableArray<Suggested<TContent>> Suggested) : Reply<TContent>;

    /// <summary>Values that complete a parameter.</summary>
    /// <param name="Completions">The values, the most likely first; may be empty.</param>
    public sealed record Choices(ImmutableArray<Completion> Completions) : Reply<TContent>;

    /// <summary>A line that is not an answer, such as a refusal or a note about a dead button.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="IsAlert">Whether it is important enough to be shown as an alert.</param>
    public sealed record Notice(string Text, bool IsAlert) : Reply<TContent>;

    /// <summary>A prompt for the question.</summary>
    /// <param name="Text">The prompt.</param>
    public sealed record Prompt(string Text) : Reply<TContent>;

    /// <summary>No reply, or as little as the platform allows.</summary>
    /// <param name="RetryAfterSeconds">The seconds until the user may ask again; 0 when nothing was asked.</param>
    public sealed record Silence(int RetryAfterSeconds) : Reply<TContent>;

    /// <summary>The response to a check whether the bot responds.</summary>
    public sealed record Pong : Reply<TContent>;
}
