using Bot.Adapters.Monitoring;
using Bot.Facts.Model;

namespace Bot.Monitoring;

/// <summary>Which base is served, for those who monitor the bot.</summary>
internal sealed class ServedBase
{
    /// <summary>What health calls the base.</summary>
    public const string Component = "facts";

    private volatile Served _served;
    private string? _problems;
    private string? _stall;

    /// <summary>Begins with the base that was loaded; the component is unhealthy until its search is built.</summary>
    public ServedBase(ComponentHealth health, FactBase facts) => (Health, _served) = (health, Of(facts));

    /// <summary>The component: healthy once questions are answered.</summary>
    public ComponentHealth Health { get; }

    /// <summary>The version, and the count of the facts.</summary>
    public (string Version, int Facts) Now => (_served.Version, _served.Facts);

    /// <summary>The search of the base is built: questions are answered from now on.</summary>
    public void Begin() => Health.SetHealthy(Text);

    /// <summary>Another base is served.</summary>
    public void Serve(FactBase facts)
    {
        (_served, _problems) = (Of(facts), null);
        Report();
    }

    /// <summary>The files are invalid; the base that was loaded before stays in service.</summary>
    public void SetDegraded(int problems, DateTimeOffset since)
    {
        _problems = $"the files have {problems} problem(s) since {Rfc3339.Write(since)}, which the log tells";
        Report();
    }

    /// <summary>The folder does not answer; the base that was loaded before stays in service.</summary>
    /// <param name="wait">For how long.</param>
    public void SetStalled(TimeSpan wait)
    {
        _stall = $"the folder has not answered for {wait.TotalSeconds} s";
        Report();
    }

    /// <summary>The folder answers again.</summary>
    public void ClearStall()
    {
        _stall = null;
        Report();
    }

    private void Report()
    {
        Health.SetHealthy(Text);
        if ((_stall ?? _problems) is { } reason)
        {
            Health.SetDegraded($"{Text}; {reason}");
        }
    }

    private string Text => $"version {_served.Version}, {_served.Facts} facts";

    private static Served Of(FactBase facts) => new(facts.Version, facts.Facts.Length);

    private sealed record Served(string Version, int Facts);
}
