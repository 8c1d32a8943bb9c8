using Bot.Adapters.State;
using Bot.Answers.Model;

namespace Bot.Hosting;

/// <summary>Keeps the trained classifier in the state folder.</summary>
/// <param name="folder">The folder.</param>
internal sealed class SavedClassifier(StateFolder folder) : IClassifierCache
{
    /// <summary>The owner of its file among those of the folder.</summary>
    public const string Owner = "search";

    private const string Name = Owner + "-classifier.bin";

    // A base of ten thousand facts has 41 MB.
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public byte[]? Read() => folder.Read(Name, MaxBytes);

    /// <inheritdoc/>
    public void Write(byte[] bytes) => folder.Replace(Name, file => file.Write(bytes));
}
