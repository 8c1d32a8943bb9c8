using Bot.Facts.Authoring;

namespace Bot.Facts.Tests.Authoring;

public sealed class BaseStatusTests
{
    private const string Call = "2025-02/call.yaml";

    [Fact]
    public void What_is_missing_is_listed_by_language_also_in_a_base_that_is_not_valid()
    {
        var status = Of(new SmallBase()
            .Change(Call, "en: [Did they speak]", "en: [Did they speak, a call, the call, spoke]")
            .Change(Call, ", uk: Вони говорили. }", " }")
            .Change(Call, "ru: [Как долго]", "ru: [TO WRITE questions of call-length in ru]"));

        Assert.Equal(["en", "zh-Hant", "zh-Hans", "ru", "uk"], status.Languages.Select(l => l.Language));
        Assert.Equal(["call-length"], status.Languages[0].FewExamples);
        Assert.Equal((1, 2.5), (status.Languages[0].MinExamples, status.Languages[0].MedianExamples));
        Assert.Equal([new(Call, 15, 11)], status.Languages[4].Missing);
        Assert.Equal([new(Call, 29, 78)], status.Languages[3].Stubs);
        Assert.Equal(0, status.Languages[3].MinExamples);
    }

    [Fact]
    public void Facts_are_counted_by_status_and_by_the_time_since_their_check()
    {
        var status = Of(new SmallBase().Change(Call, "status: unverified", "status: unverified\n    checked: 2024-03-01"));

        Assert.Equal(2, status.Facts);
        Assert.Equal([new("confirmed", 1), new("confirmed-with-nuance", 0), new("corrected", 0), new("unverified", 1), new("disputed", 0)], status.Statuses);
        Assert.Equal([new("0-30 days", 0), new("31-90 days", 1), new("91-365 days", 0), new("over 365 days", 1)], status.Ages);
        Assert.Equal([new("article", 1), new("reference", 1), new("evidence", 1)], status.Sources);
        Assert.Equal(("2025-02", 1, 2), (status.Chapters.Single().Chapter, status.Chapters.Single().Events, status.Chapters.Single().Facts));
    }

    [Fact]
    public void Events_without_meetings_or_an_overview_are_listed_by_chapter()
    {
        var empty = Of(new SmallBase()).Chapters.Single();
        var full = Of(new SmallBase().Change(Call, "facts:\n", "  meetings: [{ form: call, between: [trump, putin] }]\n  overview: { whole: [call-held] }\nfacts:\n")).Chapters.Single();

        Assert.Equal(["call"], empty.WithoutMeetings);
        Assert.Equal(["call"], empty.WithoutOverview);
        Assert.Empty(full.WithoutMeetings.Concat(full.WithoutOverview));
    }

    // On the 31st day after the base's as-of.
    private static BaseStatus Of(SmallBase small)
    {
        using var folder = small.ToFolder();
        return FactBaseLoader.Status(folder.Path, new DateOnly(2025, 4, 1)).Status;
    }
}
