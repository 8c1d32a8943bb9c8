namespace Bot.Tests;

/// <summary>Tests that change the environment and the working directory of this process. They run one after another, when all others have ended.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
