namespace Bot.Search.Index;

/// <summary>A document that can be found.</summary>
/// <param name="Id">The id that the search returns for it.</param>
/// <param name="Fields">Its texts.</param>
public sealed record SearchDocument(string Id, IReadOnlyList<SearchField> Fields);

/// <summary>A text of a document.</summary>
/// <param name="Text">The text, in any language or a mix of languages.</param>
/// <param name="Weight">How much a match in it counts; usually 1.</param>
/// <param name="PenalizesExtraTerms">Whether its terms that the query lacks count against it. Meant for texts that a query may equal, such as an example of a query.</param>
public sealed record SearchField(string Text, float Weight = 1, bool PenalizesExtraTerms = false);
