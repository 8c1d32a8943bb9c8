namespace Bot.Loopback.Discord;

/// <summary>How a flood went.</summary>
/// <param name="Answered">How many interactions were answered with a message in time.</param>
/// <param name="Wrong">How many were answered with something else.</param>
/// <param name="Late">How many were answered after 3 seconds.</param>
/// <param name="Took">How long it took from the first interaction to the last answer.</param>
/// <param name="Latencies">How long each answer took, from the shortest to the longest.</param>
public sealed record FloodResult(int Answered, int Wrong, int Late, TimeSpan Took, IReadOnlyList<TimeSpan> Latencies);
