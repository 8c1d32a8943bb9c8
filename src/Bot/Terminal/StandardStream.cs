namespace Bot.Terminal;

/// <summary>The three standard streams of a process, by their file descriptors.</summary>
internal enum StandardStream
{
    /// <summary>Standard input.</summary>
    Input = 0,

    /// <summary>Standard output.</summary>
    Output = 1,

    /// <summary>Standard error.</summary>
    Error = 2,
}
