using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Bot.Answers.Model;

namespace Bot.EndToEnd.Tests.Packaging;

/// <summary>The container's image, as an archive: no engine is needed to look into it.</summary>
[Trait("Program", "Published")]
public sealed class ContainerTests : IDisposable
{
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _deadline.Dispose();
    }

    [Fact]
    public async Task The_image_holds_the_program_and_the_facts_for_a_user_without_rights()
    {
        var program = TestedProgram.RequirePublished();
        _deadline.CancelAfter(TimeSpan.FromMinutes(2));
        var image = await PublishAsync(Path.GetDirectoryName(program)!);

        Assert.Equal("linux", image.Config["os"]!.GetValue<string>());
        var config = image.Config["config"]!;
        Assert.Equal("1654:1654", config["User"]!.GetValue<string>());
        Assert.Equal("/app/", config["WorkingDir"]!.GetValue<string>());
        Assert.Equal("""["/app/Bot"]""", config["Entrypoint"]!.ToJsonString());
        Assert.Null(config["Cmd"]);
        Assert.Equal([], config["ExposedPorts"]?.AsObject().Select(p => p.Key) ?? []);
        var environment = config["Env"]!.AsArray().Select(v => v!.GetValue<string>()).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["APP_UID=1654", "ASPNETCORE_HTTP_PORTS=", "PATH=/usr/bin", "State__Folder=/home/app/state"], environment);
        var labels = config["Labels"]!.AsObject().ToDictionary(l => l.Key, l => l.Value!.GetValue<string>());
        Assert.Equal("talks-bot", labels["org.opencontainers.image.title"]);
        Assert.Equal("MIT", labels["org.opencontainers.image.licenses"]);
        Assert.StartsWith("Answers questions from a curated and sourced base", labels["org.opencontainers.image.description"], StringComparison.Ordinal);

        var files = image.Files.Where(f => f.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile).Select(f => f.Name.TrimStart('.', '/')).ToList();
        Assert.Equal(["app/Bot", "app/libsodium.so", "app/words.vec"], files.Where(f => !f.StartsWith("app/facts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("app/facts/base.yaml", files);
        Assert.All(files.Where(f => f.StartsWith("app/facts/", StringComparison.Ordinal)), f => Assert.EndsWith(".yaml", f, StringComparison.Ordinal));
        Assert.True(image.Files.Single(f => f.Name.EndsWith("app/Bot", StringComparison.Ordinal)).Mode.HasFlag(UnixFileMode.OtherExecute));
        Assert.All(image.Files, f => Assert.Equal((0, UnixFileMode.None), (f.Uid, f.Mode & (UnixFileMode.OtherWrite | UnixFileMode.GroupWrite | UnixFileMode.SetUser | UnixFileMode.SetGroup))));
        Assert.All(image.Files, f => Assert.True(f.Mode.HasFlag(UnixFileMode.OtherRead), f.Name));
    }

    // The target alone, on what was published before: dotnet publish would compile first, which takes minutes.
    private async Task<(JsonNode Config, List<TarEntry> Files)> PublishAsync(string published)
    {
        await using var registry = await Registry.StartAsync(_deadline.Token);
        var archive = Path.Combine(_folder.FullName, "image.tar.gz");
        var start = new ProcessStartInfo(
            TestedProgram.Dotnet,
            [
                "msbuild", Path.Combine(Repository.Root, "src", "Bot"), "-t:PublishContainer", "-nodeReuse:false",
                "-p:Configuration=Release", "-p:_IsPublishing=true", $"-p:RuntimeIdentifier={RuntimeInformation.RuntimeIdentifier}", $"-p:PublishDir={published}/",
                $"-p:ContainerBaseImage={registry.Address}/base:1", $"-p:ContainerArchiveOutputPath={archive}",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Address;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(_deadline.Token);
            var error = process.StandardError.ReadToEndAsync(_deadline.Token);
            await process.WaitForExitAsync(_deadline.Token);
            Assert.True(process.ExitCode == 0, await output + await error);
            return Read(archive);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static (JsonNode Config, List<TarEntry> Files) Read(string archive)
    {
        var blobs = new Dictionary<string, byte[]>();
        using var file = File.OpenRead(archive);
        foreach (var entry in Entries(file))
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            blobs[entry.Name] = content.ToArray();
        }

        // OCI Image Format Specification, Image Layout: from the index to the manifest to what it names.
        byte[] Blob(JsonNode? descriptor) => blobs["blobs/" + descriptor!["digest"]!.GetValue<string>().Replace(':', '/')];
        var named = JsonNode.Parse(blobs["index.json"])!["manifests"]!.AsArray();
        Assert.Equal(
            [$"talks-bot:{ProgramVersion.Text}", "talks-bot:latest"],
            named.Select(n => n!["annotations"]!["io.containerd.image.name"]!.GetValue<string>().Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.Single(named.Select(n => n!["digest"]!.GetValue<string>()).Distinct());
        var manifest = JsonNode.Parse(Blob(named[0]))!;
        var files = manifest["layers"]!.AsArray().SelectMany(layer => Entries(new MemoryStream(Blob(layer))).ToList()).ToList();
        return (JsonNode.Parse(Blob(manifest["config"]))!, files);
    }

    private static IEnumerable<TarEntry> Entries(Stream archive)
    {
        // Archives and layers may be compressed or not.
        var first = archive.ReadByte();
        archive.Position = 0;
        using var tar = new TarReader(first == 0x1f ? new GZipStream(archive, CompressionMode.Decompress) : archive);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            yield return entry;
        }
    }
}
