using System.Runtime.Versioning;
using Bot.Adapters.State;

namespace Bot.Adapters.Tests.State;

[UnsupportedOSPlatform("windows")]
public sealed class StateFolderTests : IDisposable
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OpenFolder = OwnerFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode OpenFile = OwnerFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _root = Directory.CreateTempSubdirectory("state").FullName;

    private string Folder => Path.Combine(_root, "state");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_that_does_not_exist_is_made_for_its_owner_alone()
    {
        Assert.Null(State().Prepare());

        Assert.Equal(OwnerFolder, File.GetUnixFileMode(Folder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public void Files_are_written_for_their_owner_alone()
    {
        var state = State();

        state.Replace("discord-1.json", file => file.Write("[]"u8));
        using (var file = state.Append("telegram-1.jsonl"))
        {
            file.Write("1"u8);
        }

        using (var file = state.Append("telegram-1.jsonl"))
        {
            file.Write("2"u8);
        }

        Assert.Equal(OwnerFolder, File.GetUnixFileMode(Folder));
        Assert.Equal(OwnerFile, File.GetUnixFileMode(state.PathOf("discord-1.json")));
        Assert.Equal(OwnerFile, File.GetUnixFileMode(state.PathOf("telegram-1.jsonl")));
        Assert.Equal("[]", File.ReadAllText(state.PathOf("discord-1.json")));
        Assert.Equal("12", File.ReadAllText(state.PathOf("telegram-1.jsonl")));
    }

    [Fact]
    public void A_folder_and_files_of_an_earlier_version_are_closed_to_others()
    {
        Make(OpenFolder, "telegram-1.jsonl");

        Assert.Null(State().Prepare());

        Assert.Equal(OwnerFolder, File.GetUnixFileMode(Folder));
        Assert.Equal(OwnerFile, File.GetUnixFileMode(Path.Combine(Folder, "telegram-1.jsonl")));
    }

    [Theory]
    [InlineData("telegram-1.jsonl", "notes.txt")]
    [InlineData]
    public void A_folder_that_somebody_else_made_keeps_its_mode_and_is_warned_about(params string[] files)
    {
        Make(OpenFolder, files);

        Assert.Equal(
            $"State:Folder is '{Folder}', which other users may access (mode 755); only the bot's user can read the bot's files in it. The folder's mode is not changed: chmod 700 restricts it.",
            State().Prepare());

        Assert.Equal(OpenFolder, File.GetUnixFileMode(Folder));
        Assert.Equal(files.ToDictionary(f => f, f => f == "notes.txt" ? OpenFile : OwnerFile), files.ToDictionary(f => f, f => File.GetUnixFileMode(Path.Combine(Folder, f))));
    }

    [Fact]
    public void A_folder_that_somebody_else_made_for_this_user_alone_is_fine()
    {
        Make(OwnerFolder, "notes.txt");

        Assert.Null(State().Prepare());
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_named_with_what_to_do()
    {
        File.WriteAllText(Folder, "not a folder");

        Assert.Equal(
            $"State:Folder is '{Folder}', which cannot be written to: The file '{Folder}' already exists. Allow the bot's user to write there, or set another folder; until then no state survives a restart.",
            State().Prepare());
    }

    [Fact]
    public void A_file_that_cannot_be_written_whole_leaves_the_old_one()
    {
        var state = State();
        state.Replace("discord-1.json", file => file.Write("old"u8));

        Assert.Throws<IOException>(() => state.Replace("discord-1.json", file =>
        {
            file.Write("ne"u8);
            throw new IOException("No space left on device");
        }));

        Assert.Equal("old", File.ReadAllText(state.PathOf("discord-1.json")));
    }

    [Fact]
    public void A_file_belongs_to_a_platform() =>
        Assert.Throws<ArgumentException>(() => State().PathOf("other.json"));

    private StateFolder State() => new(Folder, ["discord", "telegram"]);

    private void Make(UnixFileMode mode, params string[] files)
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in files)
        {
            var path = Path.Combine(Folder, file);
            File.WriteAllText(path, "");
            File.SetUnixFileMode(path, OpenFile);
        }

        File.SetUnixFileMode(Folder, mode);
    }
}
