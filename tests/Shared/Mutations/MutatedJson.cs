namespace Bot.Testing;

/// <summary>A JSON document that was right before it was changed in a few places. It is still JSON, though deeper or longer than usual.</summary>
/// <param name="Json">The document.</param>
/// <param name="Mutations">What was changed, in order.</param>
internal sealed record MutatedJson(string Json, IReadOnlyList<Mutation> Mutations)
{
    /// <summary>Whether some values are what they were: nothing was changed there, in what holds them, or in what they hold.</summary>
    /// <param name="paths">Paths such as <c>message.photo[0].file_id</c>.</param>
    public bool IsIntact(params IEnumerable<string> paths) => !paths.Any(path => Mutations.Any(m => IsWithin(path, m.Path) || IsWithin(m.Path, path)));

    /// <summary>What was changed, and the beginning of the document, for the message of a failed assertion.</summary>
    public override string ToString() => $"{string.Join(", ", Mutations.Select(m => $"{m.Kind} at {m.Path}"))}: {(Json.Length > 2000 ? Json[..2000] + "…" : Json)}";

    private static bool IsWithin(string path, string whole) =>
        path.StartsWith(whole, StringComparison.Ordinal) && (path.Length == whole.Length || path[whole.Length] is '.' or '[');
}

/// <summary>One change.</summary>
/// <param name="Path">Where: the value that was replaced or removed, or the one that was added.</param>
/// <param name="Kind">What was done.</param>
internal sealed record Mutation(string Path, MutationKind Kind);
