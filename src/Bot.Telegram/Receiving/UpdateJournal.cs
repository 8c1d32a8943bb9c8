using System.Globalization;
using System.Text.Json;
using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Updates whose answers must wait so long that others would have to wait behind them, in a file: once there, they may be
/// confirmed, for a process that dies finds them again. A line is an update, or the id of one that has been handled since.
/// Safe for any number of threads.
/// </summary>
internal sealed class UpdateJournal(string path, UpdateParser parser)
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _persisted = [];

    /// <summary>What an earlier process unanswered, in the order in which it came.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public IReadOnlyList<ParsedUpdate> Read()
    {
        lock (_lock)
        {
            var updates = new Dictionary<int, ParsedUpdate>();
            foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
            {
                if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var handled))
                {
                    updates.Remove(handled);
                }
                else if (Parse(line) is { } update)
                {
                    updates[update.Id] = update;
                }
            }

            _persisted.UnionWith(updates.Keys);
            DeleteIfDone();
            return [.. updates.Values];
        }
    }

    /// <summary>Writes updates down; when this returns they survive the process and the machine.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Append(IReadOnlyList<Update> updates)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            foreach (var update in updates)
            {
                // What a dying process wrote half must not join what follows.
                file.WriteByte((byte)'\n');
                JsonSerializer.Serialize(file, update, BotApiJson.TypeInfo<Update>());
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
            _persisted.UnionWith(updates.Select(u => u.Id));
        }
    }

    /// <summary>Strikes an update off; with the last one the file goes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void MarkHandled(int id)
    {
        lock (_lock)
        {
            if (_persisted.Remove(id))
            {
                File.AppendAllText(path, id.ToString(CultureInfo.InvariantCulture) + "\n");
                DeleteIfDone();
            }
        }
    }

    private void DeleteIfDone()
    {
        // Without the folder there is no file either, which File.Delete would not take.
        if (_persisted.Count == 0 && File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private ParsedUpdate? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return ParsedUpdate.Read(json.RootElement, _ => true, parser) is { Update: not null } parsed ? parsed : null;
        }
        catch (JsonException)
        {
            // The process died while it wrote this line, so before the update was confirmed: Telegram still has it.
            return null;
        }
    }
}
