using System.Collections.Immutable;

namespace Bot.Answers.Model;

/// <summary>A command as platforms list it.</summary>
/// <param name="Name">The name after the slash.</param>
/// <param name="LocalName">Its name in the reader's language, for platforms with localized names: lower case, no spaces.</param>
/// <param name="Help">Its description, in one line, in the reader's language.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record CommandDescription(string Name, string LocalName, string Help, ImmutableArray<ParameterDescription> Parameters)
{
    /// <summary>Its syntax: the name after a slash, and the parameters by their names in the reader's language, in brackets where they may be left out.</summary>
    public string Usage => string.Join(' ', [$"/{Name}", .. Parameters.Select(p => p.IsRequired ? p.LocalName : $"[{p.LocalName}]")]);
}

/// <summary>A parameter as platforms list it.</summary>
/// <param name="Name">Its name: lower-case ASCII.</param>
/// <param name="LocalName">Its name in the reader's language, for platforms with localized names.</param>
/// <param name="Help">Its description, in the reader's language.</param>
/// <param name="IsRequired">Whether the command needs it.</param>
public sealed record ParameterDescription(string Name, string LocalName, string Help, bool IsRequired);

/// <summary>A value that completes a parameter.</summary>
/// <param name="Value">The value in the request.</param>
/// <param name="Label">The text that the reader sees.</param>
public sealed record Completion(string Value, string Label);
