using Bot.Answers;
using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>What a button carries: all that is needed to answer it, so that it works after a restart and on any replica.</summary>
/// <param name="answerer">Encodes the requests.</param>
public sealed class ButtonCode(Answerer answerer)
{
    // One for each action, in the order of ButtonAction. Buttons that were sent stay readable, so that a letter keeps its meaning.
    private const string ActionLetters = "tfa";

    /// <summary>Writes what a button carries.</summary>
    /// <param name="action">What it does.</param>
    /// <param name="request">The request that it leads to.</param>
    /// <param name="version">The version of the base that it is made from.</param>
    /// <param name="maxBytes">How many bytes of UTF-8 the platform lets it carry.</param>
    /// <returns>Null when the request takes more.</returns>
    public string? Write(ButtonAction action, Request request, string version, int maxBytes) =>
        answerer.Encode(request, version, maxBytes - 1) is { } code ? ActionLetters[(int)action] + code : null;

    /// <summary>Reads what a pressed button carries; null when it is none of ours, or leads to what the base no longer holds.</summary>
    public (ButtonAction Action, DecodedRequest Decoded)? Read(string? code) =>
        code is { Length: > 1 } && ActionLetters.IndexOf(code[0]) is >= 0 and var action && answerer.Decode(code[1..]) is { } decoded
            ? ((ButtonAction)action, decoded)
            : null;
}
