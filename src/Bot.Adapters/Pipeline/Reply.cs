using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>What the bot replies to an update. The platform turns it into its own requests.</summary>
/// <typeparam name="TContent">The form in which the platform shows a page.</typeparam>
public abstract record Reply<TContent>
{
    private Reply()
    {
    }

    /// <summary>A page of an answer.</summary>
    /// <param name="Rendered">The page.</param>
    /// <param name="Placement">Where it is shown.</param>
    /// <param name="Caption">What is said besides it; null for nothing.</param>
    public sealed record Page(Rendered<TContent> Rendered, Placement Placement, string? Caption) : Reply<TContent>;

    /// <summary>Pages to choose from.</summary>
    /// <param name="Rendered">The pages, the likeliest first.</param>
    public sealed record Pages(ImmutableArray<Rendered<TContent>> Rendered) : Reply<TContent>;

    /// <summary>Values that a parameter may take.</summary>
    /// <param name="Completions">The values, the likeliest first; may be empty.</param>
    public sealed record Choices(ImmutableArray<Completion> Completions) : Reply<TContent>;

    /// <summary>A line that is no answer: a refusal, or a button that leads nowhere.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="IsAlert">Whether it must not be missed.</param>
    public sealed record Notice(string Text, bool IsAlert) : Reply<TContent>;

    /// <summary>Asks back for the question.</summary>
    /// <param name="Text">What it says.</param>
    public sealed record Prompt(string Text) : Reply<TContent>;

    /// <summary>Shows nothing, or as little as the platform allows.</summary>
    /// <param name="RetryAfterSeconds">When the asker may ask again, in seconds; 0 when nothing was asked.</param>
    public sealed record Silence(int RetryAfterSeconds) : Reply<TContent>;

    /// <summary>Says that the bot is there.</summary>
    public sealed record Pong : Reply<TContent>;
}
