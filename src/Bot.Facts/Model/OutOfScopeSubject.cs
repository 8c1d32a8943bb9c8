using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A matter that people ask about and the base says nothing on, so that it is refused however near its words come to a fact's.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Topics">What the base does have that comes nearest; often nothing.</param>
/// <param name="Questions">Questions on it, as people ask them, in the order of <see cref="Languages.All"/>.</param>
public sealed record OutOfScopeSubject(string Id, ImmutableArray<Topic> Topics, ImmutableArray<ImmutableArray<string>> Questions);
