using System.Collections.Concurrent;
using Bot.Answers.Texts;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>
/// Compares the values that a text states with those of a fact: days, numbers, places and people. It says nothing on a kind of value that
/// either of them lacks. Safe for any number of threads.
/// </summary>
/// <param name="base">The base.</param>
/// <param name="parties">Finds the names of the base.</param>
/// <param name="places">Finds the names of other places.</param>
/// <param name="years">The years that a date without one may be of.</param>
internal sealed class ValueComparer(FactBase @base, NameIndex<Party> parties, PlaceNames places, IReadOnlyList<int> years)
{
    // By reference: a record's hash is computed from all that it holds.
    private readonly ConcurrentDictionary<Fact, FactValues> _values = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Party> _cities = new(@base.Parties.Where(p => p is { Kind: PartyKind.Place, Side: not null } && p.Side != p.Id && places.Find(Folding.Fold(p.Name[Language.English])).TrueForAll(l => l.IsCity)), ReferenceEqualityComparer.Instance);

    /// <summary>Reads the values of a text.</summary>
    public StatedValues Read(string text) => StatedValues.Read(text, parties, places, years);

    /// <summary>Compares a text's values with a fact's, one comparison for each kind that both have.</summary>
    /// <param name="asked">The text's values.</param>
    /// <param name="fact">The fact.</param>
    public List<ValueComparison> Compare(StatedValues asked, Fact fact)
    {
        var own = ValuesOf(fact);
        var compared = new List<ValueComparison>();
        if (asked.Days.Count > 0 && own.Days.Count > 0)
        {
            compared.Add(new ValueComparison(ValueKind.Day, default, HasDay(asked, fact)));
        }

        var quantities = asked.Quantities.Where(q => own.Quantities.Exists(o => o.Unit == q.Unit)).ToList();
        if (quantities.Count > 0)
        {
            var other = quantities.FindIndex(q => !own.Quantities.Exists(o => o.Unit == q.Unit && o.Agrees(q)));
            compared.Add(new ValueComparison(ValueKind.Number, quantities[Math.Max(0, other)].Unit, other < 0));
        }

        if (PlaceOf(fact) is { } place)
        {
            if (HasOtherPlace(asked, fact))
            {
                compared.Add(new ValueComparison(ValueKind.Place, default, IsSame: false));
            }
            else if (asked.Parties.Exists(p => p.Name == place) || asked.Places.Exists(p => p.Name == place))
            {
                compared.Add(new ValueComparison(ValueKind.Place, default, IsSame: true));
            }
        }

        if (own.People.Length > 0 && asked.Parties.Exists(p => p.Kind == PartyKind.Person))
        {
            compared.Add(new ValueComparison(ValueKind.Person, default, MissingPeople(asked, fact) == 0 || NamesSpeaker(asked, fact)));
        }

        return compared;
    }

    /// <summary>The value of a fact that was compared, in words; null when the fact has none.</summary>
    public string? Value(Fact fact, ValueComparison comparison, Locale locale)
    {
        var texts = UiTexts.In(locale.ToLanguage());
        var own = ValuesOf(fact);
        var text = fact.Text[locale];
        return comparison.Kind switch
        {
            ValueKind.Day => own.Days.Count > 0 ? texts.Date(own.Days[0]) : null,
            ValueKind.Number => QuantityParser.FindAll(text).Where(q => q.Unit == comparison.Unit).Select(q => text[q.Start..q.End]).FirstOrDefault(),
            ValueKind.Place => PlaceOf(fact)?[locale],
            _ => own.People.Length > 0 ? string.Join(texts.ListSeparator, own.People.Select(p => p.ShortName[locale])) : null,
        };
    }

    /// <summary>Whether a text states no day, or one of the fact's.</summary>
    public bool HasDay(StatedValues asked, Fact fact) =>
        asked.Days.Count == 0 || ValuesOf(fact).Days is var own && (own.Count == 0 || asked.Days.Exists(d => own.Exists(d.Overlaps)));

