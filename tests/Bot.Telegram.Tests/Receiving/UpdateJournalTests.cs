using System.Text;
using Bot.Adapters.State;
using Bot.Telegram.Receiving;

namespace Bot.Telegram.Tests.Receiving;

public sealed class UpdateJournalTests : IDisposable
{
    private const string Name = "telegram-1.jsonl";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    private string File1 => Path.Combine(_folder.FullName, "state", Name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_written_down_is_read_again_the_oldest_first_without_what_was_handled()
    {
        var journal = New();
        journal.Append([Update(83), Update(84)]);
        journal.Append([Update(7), Update(8)]);
        journal.MarkHandled(84);

        var read = New().Read(out var unreadable);

        Assert.Equal([7, 8, 83], read.Select(u => u.Id));
        Assert.Equal(0, unreadable);
        Assert.All(read, u => Assert.NotNull(u.Incoming));
    }

    [Fact]
    public void A_line_that_cannot_be_read_costs_that_line_alone()
    {
        New().Append([Update(1)]);
        File.AppendAllText(File1, $$$$$"""
            {"update_id":2,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"forward_origin":
            not json
            {"update_id":3,"message":"not an object"}
            {"update_id":"4"}
            12345678901234567890
            {"update_id":5,"\ud800aaaaaa":1}
            {"update_id":6,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"x","forward_origin":{"type":"of next year"}}}
            {"x":"{{{{{new string('x', 3 << 20)}}}}}"}
            {{{{{new string('[', 3000)}}}}}

            """);
        New().Append([Update(9)]);

        var read = New().Read(out var unreadable);

        Assert.Equal([1, 6, 9], read.Select(u => u.Id));
        Assert.Equal(8, unreadable);
    }

    [Fact]
    public void An_update_is_written_as_it_came_in_one_line()
    {
        var spread = Some.Json(1).Replace(",", ",\r\n  ", StringComparison.Ordinal);
        New().Append([new UpdateReader(Some.Parser).Read(Encoding.UTF8.GetBytes(spread), _ => true)!]);

        var read = Assert.Single(New().Read(out _));

        Assert.Equal("Hello", read.Update!.Message!.Text);
        Assert.Equal(3, File.ReadAllText(File1).Split('\n').Length);
    }

    [Fact]
    public void The_file_stays_small_while_one_update_waits_for_long()
    {
        var journal = New();
        journal.Append([Update(1)]);
        for (var id = 2; id < 1000; id++)
        {
            journal.Append([Update(id)]);
            journal.MarkHandled(id);
        }

        Assert.InRange(new FileInfo(File1).Length, 1, 300 * 250);
        Assert.Equal([1], New().Read(out _).Select(u => u.Id));
        journal.MarkHandled(1);
        Assert.False(File.Exists(File1));
    }

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        var journal = New();
        journal.Append(Enumerable.Range(1, 300).Select(Update).ToList());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());

        // Written again, it is the same.
        Enumerable.Range(1, 299).ToList().ForEach(journal.MarkHandled);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());

        UnixFileMode Mode() => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(File1);
    }

    private UpdateJournal New() => new(new StateFolder(Path.Combine(_folder.FullName, "state"), ["telegram"]), Name, new UpdateReader(Some.Parser));

    private static ParsedUpdate Update(int id) => new UpdateReader(Some.Parser).Read(Encoding.UTF8.GetBytes(Some.Json(id)), _ => true)!;
}
