using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A subject that people ask about and that the base does not cover. A question about it is refused, even if it shares words with a fact.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Topics">The closest topics that the base does cover; often none.</param>
/// <param name="Questions">Questions about it, as people ask them, in the order of <see cref="Languages.All"/>.</param>
public sealed record OutOfScopeSubject(string Id, ImmutableArray<Topic> Topics, ImmutableArray<ImmutableArray<string>> Questions);
