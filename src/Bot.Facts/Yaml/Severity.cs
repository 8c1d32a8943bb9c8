namespace Bot.Facts.Yaml;

/// <summary>How serious a problem of the base is.</summary>
public enum Severity
{
    /// <summary>The base is not served.</summary>
    Error,

    /// <summary>The base is served; a curator should look at it.</summary>
    Warning,
}
