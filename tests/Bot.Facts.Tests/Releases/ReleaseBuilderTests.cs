using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Tests.Releases;

public sealed class ReleaseBuilderTests : IDisposable
{
    private static readonly string[] s_languages = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    private readonly ReleasedBase _base = ReleasedBase.Create();

    public void Dispose() => _base.Dispose();

    [Fact]
    public void A_base_without_a_release_has_none_and_every_fact_differs()
    {
        var facts = new SmallBase().Load().Base!;

        Assert.Empty(facts.Releases);
        Assert.Equal([("call-held", ChangeKind.Added), ("call-length", ChangeKind.Added)], ReleaseComparison.Compare(facts, null).Select(d => (d.Fact, d.Kind)));
    }

    [Fact]
    public void The_first_release_adds_every_fact_with_its_text()
    {
        var release = Assert.Single(_base.Load().Releases);

        Assert.Equal(("2025-03-02", new DateOnly(2025, 3, 2)), (release.Name.ToString(), release.Name.Day));
        Assert.Equal(_base.Load().Version, release.Version);
        Assert.Equal(["call-held", "call-length"], release.Changes.Select(c => c.Fact));
        Assert.All(release.Changes, c => Assert.Equal(ChangeKind.Added, c.Kind));
        Assert.All(release.Changes, c => Assert.Equal(s_languages, c.Languages));
        Assert.All(release.Changes, c => Assert.Empty(c.Old));
        Assert.Equal("They spoke.", release.Changes[0].New["en"]);
        Assert.Equal("當勞·特朗普與普京通話。", release.Changes[0].New["zh-Hant"]);
        Assert.Equal(["call-held", "call-length"], release.Hashes.Keys);
        Assert.All(release.Hashes.Values, h => Assert.Equal(s_languages, h.Keys));
        Assert.All(release.Hashes.Values.SelectMany(h => h.Values), h => Assert.Matches("^[0-9a-f]{8}$", h));
    }

    [Fact]
    public void Nothing_is_released_when_no_fact_has_changed()
    {
        Assert.Null(_base.Release("2025-03-03"));

        _base.Edit("[Did they speak]", "[Did they speak, Did they talk]");
        _base.Edit("about: [putin]", "about: [putin, us]");
        _base.Edit("names/people.yaml", "aliases: [Donald J. Trump]", "aliases: [DJT]");
        Assert.Null(_base.Release("2025-03-03"));
    }

    [Fact]
    public void A_changed_text_is_released_with_the_old_and_the_new_one_in_the_languages_that_it_changed()
    {
        _base.Edit("They spoke.", "They talked.");
        _base.Edit("Вони говорили.", "Вони \"розмовляли\".");

        var release = _base.Release("2025-03-04")!;

        var change = Assert.Single(release.Changes);
        Assert.Equal(("call-held", ChangeKind.Wording, new DateOnly(2025, 3, 4)), (change.Fact, change.Kind, change.Day));
        Assert.Equal(["en", "uk"], change.Languages);
        Assert.Equal([new("en", "They spoke."), new("uk", "Вони говорили.")], change.Old);
        Assert.Equal([new("en", "They talked."), new("uk", "Вони \"розмовляли\".")], change.New);
        Assert.Null(change.Sentence);
        Assert.Equal(["2025-03-02", "2025-03-04"], _base.Load().Releases.Select(r => r.Name.ToString()));
        Assert.Null(_base.Release("2025-03-05"));
    }

    [Theory]
    [InlineData("status: unverified", "status: confirmed\n    evidence: [bbc-copy]")]
    [InlineData("kind: statement\n    when: 2025-02-12", "kind: statement\n    when: 2025-02-13")]
    [InlineData("by: [trump]", "by: [putin]")]
    [InlineData("by: [trump]", "by: [trump, putin]")]
    public void A_changed_status_date_or_speaker_is_released_in_every_language(string old, string @new)
    {
        _base.Edit(old, @new);

        var change = Assert.Single(_base.Release("2025-03-04")!.Changes);

        Assert.Equal(("call-length", ChangeKind.Wording), (change.Fact, change.Kind));
        Assert.Equal(s_languages, change.Languages);
        Assert.Empty(change.Old);
        Assert.Empty(change.New);
    }

