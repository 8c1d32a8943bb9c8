namespace Bot.Facts.Yaml;

/// <summary>Something wrong in the base.</summary>
/// <param name="Place">Where.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record Problem(Place Place, string What, string Mend)
{
    /// <summary><c>file:line:column: what is wrong, and how to mend it</c>.</summary>
    public override string ToString() => $"{Place.File}:{Place.Line}:{Place.Column}: {What}; {Mend}";
}
