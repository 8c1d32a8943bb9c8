using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Discord.Parsing;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>Responds to interactions from memory and at once, so no response has to be deferred.</summary>
internal sealed class InteractionHandler
{
    private readonly InteractionParser _parser;
    private readonly AskPipeline<InteractionResponse> _pipeline;
    private readonly ReplyResponses _responses;

    /// <summary>Creates the handler.</summary>
    /// <param name="services">The services that every adapter uses.</param>
    public InteractionHandler(AdapterServices services)
    {
        var names = new LocalizedCommandNames();
        var renderer = new DiscordRenderer(new ContainerWriter(names), new ComponentBuilder(new ButtonCode(services.Answerer)));
        _parser = new InteractionParser(services.Answerer);
        _pipeline = new AskPipeline<InteractionResponse>(services, renderer, input: CommandInput.Form);
        _responses = new ReplyResponses(names);
    }

    /// <summary>Waits until the search is built and the first response is as fast as any other.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    public Task PrepareAsync(CancellationToken cancellation) => _pipeline.PrepareAsync(cancellation);

    /// <summary>Creates the response to an interaction.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="cancellation">Cancels the wait for the search.</param>
    public async ValueTask<InteractionResponse> RespondAsync(Interaction interaction, CancellationToken cancellation)
    {
        var incoming = _parser.Parse(interaction);
        return _responses.Create(interaction, incoming, await _pipeline.ReplyAsync(incoming, _pipeline.Admit(incoming), cancellation).ConfigureAwait(false));
    }
}
