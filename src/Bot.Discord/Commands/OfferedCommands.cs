using Bot.Answers;
using Bot.Discord.Wire;

namespace Bot.Discord.Commands;

/// <summary>The commands to register, which may change with the base.</summary>
/// <param name="answerer">The source of the commands.</param>
/// <param name="isGlobal">Whether they are registered globally.</param>
public sealed class OfferedCommands(Answerer answerer, bool isGlobal)
{
    /// <summary>The commands that the current base has something for.</summary>
    public IReadOnlyList<ApplicationCommand> Current => CommandDefinitions.Create(answerer, isGlobal);

    /// <summary>Waits until the commands differ from the registered ones.</summary>
    /// <param name="registered">The registered commands.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WaitForChangeAsync(IReadOnlyList<ApplicationCommand> registered, CancellationToken cancellation)
    {
        while (true)
        {
            var version = answerer.Version;
            if (!CommandComparer.AreEquivalent(Current, registered))
            {
                return;
            }

            await answerer.WaitForOtherBaseAsync(version, cancellation).ConfigureAwait(false);
        }
    }
}
