using Bot.Loopback.Core;

namespace Bot.Loopback.Telegram;

/// <summary>The planned faults.</summary>
public sealed class FaultScript
{
    private readonly PlannedFaults<(string Method, Parameters Parameters), Fault> _planned = new();

    /// <summary>How many faults have not happened yet.</summary>
    public int Left => _planned.Left;

    /// <summary>Makes the next calls of a method go wrong.</summary>
    /// <param name="method">The method.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="chat">Only in this chat.</param>
    /// <param name="times">How many times.</param>
    public void Next(string method, Fault fault, long? chat = null, int times = 1) => _planned.Add(
        call => call.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && (chat is null || chat == call.Parameters.Number("chat_id")),
        fault,
        times);

    /// <summary>Removes all planned faults.</summary>
    public void Clear() => _planned.Clear();

    internal Fault? Take(string method, Parameters parameters) => _planned.Take((method, parameters));
}
