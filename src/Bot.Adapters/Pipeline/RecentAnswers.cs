using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>
/// The facts of the last answer in each conversation, so that the next question can follow up on it. It holds ids only, for ten minutes, of a
/// bounded number of conversations; beyond it, the one with the oldest answer is forgotten. Safe for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="capacity">The maximum number of conversations.</param>
internal sealed class RecentAnswers(TimeProvider time, int capacity = RecentAnswers.MaxConversations)
{
    /// <summary>The default number of conversations, less than a megabyte.</summary>
    public const int MaxConversations = 4096;

    /// <summary>How long an answer is remembered. A later question starts a new conversation.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<Asker, LinkedListNode<Entry>> _byAsker = [];

    // The conversation with the oldest answer comes first.
    private readonly LinkedList<Entry> _order = new();

    /// <summary>Remembers an answer instead of the one before it.</summary>
    /// <param name="asker">The user and the chat.</param>
    /// <param name="facts">The ids of its facts, in the order in which they were shown; without any the one before it stays.</param>
    public void Remember(Asker asker, IEnumerable<string> facts)
    {
        ImmutableArray<string> ids = [.. facts.Take(Request.MaxFollowsUp)];
        if (ids.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            Forget(asker);
            if (_byAsker.Count == capacity)
            {
                Forget(_order.First!.Value.Asker);
            }

            _byAsker[asker] = _order.AddLast(new Entry(asker, ids, time.GetTimestamp()));
        }
    }

    /// <summary>The ids of the facts of the last answer; empty when there is none, or it is too long ago.</summary>
    /// <param name="asker">The user and the chat.</param>
    public ImmutableArray<string> Recall(Asker asker)
    {
        lock (_lock)
        {
            if (!_byAsker.TryGetValue(asker, out var node))
            {
                return [];
            }

            if (time.GetElapsedTime(node.Value.Since) >= MaxAge)
            {
                Forget(asker);
                return [];
            }

            _order.Remove(node);
            _order.AddLast(node);
            return node.Value.Facts;
        }
    }

    private void Forget(Asker asker)
    {
        if (_byAsker.Remove(asker, out var node))
        {
            _order.Remove(node);
        }
    }

    private sealed record Entry(Asker Asker, ImmutableArray<string> Facts, long Since);
}
