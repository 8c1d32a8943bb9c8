using System.Globalization;
using System.Text;
using Bot.Benchmarks.Scale;
using Bot.Facts;

namespace Bot.Benchmarks;

/// <summary>How long <c>facts check</c> takes on a made-up base: reading, all rules and proofreading, without the start of the process.</summary>
internal static class CheckBenchmark
{
    private const int Facts = 1_000;
    private const int FactsPerEvent = 20;
    private const int Examples = 20;
    private const int ExampleLength = 30;
    private const int Rounds = 5;

    public static int Run(TimeProvider time)
    {
        var files = Files();
        var loaded = FactBaseLoader.Load(files, proofreads: true);
        if (loaded.Base is null)
        {
            Console.Error.WriteLine(string.Join('\n', loaded.Problems.Take(10)));
            return 1;
        }

        FigureTable.Begin();
        FigureTable.Row($"check {Facts} facts with {Examples} examples in five languages, seconds", "3", Seconds(files, proofreads: true, time), "0.00");
        FigureTable.Row("without proofreading, as the bot loads them, seconds", "", Seconds(files, proofreads: false, time), "0.00");
        return 0;
    }

    private static List<double> Seconds(Dictionary<string, string> files, bool proofreads, TimeProvider time)
    {
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = time.GetTimestamp();
            FactBaseLoader.Load(files, proofreads);
            seconds.Add(time.GetElapsedTime(start).TotalSeconds);
        }

        return seconds;
    }

    private static Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>
        {
            ["base.yaml"] = "as-of: 2026-01-01\n",
            ["names/topics.yaml"] = $"topics:\n  - id: made-up\n    name: {All("Made up")}\n    words: {All("[invented]")}\n",
            ["names/organisations.yaml"] = $"parties:\n  - id: nobody\n    kind: organisation\n    name: {All("Nobody")}\n",
            ["sources/evidence.yaml"] = "sources:\n  - id: page\n    kind: evidence\n    publisher: Nobody\n    language: en\n    address: https://page.example/\n",
            ["2026-made-up/chapter.yaml"] = $"title: {All("Made up")}\n",
        };
        var facts = new SyntheticFacts(seed: 1);
        for (var first = 0; first < Facts; first += FactsPerEvent)
        {
            files[string.Create(CultureInfo.InvariantCulture, $"2026-made-up/event-{first}.yaml")] = EventFile(first, facts);
        }

        return files;
    }

    private static string EventFile(int first, SyntheticFacts facts)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"event:\n  id: event-{first}\n  when: 2026-01-01\n  title: {All("Made up")}\nfacts:\n"));
        for (var id = first; id < first + FactsPerEvent; id++)
        {
            var texts = facts.Next();
            text.Append(CultureInfo.InvariantCulture, $"  - id: fact-{id}\n    kind: event\n    when: 2026-01-01\n    about: [nobody]\n    topics: [made-up]\n    status: unverified\n    evidence: [page]\n    text:\n");
            foreach (var (tag, words) in SyntheticFacts.Languages.Zip(texts))
            {
                text.Append(CultureInfo.InvariantCulture, $"      {tag}: '{words}'\n");
            }

            text.Append("    questions:\n");
            foreach (var (tag, words) in SyntheticFacts.Languages.Zip(texts))
            {
                text.Append(CultureInfo.InvariantCulture, $"      {tag}:\n");
                for (var example = 0; example < Examples; example++)
                {
                    // Each is another part of the text.
                    var length = Math.Min(ExampleLength, words.Length / 2);
                    text.Append(CultureInfo.InvariantCulture, $"        - '{words.Substring(example * (words.Length - length) / Examples, length).Trim()}'\n");
                }
            }
        }

        return text.ToString();
    }

    private static string All(string value) => "{ " + string.Join(", ", SyntheticFacts.Languages.Select(tag => $"{tag}: {value}")) + " }";
}
