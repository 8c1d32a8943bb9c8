using Bot.Facts.Tests.Releases;

namespace Bot.Facts.Tests.Rules;

public sealed class InconsistentReleasesTests : IDisposable
{
    private const string File = "releases/2025-03-04.yaml";

    private readonly ReleasedBase _base = ReleasedBase.CreateWithChange();

    public void Dispose() => _base.Dispose();

    [Theory]
    [InlineData("2025-03-05.yaml")]
    [InlineData("2025-03-04-1.yaml")]
    [InlineData("last.yaml")]
    [InlineData("chapter.yaml")]
    public void A_file_is_named_for_the_day_of_its_release(string name)
    {
        _base.Write("releases/" + name, _base.Text(File));
        _base.Delete(File);

        Assert.Contains($"releases/{name}:2:11: the file of the release of 2025-03-04 has another name; name it 2025-03-04.yaml, and a later one of that day 2025-03-04-2.yaml", _base.Problems());
    }

    [Theory]
    [InlineData("released: 2025-03-04", "released: 2025-03-32", "2:11: '2025-03-32' is not a day; write the day as yyyy-mm-dd, such as 2025-02-12")]
    [InlineData("released: 2025-03-04", "released: today", "2:11: 'today' is not a day; write the day as yyyy-mm-dd, such as 2025-02-12")]
    [InlineData("version: '", "version: 'x", "3:10: 'xVERSION' is not a hash; restore it: facts release writes eight hexadecimal digits")]
    [InlineData("kind: wording", "kind: wordng", "6:11: 'wordng' is not known here; use one of: wording, correction, added, removed")]
    [InlineData("  - fact: call-held", "  - fact: call-hold", "5:11: the release has no fact 'call-hold'; did you mean 'call-held'?")]
    [InlineData("  - fact: call-held", "  - fact: Call", "5:11: 'Call' is not an id; use at most 48 lower-case letters and digits, in words joined by single hyphens")]
    [InlineData("kind: wording", "kind: removed", "5:11: the fact 'call-held' is removed, but the release has it; fix the kind of the change")]
    [InlineData("    languages: [en]", "    languages: [en, de]", "7:21: 'de' is not known here; use one of: en, zh-Hant, zh-Hans, ru, uk")]
    [InlineData("    languages: [en]\n", "", "5:5: the change has no 'languages'; add it: The languages in which it was changed.")]
    [InlineData("    old:\n      en:", "    old:\n      de:", "9:7: unknown key 'de'; use one of: en, zh-Hant, zh-Hans, ru, uk")]
    [InlineData("{ fact: call-length,", "{ fact: call-held,", "14:13: the fact 'call-held' is listed twice; keep one of them")]
    [InlineData("facts:\n", "fakts:\n", "2:1: the release has no 'facts'; add it: The hash of each fact in each language.")]
    public void A_malformed_release_is_named_with_its_place(string old, string @new, string problem)
    {
        var version = _base.Load().Version;
        _base.Edit(File, old, @new);

        Assert.Contains(_base.Problems(), p => p.StartsWith($"{File}:{problem.Replace("VERSION", version, StringComparison.Ordinal)}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_removed_fact_is_one_of_the_release_before()
    {
        _base.RemoveFact();
        _base.Release("2025-03-05");
        _base.Edit("releases/2025-03-05.yaml", "  - fact: call-length", "  - fact: call-lenght");

        Assert.Equal(["releases/2025-03-05.yaml:5:11: the release before has no fact 'call-lenght'; did you mean 'call-length'?"], _base.Problems());
    }

    [Fact]
    public void A_fact_that_the_base_no_longer_has_stays_in_its_releases()
    {
        _base.RemoveFact();
        Assert.Empty(_base.Problems());

        _base.Release("2025-03-05");
        Assert.Empty(_base.Problems());
    }

    [Fact]
    public void The_folder_of_the_releases_is_no_chapter() => Assert.Equal(["2025-02"], _base.Load().Chapters.Select(c => c.Id));
}
