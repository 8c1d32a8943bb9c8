namespace Bot.Search.Text;

/// <summary>The limits of a query.</summary>
public static class QueryLimits
{
    /// <summary>The maximum length of a query in UTF-16 units; the rest is ignored.</summary>
    public const int MaxLength = 512;
}
