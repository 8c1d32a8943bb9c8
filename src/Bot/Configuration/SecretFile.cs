using System.Text;

namespace Bot.Configuration;

/// <summary>Secrets that stand in files, as Docker and systemd pass them on.</summary>
/// <param name="credentials">The folder of the credentials that systemd passes on; null for none.</param>
/// <param name="problems">Takes what is wrong: the key and the file's path, never what is in it.</param>
/// <param name="warnings">Takes which files others may read.</param>
internal sealed class SecretFile(string? credentials, List<string> problems, List<string> warnings)
{
    /// <summary>The variable with the folder of the credentials (systemd.exec, Credentials).</summary>
    public const string CredentialsVariable = "CREDENTIALS_DIRECTORY";

    // Container engines mount secrets here, readable for every user of the container, who is the bot alone.
    private readonly string[] _protected = credentials is { Length: > 0 } folder ? ["/run/secrets", "/var/run/secrets", Path.GetFullPath(folder)] : ["/run/secrets", "/var/run/secrets"];

    // No secret of a platform is nearly as long; what is longer is another file.
    private const int MaxBytes = 4096;

    /// <summary>The secret of a key, or of the file that the key with <c>File</c> behind it names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">What is set there.</param>
    /// <param name="file">The file; empty for none.</param>
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
                UnauthorizedAccessException => "which may not be read, or is a folder; let the bot's user read the file",
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

    // By the mode of the file that was opened, wherever links lead.
    private bool IsTrusted(string key, string file, FileStream stream)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var mode = File.GetUnixFileMode(stream.SafeFileHandle);
        if (mode.HasFlag(UnixFileMode.OtherWrite))
        {
            problems.Add($"{key}File is '{file}', which every user of this machine may change (mode {Octal(mode)}); write the secret into it again, a new one if others were at it, and chmod 600 the file");
            return false;
        }

        if (mode.HasFlag(UnixFileMode.OtherRead) && !Array.Exists(_protected, folder => IsIn(file, folder)))
        {
            warnings.Add($"{key}File is '{file}', which every user of this machine may read (mode {Octal(mode)}); chmod 600 closes it");
        }

        return true;
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8);

    private static bool IsIn(string file, string folder) => Path.GetFullPath(file).StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
