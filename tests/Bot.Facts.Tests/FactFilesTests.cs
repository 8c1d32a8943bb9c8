using System.Runtime.Versioning;

namespace Bot.Facts.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class FactFilesTests : IDisposable
{
    private const string Broken = "this: is: not: YAML\n";

    private readonly TemporaryFolder _folder = new SmallBase().ToFolder();
    private readonly string _version;

    public FactFilesTests() => _version = FactBaseLoader.Load(_folder.Path).Base!.Version;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("names/._people.yaml")]
    [InlineData(".history/names/people.yaml")]
    [InlineData(".github/ci.yaml")]
    [InlineData(".Trash-1000/x.yaml")]
    [InlineData("lost+found/x.yaml")]
    [InlineData("2025-02/.call.yaml.swp.yaml")]
    [InlineData("..data/2025-02/call.yaml")]
    public void What_belongs_to_editors_desktops_and_file_systems_is_no_part_of_the_base(string file)
    {
        _folder.Write(file, Broken);

        Assert.Equal(_version, Version());
    }

    [Fact]
    public void The_link_that_an_editor_locks_a_file_with_is_no_part_of_the_base()
    {
        Link("2025-02/.#call.yaml", "curator@host.1:2");

        Assert.Equal(_version, Version());
    }

    [Fact]
    public void A_folder_of_the_file_system_that_nobody_may_read_is_no_part_of_the_base()
    {
        var found = Directory.CreateDirectory(Path.Combine(_folder.Path, "lost+found"), UnixFileMode.None);
        try
        {
            Assert.Equal(_version, Version());
        }
        finally
        {
            found.Delete();
        }
    }

    [Theory]
    [InlineData("self", ".")]
    [InlineData("names/up", "..")]
    [InlineData("twice", "names")]
    public void A_folder_is_read_once_however_many_links_lead_to_it(string link, string target)
    {
        Link(link, target);

        Assert.Equal(_version, Version());
    }

    [Fact]
    public void A_link_to_a_folder_is_followed_as_Kubernetes_mounts_need()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "..2025_02_18"));
        Directory.Move(Path.Combine(_folder.Path, "2025-02"), Path.Combine(_folder.Path, "..2025_02_18", "2025-02"));
        Link("..data", "..2025_02_18");
        Link("2025-02", "..data/2025-02");

        Assert.Equal(_version, Version());
    }

    [Fact]
    public void A_link_to_a_file_is_followed()
    {
        File.Move(Path.Combine(_folder.Path, "2025-02/call.yaml"), Path.Combine(_folder.Path, ".call"));
        Link("2025-02/call.yaml", "../.call");

        Assert.Equal(_version, Version());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        Link("2025-02/gone.yaml", "nowhere");

        Assert.Equal(
            [$"2025-02/gone.yaml:1:1: the file cannot be read: Could not find file '{Path.Combine(_folder.Path, "2025-02/gone.yaml")}'.; allow it to be read"],
            Problems());
    }

    [Fact]
    public void A_link_to_itself_is_named()
    {
        Link("2025-02/round.yaml", "round.yaml");

        Assert.StartsWith("2025-02/round.yaml:1:1: the file cannot be read: ", Assert.Single(Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-02/NEW.YAML")]
    [InlineData("2025-02/new.yml")]
    public void A_file_whose_name_ends_otherwise_is_named(string file)
    {
        _folder.Write(file, Broken);

        Assert.Equal([$"{file}:1:1: this is not a file of the base; give it the extension .yaml and move it to names/, sources/ or a chapter's folder"], Problems());
    }

    [Fact]
    public void Edits_of_the_rest_are_seen_beside_a_file_that_cannot_be_read()
    {
        Link("2025-02/gone.yaml", "nowhere");
        var watcher = new FactBaseWatcher(_folder.Path, TimeProvider.System);
        _folder.Write("2025-02/call.yaml", new SmallBase().Change("2025-02/call.yaml", "They spoke.", "They spoke twice.")["2025-02/call.yaml"]);

        Assert.Null(watcher.Poll());
        Assert.Single(watcher.Poll()!.Problems);

        File.Delete(Path.Combine(_folder.Path, "2025-02/gone.yaml"));
        Assert.Null(watcher.Poll());
        Assert.NotNull(watcher.Poll()!.Base);
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(Path.Combine(_folder.Path, path), target);

    private string[] Problems() => [.. FactBaseLoader.Load(_folder.Path).Problems.Select(p => p.ToString())];

    private string Version()
    {
        Assert.Empty(Problems());
        return FactBaseLoader.Load(_folder.Path).Base!.Version;
    }
}
