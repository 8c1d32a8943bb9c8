namespace Bot.Loopback.Discord.Rules;

/// <summary>The ids of the components of one message or modal, no two of which may be the same (Component Reference, Anatomy of a Component).</summary>
internal sealed class ComponentIds
{
    private const int MaxCustomIdLength = 100;

    private readonly HashSet<string> _customIds = new(StringComparer.Ordinal);
    private readonly HashSet<long> _ids = [];

    /// <summary>How many components there are.</summary>
    public int Count { get; private set; }

    /// <summary>Counts a component and checks its <c>id</c>.</summary>
    public void Add(Field component)
    {
        Count++;
        // "An id of 0 is allowed but will be treated as empty."
        if (component["id"].Integer(0, int.MaxValue) is { } id and not 0 && !_ids.Add(id))
        {
            component["id"].Refuse(Codes.Repeated, "Values must be unique");
        }
    }

    /// <summary>Checks a <c>custom_id</c>, which may be absent.</summary>
    public void CheckCustomId(Field customId)
    {
        if (customId.Text(MaxCustomIdLength, 1) is { } text && !_customIds.Add(text))
        {
            customId.Refuse(Codes.CustomIdTaken, "Component custom id cannot be duplicated");
        }
    }

    /// <summary>Checks a <c>custom_id</c> that must be there.</summary>
    public void RequireCustomId(Field customId)
    {
        if (customId.Require())
        {
            CheckCustomId(customId);
        }
    }
}
