using System.Globalization;
using Bot.EndToEnd.Tests.Telegram;
using Bot.Telegram.Logging;
using CsCheck;

namespace Bot.EndToEnd.Tests.Fuzzing;

public sealed class TelegramMutationTests(ITestOutputHelper output) : TelegramTest
{
    // Ids of messages and queries from here on.
    private const int FirstNumber = 1_000_000;

    // What is sent before the bot has answered what came before it.
    private const int Batch = 500;

    private static readonly Gen<(RecordedUpdate Recorded, MutatedJson Mutated)> s_mutations =
        Gen.OneOf([.. RecordedUpdate.All.Select(r => JsonMutations.Of(r.Json).Select(m => (r, m)))]);

    [Fact]
    public async Task After_any_change_of_an_update_the_next_question_is_answered_and_so_is_what_is_intact()
    {
        // Queries that the stand-in never asked are refused with an error.
        ExpectsErrors = true;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(LongRun.Mutations / 30));
        var mutations = s_mutations.Generate(LongRun.Seed(output), LongRun.Mutations).ToList();
        _ = (AnnsChat, Server.Supergroup(RecordedUpdate.GroupId, "Group", isForum: true));
        StartBot();
        var questions = new List<int>();
        for (var sent = 0; sent < mutations.Count; sent += Batch)
        {
            for (var i = sent; i < Math.Min(sent + Batch, mutations.Count); i++)
            {
                Server.SendRaw(mutations[i].Mutated.Json.Replace(RecordedUpdate.Number, Number(i), StringComparison.Ordinal));
                questions.Add(BobsChat.Send(Bob, "/about"));
            }

            await Server.WaitForNoPendingUpdatesAsync(deadline.Token);
        }

        var answered = Server.Calls.Select(RecordedUpdate.Answered).ToHashSet();
        var intact = Enumerable.Range(0, mutations.Count).Where(i => mutations[i].Recorded.Needed.Length > 0 && mutations[i].Mutated.IsIntact(mutations[i].Recorded.Needed)).ToList();
        var skipped = Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateSkipped)).Count;
        var partial = Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateReadInPart)).Count;
        output.WriteLine($"{mutations.Count} changed updates: {skipped} skipped, {partial} read in part; {intact.Count} have all that an answer needs, and {intact.Count(i => answered.Contains(Number(i)))} of those are answered.");
        Assert.Equal(questions, BobsChat.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Empty(intact.Where(i => !answered.Contains(Number(i))).Select(i => $"{mutations[i].Recorded.Kind}: {mutations[i].Mutated}"));
        Assert.InRange(intact.Count, mutations.Count / 5, mutations.Count);
        Assert.InRange(partial, mutations.Count / 20, mutations.Count);
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateFailed)));
        Assert.DoesNotContain(Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    private static string Number(int index) => (FirstNumber + index).ToString(CultureInfo.InvariantCulture);
}
