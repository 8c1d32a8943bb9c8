using Bot.Adapters.Monitoring;

namespace Bot.Discord.Http;

/// <summary>Tells that Discord by HTTP is healthy from when requests are taken, and what is wrong beside. Safe for any number of threads.</summary>
/// <param name="health">Takes it.</param>
internal sealed class EndpointHealth(ComponentHealth health)
{
    private readonly Lock _lock = new();
    private bool _isOpen;
    private string? _trouble;

    /// <summary>Requests are not taken yet.</summary>
    /// <param name="what">What is waited for, in a sentence.</param>
    public void Wait(string what) => health.SetUnhealthy(what);

    /// <summary>Requests are taken and answered.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            Tell();
        }
    }

    /// <summary>Something beside is wrong, or no longer is.</summary>
    /// <param name="reason">What is wrong, in a sentence; null for nothing.</param>
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
