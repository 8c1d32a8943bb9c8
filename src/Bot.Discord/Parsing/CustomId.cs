using Bot.Answers;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Discord.Wire;

namespace Bot.Discord.Parsing;

/// <summary>What a press on a button, or a choice from a menu, does.</summary>
internal enum PressKind
{
    /// <summary>Shows another page in place of this one.</summary>
    Turn,

    /// <summary>Asks something else.</summary>
    FollowUp,

    /// <summary>Shows a private answer to all.</summary>
    ShowToAll,
}

/// <summary>What a component carries: all that is needed to answer it, so that it works after a restart and on any replica.</summary>
internal static class CustomId
{
    /// <summary>The custom id of a menu, whose options carry the rest.</summary>
    public const string Menu = "menu";

    private const string KindLetters = "tfa";

    /// <summary>Writes a custom id, or the value of an option; null when the request is too long for one.</summary>
    public static string? Write(PressKind kind, Request request, string version, Answerer answerer) =>
        answerer.Encode(request, version, Component.MaxCustomIdLength - 1) is { } code ? KindLetters[(int)kind] + code : null;

    /// <summary>Reads what was pressed or chosen; null when it is none of ours, or leads to what the base no longer holds.</summary>
    public static (PressKind Kind, DecodedRequest Coded)? Read(InteractionData data, Answerer answerer)
    {
        var text = data is { CustomId: Menu, Values: [var chosen, ..] } ? chosen : data.CustomId;
        return text is { Length: > 1 } && KindLetters.IndexOf(text[0]) is >= 0 and var kind && answerer.Decode(text[1..]) is { } coded
            ? ((PressKind)kind, coded)
            : null;
    }
}
