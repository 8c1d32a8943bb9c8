using Bot.Facts.Diffing;
using Bot.Facts.Model;
using Bot.Facts.Releases;
using Bot.Facts.Tests.Releases;

namespace Bot.Facts.Tests.Diffing;

public sealed class FactBaseDiffTests : IDisposable
{
    private readonly ReleasedBase _base = ReleasedBase.Create();

    public void Dispose() => _base.Dispose();

    [Fact]
    public void A_base_differs_from_itself_in_nothing() => Assert.True(FactBaseDiff.Compare(ComparedBase.Of(_base.Load()), ComparedBase.Of(_base.Load())).IsEmpty);

    [Fact]
    public void A_text_is_compared_in_each_language_word_by_word()
    {
        var before = ComparedBase.Of(_base.Load());
        _base.Edit("They spoke.", "They spoke twice.");
        _base.Edit("Они говорили.", "Они говорили дважды.");

        var fact = Assert.Single(FactBaseDiff.Compare(before, ComparedBase.Of(_base.Load())).Facts);

        Assert.Equal(("call-held", ChangeKind.Wording), (fact.Fact, fact.Kind));
        Assert.Equal(["en", "ru"], fact.Languages);
        Assert.Equal([("en", "They spoke.", "They spoke twice."), ("ru", "Они говорили.", "Они говорили дважды.")], fact.Texts.Select(t => (t.Language, t.Old, t.New)));
        Assert.Equal([new(WordChangeKind.Kept, "They spoke"), new(WordChangeKind.Added, " twice"), new(WordChangeKind.Kept, ".")], fact.Texts[0].Words);
        Assert.Equal((null, null, null), (fact.Status, fact.When, fact.By));
    }

    [Fact]
    public void Another_status_date_or_speaker_is_shown_without_texts()
    {
        var before = ComparedBase.Of(_base.Load());
        _base.Edit("status: unverified", "status: confirmed-with-nuance\n    evidence: [bbc-copy]");
        _base.Edit("by: [trump]", "by: [trump, putin]");
        _base.Edit("    kind: statement\n    when: 2025-02-12", "    kind: statement\n    when: 2025-02");

        var fact = Assert.Single(FactBaseDiff.Compare(before, ComparedBase.Of(_base.Load())).Facts);

        Assert.Empty(fact.Texts);
        Assert.Equal(Languages.Tags, fact.Languages);
        Assert.Equal((new("unverified", "confirmed-with-nuance"), new("2025-02-12", "2025-02"), new("trump", "trump, putin")), (fact.Status, fact.When, fact.By));
    }

    [Fact]
    public void Added_and_removed_facts_have_their_text()
    {
        var before = ComparedBase.Of(_base.Load());
        _base.AddFact();
        var since = ComparedBase.Of(_base.Load());

        var added = Assert.Single(FactBaseDiff.Compare(before, since).Facts);
        var removed = Assert.Single(FactBaseDiff.Compare(since, before).Facts);

        Assert.Equal(("call-topic", ChangeKind.Added, null, "It was long."), (added.Fact, added.Kind, added.Texts[0].Old, added.Texts[0].New));
        Assert.Equal(("call-topic", ChangeKind.Removed, "It was long.", null), (removed.Fact, removed.Kind, removed.Texts[0].Old, removed.Texts[0].New));
    }

    [Fact]
    public void Questions_and_notes_are_no_change_as_in_a_release()
    {
        var before = _base.Load();
        _base.Edit("en: [Did they speak]", "en: [Did they talk]");
        var since = _base.Load();

        Assert.Empty(ReleaseComparison.Compare(since, before.Releases[^1]));
        Assert.True(FactBaseDiff.Compare(ComparedBase.Of(before), ComparedBase.Of(since)).IsEmpty);
    }

    [Fact]
    public void A_release_is_compared_with_the_texts_that_the_releases_hold()
    {
        _base.Edit("They spoke.", "They spoke twice.");
        _base.Release("2025-03-03");
        _base.Edit("They spoke twice.", "They spoke three times.");
        var facts = _base.Load();

        var ofFirst = FactBaseDiff.Compare(ComparedBase.Of(facts.Releases, facts.Releases[0].Name), ComparedBase.Of(facts));
        var ofReleases = FactBaseDiff.Compare(ComparedBase.Of(facts.Releases, facts.Releases[0].Name), ComparedBase.Of(facts.Releases, facts.Releases[1].Name));

        Assert.Equal(("They spoke.", "They spoke three times."), (ofFirst.Facts[0].Texts[0].Old, ofFirst.Facts[0].Texts[0].New));
        Assert.Equal(("They spoke.", "They spoke twice."), (ofReleases.Facts[0].Texts[0].Old, ofReleases.Facts[0].Texts[0].New));
        Assert.Throws<ArgumentException>(() => ComparedBase.Of(facts.Releases, new ReleaseName(new DateOnly(2025, 1, 1), 1)));
    }

    [Fact]
    public void What_a_release_does_not_hold_is_not_invented()
    {
        _base.Edit("status: unverified", "status: confirmed-with-nuance\n    evidence: [bbc-copy]");
        var facts = _base.Load();

        var fact = Assert.Single(FactBaseDiff.Compare(ComparedBase.Of(facts.Releases, facts.Releases[0].Name), ComparedBase.Of(facts)).Facts);

        Assert.Equal(("call-length", null), (fact.Fact, fact.Status));
        Assert.Empty(fact.Texts);
    }
}
