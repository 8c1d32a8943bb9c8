using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Tests.Releases;

public sealed class FactHashTests
{
    private readonly FactBase _facts = new SmallBase().Load().Base!;

    private Fact Fact => _facts.FindFact("call-length")!;

    [Fact]
    public void A_hash_is_the_same_on_every_machine() => Assert.Equal("fc9cc115", FactHash.Of(Fact, Language.English));

    [Fact]
    public void A_hash_changes_with_the_status_the_date_and_the_speakers_in_every_language()
    {
        Fact[] changed =
        [
            Fact,
            Fact with { Status = VerificationStatus.Corrected },
            Fact with { Date = FactDate.Month(2025, 2) },
            Fact with { By = [] },
            Fact with { By = [_facts.FindParty("putin")!] },
            Fact with { By = [_facts.FindParty("putin")!, _facts.FindParty("trump")!] },
            Fact with { By = [_facts.FindParty("trump")!, _facts.FindParty("putin")!] },
            Fact with { Text = _facts.FindFact("call-held")!.Text },
        ];
        Assert.All(Languages.All.ToArray(), language => Assert.Equal(changed.Length, changed.Select(f => FactHash.Of(f, language)).Distinct().Count()));
    }

    [Fact]
    public void A_hash_does_not_change_with_what_is_not_shown_as_the_claim() =>
        Assert.Equal(FactHash.OfAll(Fact, [.. Languages.All]), FactHash.OfAll(Fact with { Note = Fact.Text, Questions = [], Topics = [], Evidence = [], Cites = [], Checked = default }, [.. Languages.All]));
}
