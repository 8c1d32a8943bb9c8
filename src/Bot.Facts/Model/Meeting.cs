using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>How people meet.</summary>
public enum MeetingForm
{
    /// <summary>In one place.</summary>
    InPerson,

    /// <summary>By phone or video.</summary>
    Call,
}

/// <summary>An event at which people met, for questions such as how often they did.</summary>
/// <param name="Form">How they met.</param>
/// <param name="Between">Who met: people, or states.</param>
public sealed record Meeting(MeetingForm Form, ImmutableArray<Party> Between)
{
    /// <summary>Whether a party took part: itself, or for a state somebody on its side.</summary>
    public bool Has(Party party) => Between.Any(p => p == party || (party.Kind == PartyKind.Place && p.Side == party.Id));
}
