namespace Bot.Testing;

/// <summary>
/// The sample base with one example question for each fact and each subject in each language, made once a test run. Started programs serve it:
/// preparing the search for all the questions takes half of the time of a start, and few tests are about it.
/// </summary>
internal static class SmallSample
{
    // Most tests ask about the talks themselves, so the facts about them keep all their questions.
    private static readonly string s_whole = Path.Combine("2025-02-riyadh", "02-18-riyadh-talks.yaml");

    /// <summary>Its folder; deleted when the test run ends.</summary>
    public static string Folder { get; } = Make();

    private static string Make()
    {
        // Readable by all, unlike the folders that the framework makes for temporary files: some programs are started by another user.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"bot-tests-{Guid.NewGuid():N}"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        FewerExamples.Copy(SampleBase.Folder, folder.FullName, facts: 1, subjects: 1);
        File.Copy(Path.Combine(SampleBase.Folder, s_whole), Path.Combine(folder.FullName, s_whole), overwrite: true);
        return folder.FullName;
    }
}
