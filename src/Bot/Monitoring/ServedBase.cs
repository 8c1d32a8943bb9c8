using Bot.Adapters.Monitoring;
using Bot.Facts.Model;

namespace Bot.Monitoring;

/// <summary>The base that is served, for health and metrics.</summary>
internal sealed class ServedBase
{
    /// <summary>The component's name.</summary>
    public const string Component = "facts";

    private readonly string? _vectorProblem;
    private volatile Served _served;
    private string? _problems;
    private string? _stall;

    /// <summary>Starts with the loaded base. The component is unhealthy until its search is built.</summary>
    /// <param name="health">The component.</param>
    /// <param name="facts">The base.</param>
    /// <param name="vectorProblem">Why questions are matched by their words alone; null when they are not.</param>
    public ServedBase(ComponentHealth health, FactBase facts, string? vectorProblem) => (Health, _served, _vectorProblem) = (health, Of(facts), vectorProblem);

    /// <summary>The component, which is healthy once questions are answered.</summary>
    public ComponentHealth Health { get; }

    /// <summary>The version and the number of facts.</summary>
    public (string Version, int Facts) Now => (_served.Version, _served.Facts);

    /// <summary>Whether a base means the same as the one that is served, with the same releases.</summary>
    public bool IsServing(FactBase facts) => _served == Of(facts);

    /// <summary>The search is built, so questions are answered from now on.</summary>
    public void Begin() => Report();

    /// <summary>Records that a base is served: another one, or the same again after invalid files.</summary>
    public void Serve(FactBase facts)
    {
        (_served, _problems) = (Of(facts), null);
        Report();
    }

    /// <summary>Records that the files are invalid. The previous base stays in service.</summary>
    public void SetDegraded(int problems, DateTimeOffset since)
    {
        _problems = $"the files have {problems} problem(s) since {Rfc3339.Write(since)}; see the log";
        Report();
    }

    /// <summary>Records that the folder does not answer. The previous base stays in service.</summary>
    /// <param name="wait">How long it has not answered.</param>
    public void SetStalled(TimeSpan wait)
    {
        _stall = $"the folder has not answered for {wait.TotalSeconds} s";
        Report();
    }

    /// <summary>Records that the folder answers again.</summary>
    public void ClearStall()
    {
        _stall = null;
        Report();
    }

    private void Report()
    {
        Health.SetHealthy(Text);
        if ((_stall ?? _problems ?? WordsAlone) is { } reason)
        {
            Health.SetDegraded($"{Text}; {reason}");
        }
    }

    private string? WordsAlone => _vectorProblem is { } problem ? $"questions are matched by their words alone: {problem}" : null;

    private string Text => $"version {_served.Version}, {_served.Facts} facts";

    private static Served Of(FactBase facts) => new(facts.Version, facts.ReleasesVersion, facts.Facts.Length);

    private sealed record Served(string Version, string ReleasesVersion, int Facts);
}
