using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>What an update asks of the bot, in no platform's words.</summary>
public abstract record Input
{
    private Input()
    {
    }

    /// <summary>Asks for an answer: a message, a command, a mention, a check of a message.</summary>
    /// <param name="Request">What is asked.</param>
    public sealed record Ask(Request Request) : Input;

    /// <summary>Presses a button, or chooses from a menu.</summary>
    /// <param name="Action">What the button does.</param>
    /// <param name="Decoded">The request that it carries.</param>
    public sealed record Press(ButtonAction Action, DecodedRequest Decoded) : Input;

    /// <summary>Presses a button that is none of ours, or that leads to what the base no longer holds.</summary>
    public sealed record DeadButton : Input;

    /// <summary>Asks for nothing yet, where the platform can ask back for the question.</summary>
    public sealed record Prompt : Input;

    /// <summary>Types a question that suggestions are shown for.</summary>
    /// <param name="Typed">What has been typed; may be empty.</param>
    /// <param name="Max">The most suggestions that can be shown.</param>
    public sealed record Suggest(string Typed, int Max) : Input;

    /// <summary>Types the value of a command's parameter.</summary>
    /// <param name="Command">The command's name.</param>
    /// <param name="Parameter">The parameter's name.</param>
    /// <param name="Typed">What has been typed; may be empty.</param>
    public sealed record Complete(string Command, string Parameter, string Typed) : Input;

    /// <summary>Asks whether the bot is there. Not counted against anybody.</summary>
    public sealed record Ping : Input;

    /// <summary>Is not meant for the bot: neither counted against anybody nor answered.</summary>
    public sealed record Ignored : Input;
}
