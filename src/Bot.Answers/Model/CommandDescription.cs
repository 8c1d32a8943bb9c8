using System.Collections.Immutable;

namespace Bot.Answers.Model;

/// <summary>A command as platforms list it.</summary>
/// <param name="Name">What is typed after the slash.</param>
/// <param name="LocalName">What it is called in the reader's language, for platforms that take such names: lower case, no spaces.</param>
/// <param name="Help">What it does, in one line, in the reader's language.</param>
/// <param name="Usage">How it is written, with its parameters, in the reader's language.</param>
/// <param name="Example">A request as the reader types it: a question, or a slash and words.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record CommandDescription(string Name, string LocalName, string Help, string Usage, string Example, ImmutableArray<ParameterDescription> Parameters);

/// <summary>A parameter as platforms list it.</summary>
/// <param name="Name">Its name: lower-case ASCII.</param>
/// <param name="LocalName">What it is called in the reader's language, for platforms that take such names.</param>
/// <param name="Help">What it is, in the reader's language.</param>
/// <param name="IsRequired">Whether the command asks for it when it is missing.</param>
public sealed record ParameterDescription(string Name, string LocalName, string Help, bool IsRequired);

/// <summary>A value that a parameter may take.</summary>
/// <param name="Value">What is put into the request.</param>
/// <param name="Label">What the reader sees.</param>
public sealed record Completion(string Value, string Label);
