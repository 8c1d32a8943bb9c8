using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>Reads what the console logger of a process prints: a line with level, category and id, and below it the message, indented.</summary>
internal sealed partial class ConsoleLog(CapturedLog log)
{
    private const string Indent = "      ";

    private LogEntry? _head;
    private LogEntry? _entry;

    /// <summary>Takes a line.</summary>
    public void Add(string line)
    {
        log.AddLine(line);
        if (Head().Match(line) is { Success: true } head)
        {
            _head = new LogEntry(head.Groups["category"].Value, int.Parse(head.Groups["id"].Value), Level(head.Groups["level"].Value), "");
            _entry = null;
        }
        else if (_head is not null && line.StartsWith(Indent, StringComparison.Ordinal))
        {
            // Nobody knows which line is the last, so the message grows.
            var text = line[Indent.Length..];
            var grown = _head with { Text = _entry is null ? text : $"{_entry.Text}\n{text}" };
            log.Add(grown, _entry);
            _entry = grown;
        }
        else
        {
            _head = _entry = null;
        }
    }

    private static LogLevel Level(string word) => word switch
    {
        "trce" => LogLevel.Trace,
        "dbug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warn" => LogLevel.Warning,
        "fail" => LogLevel.Error,
        _ => LogLevel.Critical,
    };

    [GeneratedRegex(@"^(?<level>trce|dbug|info|warn|fail|crit): (?<category>[\w.`+]+)\[(?<id>\d+)\]$")]
    private static partial Regex Head();
}
