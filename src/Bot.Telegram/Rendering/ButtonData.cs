using Bot.Answers;
using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Telegram.Rendering;

/// <summary>What a press on a button does.</summary>
internal enum ButtonKind
{
    /// <summary>Shows another page in place of this one.</summary>
    Turn,

    /// <summary>Asks something else.</summary>
    FollowUp,
}

/// <summary>What a button carries: all that is needed to answer it, so that it works after a restart and on any replica.</summary>
internal static class ButtonData
{
    // Bot API, InlineKeyboardButton: callback_data.
    private const int MaxBytes = 64;

    private const string KindLetters = "tf";

    /// <summary>Writes the data of a button; null when the request is too long for one.</summary>
    public static string? Write(ButtonKind kind, Request request, string version, Answerer answerer) =>
        answerer.Encode(request, version, MaxBytes - 1) is { } code ? KindLetters[(int)kind] + code : null;

    /// <summary>Reads the data of a button; null when it is none of ours, or leads to what the base no longer holds.</summary>
    public static (ButtonKind Kind, DecodedRequest Coded)? Read(string? data, Answerer answerer) =>
        data is { Length: > 1 } && KindLetters.IndexOf(data[0]) is >= 0 and var kind && answerer.Decode(data[1..]) is { } coded
            ? ((ButtonKind)kind, coded)
            : null;
}