    // Who says it is among those named, so that the others belong to another part of the text.
    private static bool NamesSpeaker(StatedValues asked, Fact fact) => fact.By.Any(p => p.Kind == PartyKind.Person && asked.Parties.Contains(p));

    /// <summary>How many of the people that a text names the fact does not have.</summary>
    public int MissingPeople(StatedValues asked, Fact fact)
    {
        if (asked.Parties.Count == 0)
        {
            return 0;
        }

        var own = ValuesOf(fact).AllParties;
        var missing = 0;
        foreach (var party in asked.Parties)
        {
            missing += party.Kind == PartyKind.Person && !own.Contains(party) ? 1 : 0;
        }

        return missing;
    }

    /// <summary>Whether a text names a place that the fact does not have.</summary>
    public bool HasOtherPlace(StatedValues asked, Fact fact) =>
        (asked.Places.Count > 0 || asked.Parties.Count > 0)
        && ValuesOf(fact) is var own
        && (asked.Places.Exists(p => !own.Places.Contains(p)) || asked.Parties.Exists(p => IsCity(p) && !own.AllParties.Contains(p) && !IsCapitalOf(p, own.AllParties)));

    /// <summary>Whether a party is a place where something may have been: a country may be meant as a state, or as what was talked about.</summary>
    public bool IsCity(Party party) => _cities.Contains(party);

    // A capital may stand for its government.
    private static bool IsCapitalOf(Party city, HashSet<Party> parties) => parties.Any(p => p.Id == city.Side || p.Side == city.Side);

    // The fact's own place. A country may be meant as a state, so only a city says where something was.
    private LocalizedText? PlaceOf(Fact fact)
    {
        var own = ValuesOf(fact);
        foreach (var party in own.Parties)
        {
            if (IsCity(party) && !fact.By.Contains(party))
            {
                return party.Name;
            }
        }

        return own.Places.Find(p => p.IsCity)?.Name;
    }

    private FactValues ValuesOf(Fact fact) => _values.GetOrAdd(fact, static (key, self) => self.Create(key), this);

    private FactValues Create(Fact fact)
    {
        var texts = @base.Languages.Select(l => StatedValues.Read(fact.Text[l], parties, places, [fact.Date.SortDay.Year])).ToList();
        var notes = fact.Note is { } note ? @base.Languages.SelectMany(l => parties.FindMentions(note[l])) : [];
        var own = fact.By.Concat(fact.About).Concat(texts.SelectMany(t => t.Parties)).ToHashSet<Party>(ReferenceEqualityComparer.Instance);
        var days = texts.SelectMany(t => t.Days).ToList();
        if (fact.Date.Precision is not (DatePrecision.Before or DatePrecision.From))
        {
            days.Insert(0, fact.Date);
        }

        return new FactValues(
            [.. days.Distinct()],
            [.. texts.SelectMany(t => t.Quantities)],
            [.. texts.SelectMany(t => t.Places).Distinct()],
            own,
            new HashSet<Party>([.. own, .. notes, .. TitleParties(fact)], ReferenceEqualityComparer.Instance),
            [.. fact.By.Concat(texts[0].Parties).Where(p => p.Kind == PartyKind.Person).Distinct()]);
    }

    private List<Party> TitleParties(Fact fact) => @base.FindEvent(fact.Event) is { } @event ? parties.FindMentions(@event.Title[Language.English]) : [];

    /// <summary>The values of a fact in all languages.</summary>
    /// <param name="Days">Its days.</param>
    /// <param name="Quantities">Its numbers.</param>
    /// <param name="Places">The places that its text names and the base does not know.</param>
    /// <param name="Parties">Whom and what its text names, and whom it is by and about.</param>
    /// <param name="AllParties">The same, with its note and the title of its event.</param>
    /// <param name="People">The people that its text names, the speakers first.</param>
    private sealed record FactValues(List<FactDate> Days, List<Quantity> Quantities, List<Place> Places, HashSet<Party> Parties, HashSet<Party> AllParties, Party[] People);
}
