using Bot.Answers.Values;
using Bot.Search.Text;

namespace Bot.Answers.Tests.Values;

public sealed class PlaceNamesTests
{
    private static readonly PlaceNames s_names = PlaceNames.Default;

    [Theory]
    [InlineData("They met in Dubai, correct?", "Dubai", true)]
    [InlineData("the talks in Abu Dhabi", "Abu Dhabi", true)]
    [InlineData("зустріч відбулась у Стамбулі, так?", "Istanbul", true)]
    [InlineData("переговоры прошли в Вене", "Vienna", true)]
    [InlineData("говорили об этом в Турции", "Turkey", false)]
    [InlineData("会谈在多哈举行", "Doha", true)]
    [InlineData("會談在日內瓦舉行", "Geneva", true)]
    public void A_place_is_found_in_any_language_and_case(string text, string name, bool isCity)
    {
        var place = Assert.Single(s_names.Find(Folding.Fold(text)));

        Assert.Equal(isCity, place.IsCity);
        Assert.Contains(name[..4], place.Name[Bot.Facts.Model.Locale.English], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did they agree on at the center of the talks?")]
    [InlineData("Того, що вони мали зробити, тоді не сталося")]
    [InlineData("они сидели перед камерами и говорили мало")]
    [InlineData("双方谈了什么")]
    public void Common_words_are_no_places(string text)
    {
        Assert.Empty(s_names.Find(Folding.Fold(text)));
    }
}
