using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>The input in an update, independent of the platform.</summary>
public abstract record Input
{
    private Input()
    {
    }

    /// <summary>A request for an answer: a message, a command, a mention, or the check of a message.</summary>
    /// <param name="Request">The request.</param>
    public sealed record Ask(Request Request) : Input;

    /// <summary>A press of a button, or a choice from a menu.</summary>
    /// <param name="Action">The button's action.</param>
    /// <param name="Decoded">The button's request.</param>
    public sealed record Press(ButtonAction Action, DecodedRequest Decoded) : Input;

    /// <summary>A press of a button that is not one of the bot's, or that refers to an id that the base no longer has.</summary>
    public sealed record InvalidButton : Input;

    /// <summary>A command without a question, on a platform that can prompt for it.</summary>
    public sealed record Prompt : Input;

    /// <summary>The text of a question while it is being typed, which gets suggestions.</summary>
    /// <param name="Typed">The text typed so far; may be empty.</param>
    /// <param name="Max">The maximum number of suggestions.</param>
    public sealed record Suggest(string Typed, int Max) : Input;

    /// <summary>The value of a command's parameter while it is being typed.</summary>
    /// <param name="Command">The command's name.</param>
    /// <param name="Parameter">The parameter's name.</param>
    /// <param name="Typed">The text typed so far; may be empty.</param>
    public sealed record Complete(string Command, string Parameter, string Typed) : Input;

    /// <summary>A check whether the bot responds. It does not count against any limit.</summary>
    public sealed record Ping : Input;

    /// <summary>An update that is not meant for the bot. It is not answered and does not count against any limit.</summary>
    public sealed record Ignored : Input;
}
