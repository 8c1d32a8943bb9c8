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

/// <summary>A document that was found.</summary>
/// <param name="Document">Its position among the documents that were indexed.</param>
/// <param name="Score">How well it matches: higher is better; comparable within one search only.</param>
/// <param name="Coverage">The share of the query that it holds, from 0 to 1; comparable between searches.</param>
public readonly record struct SearchHit(int Document, float Score, float Coverage);
