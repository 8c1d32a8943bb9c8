using System.Text;

namespace Bot.Configuration;

/// <summary>Secrets that stand in files, as Docker and systemd pass them on.</summary>
internal static class SecretFile
{
    // No secret of a platform is nearly as long; what is longer is another file.
    private const int MaxBytes = 4096;

    /// <summary>The secret of a key, or of the file that the key with <c>File</c> behind it names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">What is set there.</param>
    /// <param name="file">The file; empty for none.</param>
    /// <param name="problems">Takes what is wrong: the key and the file's path, never what is in it.</param>
    public static string Resolve(string key, string value, string file, List<string> problems)
    {
        if (file.Length == 0)
        {
            return value;
        }

        if (value.Length > 0)
        {
            problems.Add($"{key} and {key}File are both set; leave one out");
            return value;
        }

        try
        {
            var secret = Read(file);
            if (secret is { Length: > 0 })
            {
                return secret;
            }

            problems.Add($"{key}File is '{file}', which {(secret is null ? "is too large for a secret" : "is empty")}; write the secret into it, alone");
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = ex switch
            {
                FileNotFoundException or DirectoryNotFoundException => "which does not exist; create it with the secret in it, or fix the path",
                UnauthorizedAccessException => "which may not be read, or is a folder; let the bot's user read the file",
                _ => "which cannot be read; fix the path or the file",
            };
            problems.Add($"{key}File is '{file}', {why}");
        }

        return "";
    }

    // Null for a file that is too large.
    private static string? Read(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> bytes = stackalloc byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > MaxBytes ? null : Encoding.UTF8.GetString(bytes[..length]).Trim().Trim('\uFEFF').Trim();
    }
}
