using Bot.Adapters.Monitoring;

namespace Bot.Discord.Gateway;

/// <summary>Combines the states of the shards: healthy while every shard has a session, and otherwise with the name of one that has none. Safe for any number of threads.</summary>
/// <param name="count">The number of shards.</param>
/// <param name="telemetry">The telemetry that receives the health.</param>
public sealed class ShardHealth(int count, AdapterTelemetry telemetry)
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _up = [];
    private readonly HashSet<int> _lost = [];
    private readonly SortedDictionary<int, string> _awaited = [];
    private string? _refusal;
    private string? _trouble;

    /// <summary>Called when a shard's session has started or resumed.</summary>
    public void Up(int shard)
    {
        lock (_lock)
        {
            _up.Add(shard);
            _awaited.Remove(shard);
            if (_lost.Remove(shard))
            {
                telemetry.Reconnected();
            }

            Tell();
        }
    }

    /// <summary>Called when a shard without a session waits.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="what">The thing that it waits for, in a few words without a secret.</param>
    public void Wait(int shard, string what)
    {
        lock (_lock)
        {
            _awaited[shard] = what;
            Tell();
        }
    }

    /// <summary>Sets or clears a problem beside the shards: the bot answers, but not as intended.</summary>
    /// <param name="reason">The problem, in a sentence without a secret; null: none.</param>
    public void Degrade(string? reason)
    {
        lock (_lock)
        {
            _trouble = reason;
            Tell();
        }
    }

    /// <summary>Called when a shard's connection has ended or could not be opened.</summary>
    public void Down(int shard)
    {
        lock (_lock)
        {
            _up.Remove(shard);
            _lost.Add(shard);
            Tell();
        }
    }

    /// <summary>Called when Discord has closed a shard permanently.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="code">The close code.</param>
    public void Refused(int shard, int code)
    {
        lock (_lock)
        {
            _refusal = $"Discord closed shard {shard} permanently ({code}).";
            Tell();
        }
    }

    private void Tell()
    {
        if (_up.Count == count)
        {
            telemetry.Health.SetHealthy($"by the gateway, shards: {count}");
            if (_trouble is not null)
            {
                telemetry.Health.SetDegraded(_trouble);
            }
        }
        else
        {
            telemetry.Health.SetUnhealthy(_refusal ?? Unready());
        }
    }

    private string Unready()
    {
        var ready = $"{_up.Count} of {count} shard(s) ready.";
        foreach (var (shard, what) in _awaited)
        {
            return $"{ready} Shard {shard} waits for {what}.";
        }

        return ready;
    }
}
