using Bot.Search.Index;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Search.Tests;

public sealed class SearchIndexTests
{
    private static readonly SearchIndex s_talks = Index(
        "The talks in Riyadh lasted four and a half hours",
        "Zelensky cancelled his visit to Riyadh",
        "Germany and France asked for a seat at the table",
        "利雅得會談持續了四個半小時",
        "澤倫斯基取消訪問",
        "Переговоры в Эр-Рияде длились четыре с половиной часа");

    [Theory]
    [InlineData("how long did the talks last", 0)]
    [InlineData("Zelenski's visit cancelled", 1)]
    [InlineData("who gets a SEAT at the table?", 2)]
    [InlineData("会谈持续多久", 3)]
    [InlineData("泽伦斯基", 4)]
    [InlineData("сколько длились переговоры", 5)]
    public void The_document_that_says_most_of_a_query_comes_first(string query, int best)
    {
        Assert.Equal(best, Find(s_talks, query)[0].Document);
    }

    [Fact]
    public void Hits_come_with_falling_scores()
    {
        var hits = Find(s_talks, "the talks in Riyadh and the seat of Zelensky");

        Assert.Equal(3, hits.Length);
        Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
    }

    [Fact]
    public void A_rare_word_counts_more_than_a_common_one()
    {
        var index = Index("talks talks talks", "talks talks palace", "talks talks talks");

        Assert.Equal(1, Find(index, "talks palace")[0].Document);
    }

