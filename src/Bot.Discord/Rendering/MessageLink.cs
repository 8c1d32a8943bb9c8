using System.Globalization;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Writes links to messages, which apps show as the channel's name.</summary>
internal static class MessageLink
{
    /// <summary>The maximum length of a link in characters: that of three ids of at most 20 digits.</summary>
    public const int MaxLength = 95;

    private const string OutsideServers = "@me";

    /// <summary>The link to a message in the channel of an interaction; null where the channel is not known.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="message">The message's id in decimal digits.</param>
    public static string? To(Interaction interaction, string message) =>
        IsId(interaction.ChannelId) && IsId(message)
            ? $"https://discord.com/channels/{(IsId(interaction.GuildId) ? interaction.GuildId : OutsideServers)}/{interaction.ChannelId}/{message}"
            : null;

    private static bool IsId(string? id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
