using System.Runtime.CompilerServices;
using Bot.Cli;
using Bot.Facts;
using Bot.Terminal;

// Nothing waits for this; it only speeds up what follows. A native binary is already compiled.
if (RuntimeFeature.IsDynamicCodeCompiled)
{
    _ = FactBaseLoader.WarmUpAsync();
}

// The log uses standard error too.
Console.SetError(StandardError.Open());
return await CommandLine.RunAsync(args, StandardOutput.Open(), Console.Error, TimeProvider.System).ConfigureAwait(false);