    [Fact]
    public void A_heavier_field_wins_over_a_lighter_one()
    {
        var index = SearchIndex.Build(
        [
            new("light", [new("ceasefire ceasefire ceasefire", 0.1f), new("delegation")]),
            new("heavy", [new("ceasefire"), new("delegation delegation delegation", 0.1f)]),
        ]);

        Assert.Equal("heavy", index.Id(Find(index, "ceasefire")[0].Document));
        Assert.Equal("light", index.Id(Find(index, "delegation")[0].Document));
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_the_documents()
    {
        var index = Index("summit", "summit", "other", "summit", "summit");

        Assert.Equal([0, 1, 3, 4], Find(index, "summit").Select(h => h.Document));
        Assert.Equal([0, 1], Find(index, "summit", room: 2).Select(h => h.Document));
    }

    [Fact]
    public void Coverage_is_the_share_of_the_query_that_a_document_holds()
    {
        Assert.Equal(1, Find(s_talks, "Zelensky cancelled")[0].Coverage);
        Assert.InRange(Find(s_talks, "Zelensky cancelled dinner")[0].Coverage, 0.5f, 0.9f);
    }

    [Fact]
    public void Coverage_is_never_below_0_nor_above_1()
    {
        string[] queries = ["the", "talks in Riyadh lasted", "riyadh riyadh riyadh", "會談 talks переговоры", "unheard-of words", "四個半小時 a half"];

        Assert.All(queries.SelectMany(q => Find(s_talks, q)), hit => Assert.InRange(hit.Coverage, 0f, 1f));
    }

    [Fact]
    public void A_word_said_twice_asks_no_more_than_once()
    {
        Assert.Equal(Find(s_talks, "talks Riyadh"), Find(s_talks, "talks Riyadh talks riyadh TALKS"));
    }

    [Fact]
    public void What_is_nowhere_is_not_found()
    {
        Assert.Empty(Find(s_talks, "xylophone"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!…🙂\u202e\ud800")]
    public void A_query_without_words_finds_nothing(string query)
    {
        Assert.Empty(Find(s_talks, query));
    }

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        var index = SearchIndex.Build([]);

        Assert.Equal(0, index.Count);
        Assert.Empty(Find(index, "talks"));
    }

    [Fact]
    public void A_document_without_text_is_counted_but_never_found()
    {
        var index = SearchIndex.Build([new("empty", []), new("blank", [new("")]), new("full", [new("talks")])]);

        Assert.Equal(3, index.Count);
        Assert.Equal([2], Find(index, "talks").Select(h => h.Document));
    }

    [Fact]
    public void Fewer_hits_than_asked_for_leave_the_rest_of_the_room_alone()
    {
        var room = new SearchHit[10];
        var untouched = new SearchHit(-1, -1, -1);
        Array.Fill(room, untouched);

        Assert.Equal(1, s_talks.Search("Germany", room));
        Assert.Equal(2, room[0].Document);
        Assert.All(room[1..], hit => Assert.Equal(untouched, hit));
    }

    [Fact]
    public void No_room_takes_no_hits()
    {
        Assert.Equal(0, s_talks.Search("Riyadh", []));
    }

    [Fact]
    public void The_best_hits_are_found_however_little_room_there_is()
    {
        Assert.Equal(Find(s_talks, "the visit to Riyadh")[..1], Find(s_talks, "the visit to Riyadh", room: 1));
    }

    [Fact]
    public void A_query_of_10_000_characters_is_read_to_its_limit()
    {
        var ballast = new string(' ', 5_000) + string.Concat(Enumerable.Repeat("xy12zx ", 700));

        Assert.Equal(0, Find(s_talks, "lasted four hours " + ballast)[0].Document);
        Assert.Empty(Find(s_talks, ballast + new string('z', QueryLimits.MaxLength) + " Germany"));
    }

    [Fact]
    public void A_search_that_has_warmed_up_allocates_nothing()
    {
        string[] queries = ["how long did the talks in Riyadh last", "會談持續多久", "сколько длились переговоры", "unhaerd-of wrods 無此詞語"];
        var room = new SearchHit[5];
        for (var i = 0; i < 100; i++)
        {
            foreach (var query in queries)
            {
                s_talks.Search(query, room);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var query in queries)
        {
            s_talks.Search(query, room);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("ryadh meting", 0)]
    [InlineData("negotiating", 1)]
    [InlineData("переговорах", 2)]
    [InlineData("談會利雅", 3)]
    public void Misspelt_and_inflected_words_find_what_is_meant(string query, int best)
    {
        var index = Index("A meeting in Riyadh", "Negotiators and negotiations", "О переговорах: начало переговоров", "利雅得會談");

        Assert.Equal(best, Find(index, query)[0].Document);
    }

    [Fact]
    public void Words_that_stand_together_in_a_sentence_count_more_than_words_apart()
    {
        var index = Index("The envoy came late. A train left. Nobody paid the hotel.", "The envoy came by train. A hotel was late. Nobody left, all paid.");

        Assert.Equal([1, 0], Find(index, "envoy train").Select(h => h.Document));
    }

    [Fact]
    public void What_a_whole_field_holds_beside_the_query_counts_against_it()
    {
        SearchDocument[] Documents(bool isWhole) =>
        [
            new("long", [new("Who met whom in the palace on the last day of the long winter journey", PenalizesExtraTerms: isWhole)]),
            new("short", [new("Who met whom in the palace", PenalizesExtraTerms: isWhole), new("another day of journey in the long winter last year")]),
            .. Enumerable.Range(0, 8).Select(i => new SearchDocument($"{i}", [new($"something else {i}")])),
        ];

        float Score(bool isWhole) => Find(SearchIndex.Build(Documents(isWhole)), "who met in the palace").Single(h => h.Document == 0).Score;

        Assert.True(Score(isWhole: true) < Score(isWhole: false));
        Assert.Equal(1, Find(SearchIndex.Build(Documents(isWhole: true)), "who met in the palace")[0].Document);
    }

    [Fact]
    public void Passing_over_what_cannot_win_changes_no_hit()
    {
        // Few rare words and many common ones, so that the common ones need not be read to the end.
        var index = SearchIndex.Build([.. Enumerable.Range(0, 20_000).Select(i => new SearchDocument($"{i}", [new($"common every usual plain word{i % 5} rare{i % 4000}")]))]);

        foreach (var query in (string[])["rare17 common every usual plain word2", "rare3999 rare3 plain usual", "word1 common"])
        {
            var all = Find(index, query, room: 20_000);
            Assert.Equal(all[..3], Find(index, query, room: 3));
        }
    }

    [Fact]
    public async Task One_index_serves_many_threads_at_once()
    {
        var expected = Find(s_talks, "talks in Riyadh");
        var searches = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 500).All(_ => Find(s_talks, "talks in Riyadh").SequenceEqual(expected))));

        Assert.All(await Task.WhenAll(searches), Assert.True);
    }

    private static SearchIndex Index(params string[] texts) =>
        SearchIndex.Build([.. texts.Select((text, i) => new SearchDocument($"{i}", [new SearchField(text)]))]);

    private static SearchHit[] Find(SearchIndex index, string query, int room = 10)
    {
        var hits = new SearchHit[room];
        return hits[..index.Search(query, hits)];
    }
}
