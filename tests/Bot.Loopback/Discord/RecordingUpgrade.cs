using Microsoft.AspNetCore.Http.Features;

namespace Bot.Loopback.Discord;

/// <summary>Lets the server hold the stream below a WebSocket, to break it in mid-frame.</summary>
internal sealed class RecordingUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    /// <summary>The stream, once the request was upgraded.</summary>
    public Stream? Stream { get; private set; }

    /// <inheritdoc/>
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    /// <inheritdoc/>
    public async Task<Stream> UpgradeAsync() => Stream = await inner.UpgradeAsync();
}
