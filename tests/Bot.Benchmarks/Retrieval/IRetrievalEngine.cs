namespace Bot.Benchmarks.Retrieval;

/// <summary>Something that finds documents, measured beside others on the same collection.</summary>
internal interface IRetrievalEngine : IDisposable
{
    /// <summary>Its name in the table.</summary>
    string Name { get; }

    /// <summary>
    /// How many bytes its index takes by its own count; null where it is objects of this process,
    /// which are counted by how much more of the managed heap is in use with it.
    /// </summary>
    long? Bytes { get; }

    /// <summary>Indexes documents, in place of those indexed before.</summary>
    void Build(IReadOnlyList<CollectionDocument> documents);

    /// <summary>Finds documents.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="language">The tag of its language: an engine that analyses each language in its own way may use it.</param>
    /// <param name="found">Takes the positions of the best documents, best first.</param>
    /// <returns>How many were found: at most its length.</returns>
    int Search(string question, string language, Span<int> found);
}
