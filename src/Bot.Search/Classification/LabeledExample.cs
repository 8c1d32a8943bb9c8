namespace Bot.Search.Classification;

/// <summary>A training example: a text and its label.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The label, from 0.</param>
public readonly record struct LabeledExample(string Text, int Label);
