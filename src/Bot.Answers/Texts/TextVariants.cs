using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The variants of a command's texts: for bases without what the usual wording speaks of.</summary>
internal static class TextVariants
{
    /// <summary>Whether a variant is the right one for a base.</summary>
    /// <param name="name">The name in the command's file.</param>
    /// <param name="base">The base.</param>
    /// <exception cref="InvalidOperationException">There is no such variant.</exception>
    public static bool Applies(string name, FactBase @base) => name switch
    {
        "WithoutArticle" => @base.Article is null,
        "WithoutSides" => @base.Parties.All(p => p.Side is null),
        "WithoutReferences" => !@base.HasReferences,
        "WithoutStatements" => !@base.Facts.Any(f => f.Statements.Length > 0),
        _ => throw new InvalidOperationException($"There is no condition for the variant '{name}'."),
    };
}
