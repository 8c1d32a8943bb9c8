using Bot.Adapters.Monitoring;
using Bot.Facts;
using Bot.Facts.Releases;
using Bot.Monitoring;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

public sealed class ServedBaseTests
{
    private readonly ComponentHealth _health = new("facts", new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
    private readonly ServedBase _served;

    public ServedBaseTests()
    {
        _served = new ServedBase(_health, FactBaseLoader.Load(Path.Combine(Repository.Root, "tests", "SampleBase")).Base!, vectorProblem: null);
        _served.Begin();
    }

    private (ComponentStatus, string?) Now => (_health.State.Status, _health.State.Detail);

    [Fact]
    public void A_base_with_another_release_is_another_one()
    {
        var folder = Directory.CreateTempSubdirectory("bot-tests-");
        try
        {
            var facts = SampleBase.Copy(folder.FullName);
            var before = SampleBase.Load(facts);
            Assert.True(_served.IsServing(before));

            ReleaseWriter.Write(facts, ReleaseBuilder.Next(before, new DateOnly(2026, 1, 2))!);
            var released = SampleBase.Load(facts);
            Assert.Equal(before.Version, released.Version);
            Assert.False(_served.IsServing(released));

            _served.Serve(released);
            Assert.True(_served.IsServing(released));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_table_of_word_vectors_that_is_missing_shows_as_long_as_the_bot_runs()
    {
        var served = new ServedBase(_health, SampleBase.Facts, "words.vec is missing");
        served.Begin();
        Assert.Equal((ComponentStatus.Degraded, Now.Item2), Now);
        Assert.EndsWith(" facts; questions are matched by their words alone: words.vec is missing", Now.Item2, StringComparison.Ordinal);

        served.SetStalled(TimeSpan.FromSeconds(30));
        served.ClearStall();
        Assert.EndsWith(": words.vec is missing", Now.Item2, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_answer_shows_until_it_does()
    {
        var before = Now;

        _served.SetStalled(TimeSpan.FromSeconds(30));
        Assert.Equal((ComponentStatus.Degraded, before.Item2 + "; the folder has not answered for 30 s"), Now);

        _served.ClearStall();
        Assert.Equal((ComponentStatus.Healthy, before.Item2), Now);
    }

    [Fact]
    public void Problems_of_the_files_still_show_when_the_folder_answers_again()
    {
        var before = Now;
        _served.SetDegraded(2, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        _served.SetStalled(TimeSpan.FromSeconds(30));

        _served.ClearStall();

        Assert.Equal((ComponentStatus.Degraded, before.Item2 + "; the files have 2 problem(s) since 2026-01-02T03:04:05Z; see the log"), Now);
    }
}
