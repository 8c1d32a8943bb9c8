namespace Bot.Answers.Model;

/// <summary>The version of the program, which stands in one property of the build.</summary>
public static class ProgramVersion
{
    /// <summary>Major, minor and patch, such as <c>1.1.0</c>.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
