namespace Bot.Search.Classification;

/// <summary>A text whose label is known: an example to train with.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">Its label, counted from 0.</param>
public readonly record struct LabeledExample(string Text, int Label);
