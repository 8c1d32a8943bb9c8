using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

public sealed class EnumWordsTests
{
    [Fact]
    public void A_value_has_a_word_with_hyphens()
    {
        Assert.Equal("confirmed-with-nuance", VerificationStatus.ConfirmedWithNuance.ToWord());
        Assert.Equal(["person", "place", "organisation"], EnumWords.All<PartyKind>());
    }

    [Fact]
    public void A_word_is_read_as_it_is_written_and_no_other()
    {
        Assert.Equal(VerificationStatus.ConfirmedWithNuance, EnumWords.Parse<VerificationStatus>("confirmed-with-nuance"));
        Assert.Null(EnumWords.Find<VerificationStatus>("Confirmed"));
        Assert.Null(EnumWords.Find<VerificationStatus>("1"));
        Assert.Null(EnumWords.Find<VerificationStatus>(null));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnumWords.Parse<VerificationStatus>("confirmd"));
    }
}
