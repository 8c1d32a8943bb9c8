namespace Bot.Terminal;

/// <summary>The three streams that a process is given, by the numbers of their descriptors.</summary>
internal enum StandardStream
{
    /// <summary>Standard input.</summary>
    Input = 0,

    /// <summary>Standard output.</summary>
    Output = 1,

    /// <summary>Standard error.</summary>
    Error = 2,
}
