namespace Bot.Facts.Tests.Rules;

public sealed class UncoveredStatementsTests
{
    [Fact]
    public void Every_statement_that_the_chapter_declares_is_covered()
    {
        Assert.Equal(
            [
                "2025-02/chapter.yaml:3:13: no fact covers S03; add it to the statements of the fact that says it",
                "2025-02/chapter.yaml:3:13: no fact covers S04; add it to the statements of the fact that says it",
            ],
            new SmallBase().Change("2025-02/chapter.yaml", "statements: 1 to 2", "statements: 1 to 4").Problems());
    }

    [Fact]
    public void No_fact_covers_a_statement_that_the_chapter_does_not_declare()
    {
        Assert.Equal(
            ["2025-02/call.yaml:19:23: S58 is not one of the chapter's statements; fix the number, or statements in chapter.yaml"],
            new SmallBase().Change("2025-02/call.yaml", "[S02]", "[S02, S58]").Problems());
    }

    [Fact]
    public void A_chapter_that_is_not_made_from_the_article_has_no_statements()
    {
        Assert.Empty(new SmallBase()
            .Change("2025-02/chapter.yaml", "statements: 1 to 2\n", "")
            .Change("2025-02/call.yaml", "    statements: [S01]\n", "")
            .Change("2025-02/call.yaml", "    statements: [S02]\n", "")
            .Change("2025-02/call.yaml", "status: confirmed", "status: unverified")
            .Problems());
    }

    [Theory]
    [InlineData("all")]
    [InlineData("2 to 1")]
    [InlineData("1 to 2000000000")]
    public void A_declaration_that_cannot_be_read_is_reported_once(string statements)
    {
        Assert.Equal(
            [$"2025-02/chapter.yaml:3:13: '{statements}' is not a range; write the minimum and the maximum, such as 50 to 80"],
            new SmallBase().Change("2025-02/chapter.yaml", "statements: 1 to 2", "statements: " + statements).Problems());
    }

    [Fact]
    public void The_facts_of_another_chapter_do_not_count()
    {
        var call = new SmallBase()["2025-02/call.yaml"].Replace("call", "talk", StringComparison.Ordinal).Replace("[talks]", "[calls]", StringComparison.Ordinal);
        Assert.Equal(
            ["2025-02/chapter.yaml:3:13: no fact covers S03; add it to the statements of the fact that says it"],
            new SmallBase()
                .Change("2025-02/chapter.yaml", "statements: 1 to 2", "statements: 1 to 3")
                .Write("2025-03/chapter.yaml", new SmallBase()["2025-02/chapter.yaml"].Replace("statements: 1 to 2", "statements: 1 to 3", StringComparison.Ordinal))
                .Write("2025-03/talk.yaml", call.Replace("[S02]", "[S02, S03]", StringComparison.Ordinal))
                .Problems());
    }
}
