namespace Bot.Discord.Gateway;

/// <summary>A gateway session, which survives its connections (Gateway, Resuming).</summary>
/// <param name="Id">The id.</param>
/// <param name="ResumeUrl">The address for resuming; empty: the gateway's address.</param>
internal sealed record GatewaySession(string Id, string ResumeUrl)
{
    /// <summary>The number of consecutive failed attempts to resume at the address.</summary>
    public int Failures { get; set; }
}
