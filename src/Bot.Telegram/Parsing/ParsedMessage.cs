using Bot.Answers.Model;

namespace Bot.Telegram.Parsing;

/// <summary>A message that is meant for the bot.</summary>
/// <param name="Request">The request in it.</param>
internal sealed record ParsedMessage(Request Request)
{
    /// <summary>Whether it is a command whose question is still to come, so that the bot asks for it.</summary>
    public bool LacksQuestion { get; init; }

    /// <summary>Whether it may be meant for others, so that the bot stays silent unless the base answers it.</summary>
    public bool IsSilentUnlessAnswered { get; init; }
}
