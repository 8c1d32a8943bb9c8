using Bot.Adapters.Monitoring;

namespace Bot.Discord.Gateway;

/// <summary>Tells that Discord is well while every shard has a session, and which has none otherwise. Safe for any number of threads.</summary>
/// <param name="count">How many shards there are.</param>
/// <param name="telemetry">Takes it.</param>
public sealed class ShardHealth(int count, AdapterTelemetry telemetry)
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _up = [];
    private readonly HashSet<int> _lost = [];
    private readonly SortedDictionary<int, string> _awaited = [];
    private string? _refusal;
    private string? _trouble;

    /// <summary>A shard's session has begun or goes on.</summary>
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

    /// <summary>A shard without a session waits for something.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="what">What it waits for: a few words that name no secret.</param>
    public void Wait(int shard, string what)
    {
        lock (_lock)
        {
            _awaited[shard] = what;
            Tell();
        }
    }

    /// <summary>Something beside the shards is wrong, or no longer is: the bot answers, but not as it should.</summary>
    /// <param name="reason">What is wrong, in a sentence that names no secret; null for nothing.</param>
    public void Degrade(string? reason)
    {
        lock (_lock)
        {
            _trouble = reason;
            Tell();
        }
    }

    /// <summary>A shard's connection has ended, or did not come about.</summary>
    public void Down(int shard)
    {
        lock (_lock)
        {
            _up.Remove(shard);
            _lost.Add(shard);
            Tell();
        }
    }

    /// <summary>Discord has closed a shard for good.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="code">The close code.</param>
    public void Refused(int shard, int code)
    {
        lock (_lock)
        {
            _refusal = $"Discord closed shard {shard} for good ({code}).";
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
