using System.Diagnostics;
using Bot.Facts.Tests.Releases;

namespace Bot.Facts.Tests;

public sealed class ComparedBaseReaderTests : IDisposable
{
    private static readonly string[] s_facts = ["call-held", "call-length"];

    private readonly TemporaryFolder _folder = new();

    public ComparedBaseReaderTests()
    {
        var small = new SmallBase();
        foreach (var file in small.Files)
        {
            _folder.Write("facts/" + file, small[file]);
        }
    }

    private string Facts => Path.Combine(_folder.Path, "facts");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_read()
    {
        Assert.Equal(s_facts, await IdsAsync(Facts));
    }

    [Fact]
    public async Task A_revision_of_Git_is_read_from_the_folder_of_the_base()
    {
        await GitAsync("init", "--quiet");
        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "--quiet", "--message", "First");
        _folder.Write("facts/2025-02/call.yaml", "broken: [");
        _folder.Write("facts/.hidden/call.yaml", "broken: [");

        Assert.Equal(s_facts, await IdsAsync("HEAD"));
        Assert.Equal(["'nowhere' is no folder, file or release, and no revision that git can read: git knows no such revision"], await ProblemsAsync("nowhere"));
        Assert.Equal(["'--help' is no folder, file or release, and no revision that git can read: git knows no such revision"], await ProblemsAsync("--help"));
    }

    [Fact]
    public async Task A_folder_that_is_in_no_repository_has_no_revision()
    {
        Assert.StartsWith("'HEAD' is no folder, file or release, and no revision that git can read: fatal: not a git repository", Assert.Single(await ProblemsAsync("HEAD")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_read_by_its_file_and_by_its_name()
    {
        using var released = ReleasedBase.Create();
        var reader = new ComparedBaseReader(released.Folder, TimeProvider.System);
        var token = TestContext.Current.CancellationToken;

        Assert.Equal(s_facts, (await reader.ReadAsync("2025-03-02", token)).Base!.Facts.Select(f => f.Id));
        Assert.Equal(s_facts, (await reader.ReadAsync(Path.Combine(released.Folder, "releases", "2025-03-02.yaml"), token)).Base!.Facts.Select(f => f.Id));
        Assert.Equal([$"the base in {released.Folder} has no release 2025-03-03; it has 2025-03-02"], (await reader.ReadAsync("2025-03-03", token)).Problems);
    }

    [Fact]
    public async Task A_file_that_is_no_export_is_named()
    {
        var file = Path.Combine(_folder.Path, "export.json");
        _folder.Write("export.json", "{\"type\":\"base\",\"id\":\"1\"}\n{\"type\":\"fact\"}\n");
        Assert.StartsWith($"{file}: line 2 is not one that facts export writes: ", Assert.Single(await ProblemsAsync(file)), StringComparison.Ordinal);

        _folder.Write("export.json", "");
        Assert.Equal([$"{file}: no line has the type base, which facts export writes first"], await ProblemsAsync(file));
    }

    [Fact]
    public async Task A_base_that_is_not_valid_is_refused_with_its_problems()
    {
        _folder.Write("facts/base.yaml", "as-of: never\n");

        var result = await ReadAsync(Facts);

        Assert.True(result.IsInvalidBase);
        Assert.StartsWith("base.yaml:1:8: ", result.Problems[0], StringComparison.Ordinal);
        Assert.Equal($"1 problem(s) in {Facts}", result.Problems[^1]);
    }

    private Task<ComparedBaseResult> ReadAsync(string name) => new ComparedBaseReader(Facts, TimeProvider.System).ReadAsync(name, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> IdsAsync(string name) => (await ReadAsync(name)).Base!.Facts.Select(f => f.Id);

    private async Task<IEnumerable<string>> ProblemsAsync(string name) => (await ReadAsync(name)).Problems;

    private async Task GitAsync(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path })!;
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
    }
}
