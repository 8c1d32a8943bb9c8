namespace Bot.Search.Classification;

/// <summary>A text of which it is known what it is: an example to learn from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">What it is, counted from 0.</param>
public readonly record struct LabeledExample(string Text, int Label);
