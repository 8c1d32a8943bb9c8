namespace Bot.Search.Text;

/// <summary>How much of a query is read.</summary>
public static class QueryLimits
{
    /// <summary>The most UTF-16 units of a query that count; what follows is not read.</summary>
    public const int MaxLength = 512;
}
