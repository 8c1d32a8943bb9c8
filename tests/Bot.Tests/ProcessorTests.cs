using System.Text.Json;

namespace Bot.Tests;

/// <summary>What is learned and answered is the same whatever numbers a processor handles at once, and however the program was compiled.</summary>
[Trait("Program", "Published")]
public sealed class ProcessorTests
{
    [Fact]
    public async Task A_processor_with_other_vectors_and_the_published_program_are_as_certain_as_the_built_one()
    {
        using var folder = new ProgramFolder();
        folder.Variables["Facts__Path"] = SampleBase.Folder;
        var questions = File.ReadLines(Path.Combine(Repository.Root, "tests", "Bot.Answers.Tests", "Questions", "development.jsonl"));
        var input = BotProcess.Utf8.GetBytes(string.Concat(questions.Select(line => JsonElement.Parse(line).GetProperty("question").GetString() + "\n")));
        string[] arguments = ["facts", "try", "--stdin"];

        await using var built = folder.Start(TestedProgram.StartBuilt(arguments));
        folder.Variables["DOTNET_EnableAVX"] = "0";
        await using var other = folder.Start(arguments);
        var (expected, actual) = (await built.EndAsync(input), await other.EndAsync(input));

        Assert.Equal(435, expected.Lines.Count(line => line.Contains(", confidence ", StringComparison.Ordinal) && !line.Contains("score", StringComparison.Ordinal)));
        Assert.Equal(expected.Lines, actual.Lines);
    }
}
