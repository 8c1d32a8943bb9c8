namespace Bot.Discord.Gateway;

/// <summary>A session with the gateway, which outlives its connections (Gateway, Resuming).</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResumeUrl">Where it can be resumed; empty: where the gateway is.</param>
internal sealed record GatewaySession(string Id, string ResumeUrl)
{
    /// <summary>How often the address was tried in vain in a row.</summary>
    public int Failures { get; set; }
}
