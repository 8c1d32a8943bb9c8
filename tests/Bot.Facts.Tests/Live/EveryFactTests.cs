using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Tests.Live;

/// <summary>What holds of every fact, whatever chapter it is in.</summary>
public sealed class EveryFactTests
{
    [Fact]
    public void The_base_loads_without_a_problem() => Assert.Empty(LiveFacts.Result.Problems);

    [Fact]
    public void No_fact_differs_from_the_last_release_if_there_is_one() =>
        Assert.Empty(LiveFacts.Base.Releases.IsEmpty ? [] : ReleaseComparison.Compare(LiveFacts.Base, LiveFacts.Base.Releases[^1]));

    [Fact]
    public void Every_text_is_there_in_every_language()
    {
        Assert.All(LiveFacts.Texts, t => Assert.All(Locales.All.ToArray(), locale => Assert.False(string.IsNullOrWhiteSpace(t.Text[locale]), t.Where)));
    }

    [Fact]
    public void The_typing_error_is_no_spelling_of_anybody() =>
        Assert.DoesNotContain(LiveFacts.Base.Parties.SelectMany(p => p.Spellings), s => s.Contains("俄朗普", StringComparison.Ordinal));

    [Fact]
    public void The_typing_error_can_never_become_an_alias()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in FactFiles.Find(Repository.Facts).Paths)
        {
            folder.Write(file, File.ReadAllText(Path.Combine(Repository.Facts, file)).Replace("aliases: [Donald J. Trump,", "aliases: [俄朗普,", StringComparison.Ordinal));
        }

        var problem = Assert.Single(FactBaseLoader.Load(folder.Path).Problems);
        Assert.Equal(("names/people.yaml", "'俄朗普' must never be an alias"), (problem.Location.File, problem.Message));
    }

    [Fact]
    public void Every_fact_has_a_source() =>
        Assert.All(LiveFacts.Base.Facts, f => Assert.True(f.Cites.Length + f.Evidence.Length > 0, f.Id));

    [Fact]
    public void Every_fact_that_the_record_confirms_or_corrects_has_evidence() =>
        Assert.All(LiveFacts.Base.Facts.Where(f => f.Status != VerificationStatus.Unverified), f => Assert.NotEmpty(f.Evidence));

    [Theory]
    [InlineData("news-pravda.com")]
    [InlineData("eadaily.com")]
    [InlineData("liliananews.com")]
    [InlineData("infogrambd.com")]
    [InlineData("cbnewz.com")]
    [InlineData("nexusnews.pro")]
    [InlineData("zingspot")]
    [InlineData("pravda.ru")]
    public void Nothing_stands_on_a_page_that_is_to_be_kept_out(string host) =>
        Assert.DoesNotContain(LiveFacts.Base.Sources, s => s.Url?.Contains(host, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Where the curators quote the article's own characters, every reader sees those.</summary>
    [Theory]
    [InlineData("特朗普", "trump-putin-call-without-ukraine note")]
    [InlineData("普京")]
    [InlineData("澤連斯基")]
    [InlineData("魯比奧")]
    [InlineData("拉特克利夫", "ratcliffe-named-to-us-team note")]
    [InlineData("維特科夫")]
    [InlineData("烏沙科夫")]
    [InlineData("佩斯科夫")]
    [InlineData("朔爾茨")]
    [InlineData("沙地阿拉伯")]
    public void A_reader_in_Taiwan_never_sees_the_other_names(string name, params string[] quoting) =>
        Assert.Equal(quoting, LiveFacts.Texts.Where(t => t.Text[Locale.Taiwan].Contains(name, StringComparison.Ordinal)).Select(t => t.Where));

    [Theory]
    [InlineData("川普")]
    [InlineData("普丁")]
    [InlineData("澤倫斯基")]
    [InlineData("魯比歐")]
    [InlineData("雷克里夫")]
    [InlineData("威科夫")]
    [InlineData("沙烏地阿拉伯")]
    [InlineData("利雅德")]
    public void A_reader_in_Hong_Kong_never_sees_the_names_of_Taiwan(string name) =>
        Assert.DoesNotContain(LiveFacts.Texts, t => t.Text[Locale.HongKong].Contains(name, StringComparison.Ordinal));

    [Fact]
    public void No_reader_sees_the_curators_braces() =>
        Assert.All(LiveFacts.Texts, t => Assert.All(Locales.All.ToArray(), locale => Assert.DoesNotMatch("[{}]", t.Text[locale])));
}
