using Bot.Facts.Model;

namespace Bot.Adapters.Tests.Pipeline;

/// <summary>The sample base after an edit.</summary>
internal static class ChangedBase
{
    public static FactBase Load()
    {
        var folder = Directory.CreateTempSubdirectory("bot-");
        try
        {
            return SampleBase.Load(SampleBase.Copy(folder.FullName, "lasted about 4.5 hours, according to Politico", "lasted nearly five hours, according to Politico"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
