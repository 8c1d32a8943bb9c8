using Bot.Adapters.Pipeline;
using Bot.Answers.Model;

namespace Bot.Adapters.Tests.Pipeline;

public sealed class RenderCacheTests
{
    [Fact]
    public void When_it_is_full_all_are_dropped_but_the_newest()
    {
        var cache = new RenderCache<int>(3);
        Add(cache, 1, 2);
        Assert.Equal([1, 2], Kept(cache));

        Add(cache, 3);
        Assert.Equal([3], Kept(cache));

        Add(cache, 4, 5);
        Assert.Equal([3, 4, 5], Kept(cache));
        Add(cache, 6);
        Assert.Equal([6], Kept(cache));
    }

    [Fact]
    public void A_page_of_another_version_is_never_given()
    {
        var cache = new RenderCache<int>(3);
        Add(cache, 1);

        Assert.False(cache.TryGet(Asked(1), default, "00000001", out _));
        Assert.True(cache.TryGet(Asked(1), default, "00000000", out _));
    }

    [Fact]
    public void With_no_capacity_nothing_is_kept()
    {
        var cache = new RenderCache<int>(0);
        Add(cache, 1);

        Assert.Empty(Kept(cache));
    }

    private static Request Asked(int number) => new("ask", $"{number}", "en");

    private static void Add(RenderCache<int> cache, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            var page = new Answer { Outcome = Outcome.Answered, Request = Asked(number), Language = "en", Title = "", Version = "00000000" };
            cache.Add(Asked(number), default, new Rendered<int>(number, page));
        }
    }

    private static IEnumerable<int> Kept(RenderCache<int> cache)
    {
        for (var number = 1; number < 10; number++)
        {
            if (cache.TryGet(Asked(number), default, "00000000", out var rendered))
            {
                yield return rendered.Content;
            }
        }
    }
}
