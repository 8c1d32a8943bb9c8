using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>How a message may be changed (Component Reference, Components V2; Message, Edit Message): what a change does not name stays.</summary>
internal static class UpdateRules
{
    /// <summary>Checks a change.</summary>
    /// <param name="before">What the bot had sent for the message.</param>
    /// <param name="change">What it sends now.</param>
    public static FormErrors Check(JsonObject before, JsonObject change)
    {
        var errors = new FormErrors();
        var flags = change.Integer("flags");
        if (IsV2(before) && flags is not null && !IsV2(change))
        {
            errors.Add("data.flags", Codes.Flags, "MessageFlags.IS_COMPONENTS_V2 cannot be removed");
        }

        var after = MessageWriter.Merged(before, change);
        if (IsV2(after))
        {
            MessageRules.CheckLegacyFields(Field.Root(errors, new JsonObject { ["data"] = after })["data"]);
        }

        return errors;
    }

    private static bool IsV2(JsonObject message) => ((message.Integer("flags") ?? 0) & MessageRules.ComponentsV2) != 0;
}
