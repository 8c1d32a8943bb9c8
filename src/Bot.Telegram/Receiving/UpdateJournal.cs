using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Bot.Adapters.State;

namespace Bot.Telegram.Receiving;

/// <summary>
/// A file of updates whose answers must wait so long that they would block others. Once stored, they may be confirmed, because the next
/// process reads them from the file. A line is an update as Telegram sent it, or the id of an update that has been handled since. Safe
/// for any number of threads.
/// </summary>
/// <param name="folder">The folder of the file.</param>
/// <param name="name">The file's name.</param>
/// <param name="reader">Reads the updates.</param>
internal sealed class UpdateJournal(StateFolder folder, string name, UpdateReader reader)
{
    /// <summary>The maximum size of a stored update in bytes, the same as for a webhook.</summary>
    public const int MaxUpdateBytes = WebhookReceiver.MaxBytes;

    // Rewriting the file is only worth it if it removes at least this many lines.
    private const int MinHandledToCompact = 256;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, ReadOnlyMemory<byte>> _persisted = [];
    private int _handled;

    /// <summary>Reads the updates that an earlier process left unanswered, oldest first.</summary>
    /// <param name="unreadableLines">The number of lines with neither a usable update nor an id.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public IReadOnlyList<ParsedUpdate> Read(out int unreadableLines)
    {
        lock (_lock)
        {
            var updates = new SortedDictionary<int, ParsedUpdate>();
            unreadableLines = 0;
            if (File.Exists(folder.PathOf(name)))
            {
                using var file = new FileStream(folder.PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                foreach (var line in BoundedLines.Read(file, MaxUpdateBytes))
                {
                    unreadableLines += TryRead(line, updates) ? 0 : 1;
                }
            }

            foreach (var update in updates.Values)
            {
                _persisted[update.Id] = update.Json;
            }

            DeleteIfDone();
            return [.. updates.Values];
        }
    }

    /// <summary>Whether an update is small enough to be stored.</summary>
    public static bool CanHold(ParsedUpdate update) => update.Json.Length is > 0 and <= MaxUpdateBytes;

    /// <summary>Stores updates. When this returns, they survive a crash of the process or the machine.</summary>
    /// <param name="updates">The updates, oldest first.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Append(IReadOnlyList<ParsedUpdate> updates)
    {
        lock (_lock)
        {
            using (var file = folder.Append(name))
            {
                foreach (var update in updates)
                {
                    // A line that a killed process left incomplete must not merge with the next one.
                    file.WriteByte((byte)'\n');
                    WriteLine(file, update.Json.Span);
                }

                file.Flush(flushToDisk: true);
            }

            foreach (var update in updates)
            {
                // A copy: the update's bytes are part of the whole answer, which would stay in memory as long.
                _persisted[update.Id] = update.Json.ToArray();
            }
        }
    }

    /// <summary>Removes an update. The file is deleted with the last one, and compacted now and then.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void MarkHandled(int id)
    {
        lock (_lock)
        {
            if (!_persisted.Remove(id) || DeleteIfDone())
            {
                return;
            }

            if (++_handled < Math.Max(MinHandledToCompact, _persisted.Count))
            {
                using var file = folder.Append(name);
                file.Write(Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture) + "\n"));
                return;
            }

            folder.Replace(name, file =>
            {
                foreach (var json in _persisted.Values)
                {
                    WriteLine(file, json.Span);
                }
            });
            _handled = 0;
        }
    }

    // Between JSON tokens a line feed can become a space, and inside a string there is none.
    private static void WriteLine(Stream file, ReadOnlySpan<byte> json)
    {
        while (json.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end)
        {
            file.Write(json[..end]);
            file.WriteByte((byte)' ');
            json = json[(end + 1)..];
        }

        file.Write(json);
        file.WriteByte((byte)'\n');
    }

    private bool TryRead(ReadOnlyMemory<byte>? line, SortedDictionary<int, ParsedUpdate> updates)
    {
        if (line is not { } bytes)
        {
            return false;
        }

        if (bytes.IsEmpty)
        {
            return true;
        }

        if (Utf8Parser.TryParse(bytes.Span, out int handled, out var length) && length == bytes.Length)
        {
            updates.Remove(handled);
            return true;
        }

        // The update of a line that a killed process left incomplete was not confirmed, so Telegram still has it.
        if (reader.Read(bytes.ToArray(), _ => true) is not { Update: not null } update)
        {
            return false;
        }

        updates[update.Id] = update;
        return true;
    }

    private bool DeleteIfDone()
    {
        if (_persisted.Count > 0)
        {
            return false;
        }

        // File.Delete throws when the folder is missing.
        if (File.Exists(folder.PathOf(name)))
        {
            File.Delete(folder.PathOf(name));
        }

        _handled = 0;
        return true;
    }
}
