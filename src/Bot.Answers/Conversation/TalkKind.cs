namespace Bot.Answers.Conversation;

/// <summary>What a message says that asks about no fact. A message that says several things has the last kind of this order.</summary>
internal enum TalkKind
{
    /// <summary>Ok, no, yes, stop, I see.</summary>
    Acknowledgement,

    /// <summary>Hello.</summary>
    Greeting,

    /// <summary>Well done.</summary>
    Praise,

    /// <summary>Thank you.</summary>
    Thanks,

    /// <summary>Goodbye.</summary>
    Farewell,

    /// <summary>How are you.</summary>
    HowAreYou,

    /// <summary>Help, or how to ask.</summary>
    Help,

    /// <summary>What can you do, what do you know.</summary>
    Abilities,

    /// <summary>Who are you, are you a bot, who made you, what is your name.</summary>
    Identity,

    /// <summary>An insult and nothing else.</summary>
    Abuse,

    /// <summary>An offer, an invitation, bare links, one word over and over, or orders to a language model.</summary>
    Spam,

    /// <summary>Program code, SQL, shell commands, JSON or HTML.</summary>
    Code,
}
