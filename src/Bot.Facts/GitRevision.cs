using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Bot.Facts;

/// <summary>Reads the files of a base as they were in a revision of the Git repository that its folder is in, with the program <c>git</c>.</summary>
/// <param name="folder">The base's folder.</param>
/// <param name="time">The clock that times the calls.</param>
public sealed class GitRevision(string folder, TimeProvider time)
{
    /// <summary>How long one call of <c>git</c> may take. Reading a file takes milliseconds.</summary>
    public static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(30);

    /// <summary>Reads the texts of the base's files in a revision.</summary>
    /// <param name="revision">The revision, such as <c>HEAD~3</c>, a branch, a tag or a hash.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>The text of each file by its path below the base's folder; or null and the problem.</returns>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public async Task<(IReadOnlyDictionary<string, string>? Texts, string? Problem)> ReadAsync(string revision, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(revision);
        var (commit, problem) = await RunAsync(cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}").ConfigureAwait(false);
        if (commit is null)
        {
            return (null, problem!.Length > 0 ? problem : "git knows no such revision");
        }

        // From here on it is a hash, which no option and no path looks like.
        commit = commit.Trim();
        (var paths, problem) = await RunAsync(cancellation, "ls-tree", "-r", "-z", "--name-only", commit).ConfigureAwait(false);
        var texts = new Dictionary<string, string>();
        foreach (var path in (paths ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(FactFiles.Includes))
        {
            (var text, problem) = await RunAsync(cancellation, "show", $"{commit}:./{path}").ConfigureAwait(false);
            if (text is null)
            {
                return (null, problem);
            }

            texts[path] = text.TrimStart('\uFEFF');
        }

        return texts.Count > 0 ? (texts, null) : (null, problem ?? "the revision has no file of the base");
    }

    private async Task<(string? Output, string? Problem)> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var timeout = new CancellationTokenSource(MaxDuration, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        Process? git = null;
        try
        {
            git = Process.Start(start)!;
            git.StandardInput.Close();
            var error = git.StandardError.ReadToEndAsync(either.Token);
            var output = await git.StandardOutput.ReadToEndAsync(either.Token).ConfigureAwait(false);
            await git.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return git.ExitCode == 0 ? (output, null) : (null, (await error.ConfigureAwait(false)).Trim());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"git did not answer within {MaxDuration.TotalSeconds:0} seconds");
        }
        catch (Exception ex) when (ex is Win32Exception or IOException)
        {
            return (null, $"git cannot be started: {ex.Message}");
        }
        finally
        {
            End(git);
        }
    }

    private static void End(Process? git)
    {
        using (git)
        {
            if (git is { HasExited: false })
            {
                git.Kill(entireProcessTree: true);
            }
        }
    }
}
