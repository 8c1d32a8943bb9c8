namespace Bot.Search.Vectors;

/// <summary>The table of word vectors that lies beside the program. Without it everything works, but questions are matched by their words alone.</summary>
public static class BundledVectors
{
    private static readonly Lazy<(WordVectors? Table, string? Problem)> s_bundled = new(Open);

    /// <summary>The table; null when it is missing or is another.</summary>
    public static WordVectors? Table => s_bundled.Value.Table;

    /// <summary>Why there is no table; null when there is one.</summary>
    public static string? Problem => s_bundled.Value.Problem;

    private static (WordVectors? Table, string? Problem) Open()
    {
        try
        {
            return (WordVectors.Open(Path.Combine(AppContext.BaseDirectory, WordVectors.FileName)), null);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, ex.Message);
        }
    }
}
