namespace Bot.Answers.Model;

/// <summary>The version of the program, which one property of the build sets.</summary>
public static class ProgramVersion
{
    /// <summary>Major, minor and patch, such as <c>1.1.0</c>.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
