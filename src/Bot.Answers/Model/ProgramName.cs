using System.Reflection;

namespace Bot.Answers.Model;

/// <summary>The name of the program, which one property of the build sets: for other programs and operators, never shown to readers.</summary>
public static class ProgramName
{
    /// <summary>Lower-case words with hyphens.</summary>
    public static string Text { get; } = typeof(ProgramName).Assembly.GetCustomAttribute<AssemblyProductAttribute>()!.Product;
}
