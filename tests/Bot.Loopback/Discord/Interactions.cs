using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Discord;

/// <summary>The interactions that wait for a response or may have follow-ups ("Receiving and Responding").</summary>
internal sealed class Interactions(DiscordServer server)
{
    /// <summary>How long the first response may take ("Receiving and Responding", Interaction Callback).</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(3);

    /// <summary>How long a token is valid (the same section).</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    // "Create Followup Message": of an app that only its user installed.
    private const int MaxUserFollowUps = 5;

    // The words of these three are common knowledge, their codes are documented.
    private static readonly Reply s_unknownInteraction = Reply.Error(404, 10062, "Unknown interaction");
    private static readonly Reply s_unknownWebhook = Reply.Error(404, 10015, "Unknown Webhook");
    private static readonly Reply s_badToken = Reply.Error(401, 50027, "Invalid Webhook Token");
    private static readonly Reply s_unknownMessage = Reply.Error(404, 10008, "Unknown Message");
    private readonly ConcurrentDictionary<ulong, IPendingInteraction> _pending = new();
    private readonly ConcurrentDictionary<string, Interaction> _byToken = new();

    /// <summary>Waits for a response.</summary>
    public void Add(IPendingInteraction interaction)
    {
        _pending[interaction.Id] = interaction;
        if (interaction is Interaction full)
        {
            _byToken[full.Token] = full;
        }
    }

    /// <summary>Waits no more.</summary>
    public void Remove(ulong id) => _pending.TryRemove(id, out _);

    /// <summary>Whether a path is that of the response to an interaction of a flood.</summary>
    public bool IsFlood(string[] path) =>
        path is ["interactions", var id, ..] && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _pending.TryGetValue(number, out var pending) && pending is FloodItem;

    /// <summary>"Create Interaction Response".</summary>
    public Reply Callback(string id, string token, Request request)
    {
        if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !_pending.TryGetValue(number, out var pending)
            || pending.Token != token)
        {
            return s_unknownInteraction;
        }

        if (pending is FloodItem item)
        {
            return item.Respond(request.Bytes.Span) ? Reply.NoContent : s_unknownInteraction;
        }

        var interaction = (Interaction)pending;
        var refusal = Respond(interaction, request.Body);
        if (refusal is not null)
        {
            return refusal;
        }

