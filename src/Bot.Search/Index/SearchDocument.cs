namespace Bot.Search.Index;

/// <summary>Something that can be found.</summary>
/// <param name="Id">What the search gives back for it.</param>
/// <param name="Fields">Its texts.</param>
public sealed record SearchDocument(string Id, IReadOnlyList<SearchField> Fields);

/// <summary>A text of a document.</summary>
/// <param name="Text">The text, in any language or several.</param>
/// <param name="Weight">How much a match in it counts; 1 is usual.</param>
/// <param name="PenalizesExtraTerms">Whether it is something that a query may be the same as, such as an example of one: then what it holds beside the query counts against it.</param>
public sealed record SearchField(string Text, float Weight = 1, bool PenalizesExtraTerms = false);
