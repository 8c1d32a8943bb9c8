using System.Reflection;

namespace Bot.Testing;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The real base.</summary>
    public static string Facts { get; } = Path.Combine(Root, "facts");

    /// <summary>The folder of the frozen base that most tests use.</summary>
    public static string SampleBase { get; } = Path.Combine(Root, "tests", "SampleBase");

    /// <summary>The folder of a frozen copy of all chapters, for questions on the later ones.</summary>
    public static string WholeBase { get; } = Path.Combine(Root, "tests", "WholeBase");
}