        return request.Flag("with_response") ? Reply.Ok(interaction.CallbackJson()) : Reply.NoContent;
    }

    /// <summary>Takes the first response; gives the refusal.</summary>
    public Reply? Respond(Interaction interaction, JsonNode? body)
    {
        lock (interaction.Lock)
        {
            var after = server.Options.Time.GetUtcNow() - interaction.At;
            if (after > (interaction.Response is null ? FirstWait : TokenLife))
            {
                return s_unknownInteraction;
            }

            if (interaction.Response is not null)
            {
                return Reply.Error(400, 40060, "Interaction has already been acknowledged.");
            }

            var errors = ResponseRules.Check(body, interaction.Kind);
            if (errors.IsEmpty && Updated(interaction, body!) is { } source)
            {
                errors = UpdateRules.Check(source.Source, body!["data"] as JsonObject ?? []);
            }

            if (!errors.IsEmpty)
            {
                server.AddProblem($"interaction {interaction.Id}: the response was refused: {errors.ToJson().ToJsonString()}");
                return Reply.Of(errors.Status, errors.ToJson());
            }

            var json = (JsonObject)body!.DeepClone();
            var type = (int)json.Integer("type")!.Value;
            var message = Carry(interaction, type, json["data"] as JsonObject ?? []);
            interaction.Response = new() { Type = type, Message = message, After = after, Json = json };
        }

        server.Changes.Notify();
        return null;
    }

    /// <summary>"Create Followup Message".</summary>
    public Reply FollowUp(string app, string token, Request request)
    {
        if (Refusal(app, token, out var interaction) is { } refusal)
        {
            return refusal;
        }

        if (Wrong(request.Body as JsonObject) is { } wrong)
        {
            return wrong;
        }

        DiscordMessage message;
        lock (interaction!.Lock)
        {
            // "This endpoint will function as Edit Original Interaction Response for backwards compatibility."
            if (interaction.Message is { IsLoading: true } loading)
            {
                return Edit(interaction, loading, (JsonObject)request.Body!);
            }

            if (interaction.Payload["authorizing_integration_owners"] is JsonObject owners && owners["0"] is null && owners["1"] is not null && interaction.FollowUpIds.Count >= MaxUserFollowUps)
            {
                return Reply.Error(400, 40094, "This interaction has hit the maximum number of follow up messages");
            }

            message = MessageWriter.New(server, interaction, (JsonObject)request.Body!, isLoading: false, interaction.OriginalId ?? interaction.Source?.Id);
            interaction.Place.Add(message);
            interaction.FollowUpIds.Add(message.Id);
        }

        server.Changes.Notify();
        return Reply.Ok(message.Json);
    }

    /// <summary>"Get Original Interaction Response" and "Get Followup Message".</summary>
    public Reply GetMessage(string app, string token, string message) =>
        Refusal(app, token, out var interaction) ?? (Find(interaction!, message) is { } found ? Reply.Ok(found.Json) : s_unknownMessage);

    /// <summary>"Edit Original Interaction Response" and "Edit Followup Message".</summary>
    public Reply EditMessage(string app, string token, string message, Request request)
    {
        if (Refusal(app, token, out var interaction) is { } refusal)
        {
            return refusal;
        }

        lock (interaction!.Lock)
        {
            if (Find(interaction, message) is not { } found)
            {
                return s_unknownMessage;
            }

            if (request.Body is not JsonObject data)
            {
                return Reply.Error(400, 50109, "The request body contains invalid JSON.");
            }

            return Refusal(UpdateRules.Check(found.Source, data)) ?? Wrong(MessageWriter.Merged(found.Source, data)) ?? Edit(interaction, found, data);
        }
    }

    /// <summary>"Delete Original Interaction Response" and "Delete Followup Message".</summary>
    public Reply DeleteMessage(string app, string token, string message)
    {
        if (Refusal(app, token, out var interaction) is { } refusal)
        {
            return refusal;
        }

        if (Find(interaction!, message) is not { } found)
        {
            return s_unknownMessage;
        }

        interaction!.Place.Remove(found.Id);
        server.Changes.Notify();
        return Reply.NoContent;
    }

    // The webhook of an interaction exists once it was responded to; that it is unknown before is common knowledge.
    private Reply? Refusal(string app, string token, out Interaction? interaction)
    {
        interaction = null;
        if (app != server.Options.ApplicationId.Text())
        {
            return s_unknownWebhook;
        }

        if (!_byToken.TryGetValue(token, out interaction))
        {
            return s_badToken;
        }

        if (server.Options.Time.GetUtcNow() - interaction.At > TokenLife)
        {
            return s_badToken;
        }

        return interaction.Response is null ? s_unknownWebhook : null;
    }

    private static DiscordMessage? Find(Interaction interaction, string message)
    {
        if (message == "@original")
        {
            return interaction.Message;
        }

        return ulong.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (id == interaction.OriginalId || interaction.FollowUpIds.Contains(id))
            ? interaction.Place.Find(id)
            : null;
    }

    // A message is checked as that of a response is, and its errors are told without the response around it.
    private static Reply? Wrong(JsonObject? data)
    {
        if (data is null)
        {
            return Reply.Error(400, 50109, "The request body contains invalid JSON.");
        }

        return Refusal(ResponseRules.Check(new JsonObject { ["type"] = 4, ["data"] = data.DeepClone() }, InteractionKind.Command));
    }

    private static Reply? Refusal(FormErrors errors)
    {
        if (errors.IsEmpty)
        {
            return null;
        }

        var json = errors.ToJson();
        if (json["errors"]?["data"] is JsonObject inner)
        {
            json["errors"] = inner.DeepClone();
        }

        return Reply.Of(errors.Status, json);
    }

    // The message that a response changes.
    private static DiscordMessage? Updated(Interaction interaction, JsonNode response) =>
        response.Integer("type") == 7 && interaction.Source is { } source ? interaction.Place.Find(source.Id) : null;

    private Reply Edit(Interaction interaction, DiscordMessage message, JsonObject data)
    {
        var edited = MessageWriter.Edited(server, message, data);
        interaction.Place.Replace(edited);
        server.Changes.Notify();
        return Reply.Ok(edited.Json);
    }

    private DiscordMessage? Carry(Interaction interaction, int type, JsonObject data)
    {
        switch (type)
        {
            case 4 or 5:
                var message = MessageWriter.New(server, interaction, data, isLoading: type == 5, original: null);
                interaction.OriginalId = message.Id;
                interaction.Place.Add(message);
                return message;
            case 6:
                interaction.OriginalId = interaction.Source?.Id;
                return null;
            case 7 when interaction.Place.Find(interaction.Source?.Id ?? 0) is { } source:
                interaction.OriginalId = source.Id;
                var edited = MessageWriter.Edited(server, source, data);
                interaction.Place.Replace(edited);
                return edited;
            default:
                return null;
        }
    }
}
