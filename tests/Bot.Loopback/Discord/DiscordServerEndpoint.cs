namespace Bot.Loopback.Discord;

/// <summary>The address that interactions are sent to, as the developer portal sets and checks it.</summary>
public static class DiscordServerEndpoint
{
    /// <summary>
    /// Sets the address that interactions are sent to instead of the gateway, after the checks that Discord makes; null
    /// goes back to the gateway.
    /// </summary>
    /// <exception cref="InvalidOperationException">The endpoint was refused.</exception>
    public static async Task SetInteractionsEndpointAsync(this DiscordServer server, string? url, CancellationToken cancellation)
    {
        if (url is null)
        {
            server.Endpoint.Url = null;
            return;
        }

        var address = new Uri(url);
        if (await server.Endpoint.ValidateAsync(address, cancellation) is { } wrong)
        {
            throw new InvalidOperationException($"The specified interactions endpoint url could not be verified: {wrong}.");
        }

        server.Endpoint.Url = address;
    }

    /// <summary>
    /// Makes the routine check of the endpoint ("Interactions Overview", Validating Security Request Headers). One that
    /// fails is removed.
    /// </summary>
    /// <returns>Whether it passed.</returns>
    public static async Task<bool> CheckInteractionsEndpointAsync(this DiscordServer server, CancellationToken cancellation)
    {
        var address = server.Endpoint.Url ?? throw new InvalidOperationException("No endpoint is set.");
        if (await server.Endpoint.ValidateAsync(address, cancellation) is not { } wrong)
        {
            return true;
        }

        server.AddProblem($"the endpoint was removed: {wrong}");
        server.Endpoint.Url = null;
        return false;
    }
}