    [Fact]
    public void An_old_text_is_found_in_whichever_release_changed_it_last()
    {
        _base.Edit("They spoke.", "They talked.");
        _base.Release("2025-03-04");
        _base.Edit("It was long.", "It was very long.");
        _base.Release("2025-03-05");
        _base.Edit("They talked.", "They spoke on the phone.");
        _base.Edit("It was very long.", "It lasted an hour.");

        var release = _base.Release("2025-03-06")!;

        Assert.Equal(["They talked.", "It was very long."], release.Changes.Select(c => c.Old["en"]));
        Assert.Equal(["call-held", "call-length"], release.Hashes.Keys);
    }

    [Fact]
    public void An_old_text_that_no_kept_release_has_is_left_out()
    {
        _base.Edit("They spoke.", "They talked.");
        _base.Release("2025-03-04");
        _base.Delete("releases/2025-03-02.yaml");
        _base.Edit("It was long.", "It was very long.");

        var change = Assert.Single(_base.Release("2025-03-05")!.Changes);

        Assert.Empty(change.Old);
        Assert.Equal("It was very long.", change.New["en"]);
    }

    [Fact]
    public void An_added_fact_is_released_with_its_text()
    {
        _base.AddFact();

        var change = Assert.Single(_base.Release("2025-03-04")!.Changes);

        Assert.Equal(("call-topic", ChangeKind.Added, "It was long."), (change.Fact, change.Kind, change.New["en"]));
        Assert.Equal(s_languages, change.Languages);
        Assert.Empty(change.Old);
    }

    [Fact]
    public void A_removed_fact_is_released_with_its_last_text_and_can_come_back()
    {
        var files = new SmallBase();
        _base.RemoveFact();

        var release = _base.Release("2025-03-04")!;

        var change = Assert.Single(release.Changes);
        Assert.Equal(("call-length", ChangeKind.Removed, "It was long."), (change.Fact, change.Kind, change.Old["en"]));
        Assert.Equal(s_languages, change.Languages);
        Assert.Empty(change.New);
        Assert.Equal(["call-held"], release.Hashes.Keys);

        _base.Write("2025-02/call.yaml", files["2025-02/call.yaml"]);
        _base.Write("2025-02/chapter.yaml", files["2025-02/chapter.yaml"]);
        var back = Assert.Single(_base.Release("2025-03-05")!.Changes);
        Assert.Equal(("call-length", ChangeKind.Added), (back.Fact, back.Kind));
        Assert.Empty(back.Old);
    }

    [Fact]
    public void The_releases_of_a_day_are_numbered_and_ordered_by_their_numbers()
    {
        for (var edit = 1; edit <= 10; edit++)
        {
            _base.Edit(edit == 1 ? "They spoke." : $"They spoke {edit - 1} times.", $"They spoke {edit} times.");
            _base.Release("2025-03-02");
        }

        var releases = _base.Load().Releases;
        Assert.Equal(["2025-03-02", .. Enumerable.Range(2, 10).Select(n => $"2025-03-02-{n}")], releases.Select(r => r.Name.ToString()));
        Assert.Equal("They spoke 9 times.", releases[^1].Changes.Single().Old["en"]);
    }

    [Fact]
    public void A_release_before_the_last_one_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReleaseBuilder.Next(_base.Load(), new DateOnly(2025, 3, 1)));

    [Fact]
    public void A_correction_has_the_sentence_that_a_curator_wrote()
    {
        _base.Edit("They spoke.", "They talked.");
        _base.Release("2025-03-04");
        _base.Edit("releases/2025-03-04.yaml", "kind: wording\n", "kind: correction\n    sentence: { en: We erred., zh-Hant: 更正。, zh-Hans: 更正。, ru: Исправлено., uk: Виправлено. }\n");

        var change = _base.Load().Releases[^1].Changes.Single();

        Assert.Equal((ChangeKind.Correction, "We erred."), (change.Kind, change.Sentence![Locale.English]));
        Assert.Equal("Исправлено.", change.Sentence[Locale.Russian]);
        Assert.Null(_base.Release("2025-03-05"));
    }

    [Fact]
    public void A_release_changes_the_version_of_the_releases_and_not_that_of_the_base()
    {
        var before = _base.Load();
        _base.Edit("releases/2025-03-02.yaml", "changes:\n", "# A comment.\nchanges:\n");
        Assert.Equal((before.Version, before.ReleasesVersion), (_base.Load().Version, _base.Load().ReleasesVersion));
        Assert.Equal(new SmallBase().Load().Base!.Version, before.Version);

        _base.Edit("releases/2025-03-02.yaml", "They spoke.", "They chatted.");
        Assert.Equal(before.Version, _base.Load().Version);
        Assert.NotEqual(before.ReleasesVersion, _base.Load().ReleasesVersion);
    }
}
