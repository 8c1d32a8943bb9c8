using System.Text;

namespace Bot.Configuration;

/// <summary>Reads secrets from files, as Docker and systemd provide them.</summary>
/// <param name="credentials">The folder of systemd's credentials; null: none.</param>
/// <param name="problems">Receives the problems: the key and the file's path, never the content.</param>
/// <param name="warnings">Receives a warning for each file that others can read.</param>
internal sealed class SecretFile(string? credentials, List<string> problems, List<string> warnings)
{
    /// <summary>The variable that names the folder of systemd's credentials (systemd.exec, Credentials).</summary>
    public const string CredentialsVariable = "CREDENTIALS_DIRECTORY";

    // Container engines mount secrets here, readable for every user of the container. The bot is the only one.
    private readonly string[] _protected = credentials is { Length: > 0 } folder ? ["/run/secrets", "/var/run/secrets", Path.GetFullPath(folder)] : ["/run/secrets", "/var/run/secrets"];

    // No platform has secrets of nearly this length; a longer file is not a secret.
    private const int MaxBytes = 4096;

    /// <summary>Returns the secret of a key, or the content of the file that the key with the suffix <c>File</c> names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value of the key.</param>
    /// <param name="file">The path of the file; empty: none.</param>
    public string Resolve(string key, string value, string file)
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
            using var stream = File.OpenRead(file);
            if (!IsTrusted(key, file, stream))
            {
                return "";
            }

            var secret = Read(stream);
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
                UnauthorizedAccessException => "which the bot's user may not read, or is a folder; give the bot's user read access",
                _ => "which cannot be read; fix the path or the file",
            };
            problems.Add($"{key}File is '{file}', {why}");
        }

        return "";
    }

    // Null for a file that is too large.
    private static string? Read(FileStream stream)
    {
        Span<byte> bytes = stackalloc byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > MaxBytes ? null : Encoding.UTF8.GetString(bytes[..length]).Trim().Trim('\uFEFF').Trim();
    }

    // The mode of the opened file, after all links.
    private bool IsTrusted(string key, string file, FileStream stream)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var mode = File.GetUnixFileMode(stream.SafeFileHandle);
        if (mode.HasFlag(UnixFileMode.OtherWrite))
        {
            problems.Add($"{key}File is '{file}', which every user of this machine can change (mode {Octal(mode)}); chmod 600 the file and write the secret into it again, a new one if others may have used the file");
            return false;
        }

        if (mode.HasFlag(UnixFileMode.OtherRead) && !Array.Exists(_protected, folder => IsIn(file, folder)))
        {
            warnings.Add($"{key}File is '{file}', which every user of this machine can read (mode {Octal(mode)}); chmod 600 the file");
        }

        return true;
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8);

    private static bool IsIn(string file, string folder) => Path.GetFullPath(file).StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
