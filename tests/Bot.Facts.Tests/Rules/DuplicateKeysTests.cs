namespace Bot.Facts.Tests.Rules;

public sealed class DuplicateKeysTests
{
    [Fact]
    public void A_key_stands_once()
    {
        Assert.Equal(
            ["sources/evidence.yaml:5:5: the key 'publisher' occurs twice; keep one of them"],
            new SmallBase().Change("sources/evidence.yaml", "    language", "    publisher: Other\n    language").Problems());
    }

    [Fact]
    public void A_language_stands_once()
    {
        Assert.Equal(
            ["names/places.yaml:4:76: the key 'en' occurs twice; keep one of them"],
            new SmallBase().Change("names/places.yaml", "uk: США", "uk: США, en: America").Problems());
    }
}
