using Bot.Adapters.Monitoring;

namespace Bot.Discord.Http;

/// <summary>The health of HTTP interactions: healthy once requests are accepted, and degraded while another problem lasts. Safe for any number of threads.</summary>
/// <param name="health">The component that receives the health.</param>
internal sealed class EndpointHealth(ComponentHealth health)
{
    private readonly Lock _lock = new();
    private bool _isOpen;
    private string? _trouble;

    /// <summary>Called while requests are not accepted yet.</summary>
    /// <param name="what">The reason, in a sentence.</param>
    public void Wait(string what) => health.SetUnhealthy(what);

    /// <summary>Called when requests are accepted and answered.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            Tell();
        }
    }

    /// <summary>Sets or clears another problem.</summary>
    /// <param name="reason">The problem, in a sentence; null: none.</param>
    public void Degrade(string? reason)
    {
        lock (_lock)
        {
            _trouble = reason;
            Tell();
        }
    }

    private void Tell()
    {
        if (!_isOpen)
        {
            return;
        }

        health.SetHealthy("by HTTP");
        if (_trouble is not null)
        {
            health.SetDegraded(_trouble);
        }
    }
}
