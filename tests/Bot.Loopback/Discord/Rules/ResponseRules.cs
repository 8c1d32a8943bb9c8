using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>How an interaction may be answered (Receiving and Responding, Responding to an Interaction).</summary>
public static class ResponseRules
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Autocomplete = 8;
    private const int Modal = 9;

    /// <summary>Checks an answer.</summary>
    /// <param name="response">The body of a <c>POST …/callback</c>, or of the answer to the interaction's own request.</param>
    /// <param name="kind">What is answered.</param>
    public static FormErrors Check(JsonNode? response, InteractionKind kind)
    {
        var errors = new FormErrors();
        var body = Field.Root(errors, response);
        if (!body.IsObject() || !body["type"].Require() || body["type"].Choice(Types(kind)) is not { } type)
        {
            return errors;
        }

        var data = body["data"];
        switch (type)
        {
            case Message or Update or DeferredUpdate:
                MessageRules.Check(data, MessageRules.Any);
                break;
            case DeferredMessage:
                // "The only valid message flag you may use is EPHEMERAL." The rest of a message is read as any other, though nothing shows it.
                MessageRules.Check(data, MessageRules.Ephemeral);
                break;
            case Autocomplete:
                AutocompleteRules.Check(data);
                break;
            case Modal:
                ModalRules.Check(data);
                break;
        }

        if (!errors.IsEmpty)
        {
            return errors;
        }

        if (type is Message or Update && ComponentBytes.IsTooLarge(data["components"].Value))
        {
            return FormErrors.TextTooLarge;
        }

        var isEmpty = (type == Message && MessageRules.IsEmpty(data)) || (type == Update && MessageRules.IsEmptied(data));
        return isEmpty ? FormErrors.EmptyMessage : FormErrors.None;
    }

    // PREMIUM_REQUIRED is deprecated and needs a monetised app, LAUNCH_ACTIVITY an app with an Activity: the bot is neither.
    // What updates a message is "only valid for component-based interactions". A modal that a component opened may be one, but the kind does not tell.
    private static ReadOnlySpan<long> Types(InteractionKind kind) => kind switch
    {
        InteractionKind.Ping => [1],
        InteractionKind.Command => [Message, DeferredMessage, Modal],
        InteractionKind.Component => [Message, DeferredMessage, DeferredUpdate, Update, Modal],
        InteractionKind.Autocomplete => [Autocomplete],
        InteractionKind.Modal => [Message, DeferredMessage],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such interaction."),
    };
}
