using System.Runtime.CompilerServices;
using Bot.Cli;
using Bot.Facts;
using Bot.Terminal;

// Nothing waits for it: it only makes what follows faster. A native binary is compiled already.
if (RuntimeFeature.IsDynamicCodeCompiled)
{
    _ = FactBaseLoader.WarmUpAsync();
}

// The log goes there as well.
Console.SetError(StandardError.Open());
return await CommandLine.RunAsync(args, StandardOutput.Open(), Console.Error, TimeProvider.System).ConfigureAwait(false);
