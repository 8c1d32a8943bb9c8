namespace Bot.Search.Vectors;

/// <summary>A text as a table of word vectors sees it. Read once, it serves every index of the text.</summary>
/// <param name="Script">The script that most of the text is written in.</param>
/// <param name="Pieces">The numbers of its pieces in their order, at most <see cref="WordVectors.MaxPieces"/>.</param>
public readonly record struct TextPieces(Script Script, ReadOnlyMemory<ushort> Pieces);
