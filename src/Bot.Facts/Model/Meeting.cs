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

/// <summary>A meeting or a call, for questions such as how often two people met.</summary>
/// <param name="Form">How they met.</param>
/// <param name="Between">Who met: people, organisations, or states where the base does not say who spoke for them; at least two.</param>
/// <param name="When">When they met.</param>
/// <param name="Places">Where they met, the narrowest place first; empty where the base does not say.</param>
/// <param name="Fact">The fact that says so.</param>
public sealed record Meeting(MeetingForm Form, ImmutableArray<Party> Between, FactDate When, ImmutableArray<Party> Places, Fact Fact)
{
    /// <summary>Whether a party took part: itself, or for a state somebody of it or on its side.</summary>
    public bool Has(Party party) => Between.Any(p => p == party || p.IsOf(party));

    /// <summary>Whether it was in a place, or in a city of a country.</summary>
    public bool IsIn(Party place) => Places.Any(p => p == place || p.IsOf(place));
}
