namespace Bot.Answers.Model;

/// <summary>Holds the trained classifier of a base between starts, since training takes a fourth of the time in which the search is built.</summary>
public interface IClassifierCache
{
    /// <summary>The bytes that were written last; null when there are none.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be read.</exception>
    byte[]? Read();

    /// <summary>Replaces the bytes.</summary>
    /// <param name="bytes">The classifier, and what tells whether it fits a base.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be written.</exception>
    void Write(byte[] bytes);
}
