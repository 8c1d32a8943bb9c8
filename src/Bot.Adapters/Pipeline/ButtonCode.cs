using Bot.Answers;
using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>Encodes the data of buttons: everything needed to answer a press, so that it works after a restart and on any replica.</summary>
/// <param name="answerer">Encodes the requests.</param>
public sealed class ButtonCode(Answerer answerer)
{
    // One letter for each action, in the order of ButtonAction. The letters must not change, because buttons in old messages still carry them.
    private const string ActionLetters = "tfa";

    /// <summary>Encodes a button.</summary>
    /// <param name="action">Its action.</param>
    /// <param name="request">Its request.</param>
    /// <param name="version">The version of the base that it comes from.</param>
    /// <param name="maxBytes">The platform's maximum length, in bytes of UTF-8.</param>
    /// <returns>The code; null when it would be longer.</returns>
    public string? Write(ButtonAction action, Request request, string version, int maxBytes) =>
        answerer.Encode(request, version, maxBytes - 1) is { } code ? ActionLetters[(int)action] + code : null;

    /// <summary>Decodes a pressed button; null when it is not one of the bot's, or refers to an id that the base no longer has.</summary>
    public (ButtonAction Action, DecodedRequest Decoded)? Read(string? code) =>
        code is { Length: > 1 } && ActionLetters.IndexOf(code[0]) is >= 0 and var action && answerer.Decode(code[1..]) is { } decoded
            ? ((ButtonAction)action, decoded)
            : null;
}
