using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Answers.Model;

namespace Bot.Tests;

/// <summary>The program has one name, and what it says of itself names no subject of a base.</summary>
public sealed partial class ProgramNameTests
{
    private static readonly string[] s_shipped =
    [
        "src/Bot/Bot.csproj", "src/Bot/talks-bot.service", "src/Bot/compose.yaml", "src/Bot/Cli/CommandLine.cs", "src/Bot/Cli/AskCommand.cs",
        "src/Bot.Answers/Texts/shared.json", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Bot.Answers/Texts/commands")).Select(f => Path.GetRelativePath(Repository.Root, f)),
    ];

    public static TheoryData<string> Shipped => [.. s_shipped];

    [Fact]
    public void The_name_is_that_of_the_build_in_what_is_installed()
    {
        var name = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Product").Single().Value;

        Assert.Equal(name, ProgramName.Text);
        Assert.Contains($"ExecStart=/opt/{name}/Bot\n", Read($"src/Bot/{name}.service"), StringComparison.Ordinal);
        Assert.Contains($"    image: {name}:latest\n", Read("src/Bot/compose.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_code_repeats_the_name()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Append(Path.Combine(Repository.Root, "src/Bot/Bot.csproj"));

        Assert.DoesNotContain(sources, file => File.ReadAllText(file).Contains(ProgramName.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_the_program_says_of_itself_names_no_subject(string file)
    {
        Assert.DoesNotMatch(Subject(), Read(file).Replace(ProgramName.Text, "", StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex("Riyadh|Wikipedia|Lavrov|Zelensk|Putin|Trump|Ukrain(e|ian war)|Russia[^n]|the talks|2025|利雅|維基|维基|拉夫|談判|谈判|Рияд|Ріяд|Википед|Вікіпед|Лавров|переговор", RegexOptions.IgnoreCase)]
    private static partial Regex Subject();
}
