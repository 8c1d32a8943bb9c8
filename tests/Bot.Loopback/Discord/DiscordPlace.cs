using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>A channel: its messages, and what its people do.</summary>
public sealed class DiscordPlace
{
    private readonly Lock _lock = new();
    private readonly List<DiscordMessage> _messages = [];

    internal DiscordPlace(DiscordServer server, ulong id, InteractionContext context, DiscordGuild? guild, DiscordUser? user)
    {
        Server = server;
        (Id, Context, Guild, User) = (id, context, guild, user);
    }

    internal DiscordServer Server { get; }

    /// <summary>The identifier of the channel.</summary>
    public ulong Id { get; }

    /// <summary>What kind of place it is.</summary>
    public InteractionContext Context { get; }

    /// <summary>Its guild.</summary>
    public DiscordGuild? Guild { get; }

    /// <summary>The person whom the bot writes with.</summary>
    public DiscordUser? User { get; }

    /// <summary>All messages of the bot, as they stand now.</summary>
    public IReadOnlyList<DiscordMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>The messages of the bot that a person sees.</summary>
    public IReadOnlyList<DiscordMessage> VisibleTo(DiscordUser user) => [.. Messages.Where(m => !m.IsEphemeral || m.AskedBy == user.Id)];

    /// <summary>A message, as it stands now.</summary>
    public DiscordMessage? Find(ulong id)
    {
        lock (_lock)
        {
            return _messages.Find(m => m.Id == id);
        }
    }

    /// <summary>Runs a slash command, such as <c>who</c>, or <c>list topics</c> for a subcommand.</summary>
    /// <param name="by">Who runs it.</param>
    /// <param name="command">Its name, or its name in their language.</param>
    /// <param name="options">The values of its options.</param>
    public Interaction Run(DiscordUser by, string command, JsonObject? options = null)
    {
        var found = Command(by, command, 1, out var owners);
        var data = InteractionWriter.Data(found);
        if (CommandInput.Options(found, command, options ?? [], by.Locale, focused: null) is { Count: > 0 } given)
        {
            data["options"] = given;
        }

        return Start(by, 2, data, owners, null);
    }

    /// <summary>Types an option of a slash command, so that the bot is asked for choices.</summary>
    /// <param name="by">Who types.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="options">The values so far, of the one that is typed too.</param>
    /// <param name="focused">The option that is typed.</param>
    public Interaction Type(DiscordUser by, string command, JsonObject? options, string focused)
    {
        var found = Command(by, command, 1, out var owners);
        var data = InteractionWriter.Data(found);
        data["options"] = CommandInput.Options(found, command, options ?? [], by.Locale, focused);
        return Start(by, 4, data, owners, null);
    }

    /// <summary>Uses a command of the menu of a message.</summary>
    /// <param name="by">Who uses it.</param>
    /// <param name="command">Its name.</param>
    /// <param name="text">The text of the message.</param>
    /// <param name="author">Who wrote the message; whoever uses the command if nobody is named.</param>
    public Interaction CheckMessage(DiscordUser by, string command, string text, DiscordUser? author = null) =>
        CheckMessage(by, command, MessageJson(author ?? by, text));

    /// <summary>Uses a command of the menu of a message.</summary>
    /// <param name="by">Who uses it.</param>
    /// <param name="command">Its name.</param>
    /// <param name="message">The whole message, as the API would give it.</param>
    public Interaction CheckMessage(DiscordUser by, string command, JsonObject message)
    {
        var found = Command(by, command, 3, out var owners);
        var data = InteractionWriter.Data(found);
        var id = message.String("id") ?? throw new ArgumentException("The message has no id.", nameof(message));
        data["target_id"] = id;
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message.DeepClone() } };
        return Start(by, 2, data, owners, null);
    }

    /// <summary>Adds a message that the bot sent before, whatever it would send today.</summary>
    /// <param name="askedBy">Whom it answered.</param>
    /// <param name="data">What the bot sent.</param>
    public DiscordMessage AddEarlier(DiscordUser askedBy, JsonObject data)
    {
        Server.Know(askedBy);
        var message = MessageWriter.Earlier(Server, this, askedBy, data);
        Add(message);
        return message;
    }

    /// <summary>A message that somebody wrote here, as the API gives it.</summary>
    public JsonObject MessageJson(DiscordUser author, string text)
    {
        Server.Know(author);
        return new()
        {
            ["id"] = Server.Ids.Next().Text(),
            ["type"] = 0,
            ["content"] = text,
            ["channel_id"] = Id.Text(),
            ["author"] = author.ToJson(),
            ["attachments"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
            ["pinned"] = false,
            ["tts"] = false,
            ["timestamp"] = Server.Options.Time.GetUtcNow().Text(),
            ["edited_timestamp"] = null,
            ["flags"] = 0,
            ["components"] = new JsonArray(),
        };
    }

    /// <summary>Presses a button of a message, by its label or <c>custom_id</c>.</summary>
    public Interaction Press(DiscordUser by, DiscordMessage message, string button)
    {
        var current = Seen(by, message);
        return Use(by, current, MessageComponents.Button(current, button), null);
    }

    /// <summary>Chooses options of a select menu of a message, by their labels or values.</summary>
    public Interaction Choose(DiscordUser by, DiscordMessage message, params string[] options)
    {
        var current = Seen(by, message);
        var (menu, values) = MessageComponents.Choice(current, options);
        return Use(by, current, menu, values);
    }

    /// <summary>Waits until the messages here are as asked, and gives them.</summary>
    public async Task<IReadOnlyList<DiscordMessage>> WaitForMessagesAsync(Func<IReadOnlyList<DiscordMessage>, bool> predicate, CancellationToken cancellation)
    {
        await Server.Changes.WhenAsync(() => predicate(Messages), cancellation);
        return Messages;
    }

    internal void Add(DiscordMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
    }

    internal void Replace(DiscordMessage message)
    {
        lock (_lock)
        {
            var index = _messages.FindIndex(m => m.Id == message.Id);
            if (index >= 0)
            {
                _messages[index] = message;
            }
        }
    }

    internal bool Remove(ulong id)
    {
        lock (_lock)
        {
            return _messages.RemoveAll(m => m.Id == id) > 0;
        }
    }

    /// <summary>The command that a person finds here, and by which installations.</summary>
    internal JsonObject Command(DiscordUser by, string name, int type, out JsonObject owners)
    {
        Server.Know(by);
        var command = Server.Commands.Find(type == 1 ? name.Split(' ')[0] : name, type, Guild?.Id, by.Locale)
            ?? throw new ChoiceNotOfferedException($"No command \"{name}\" is registered.");
        var contexts = (command["contexts"] as JsonArray)?.Select(c => (int)c!).ToArray();
        if (contexts is not null && !contexts.Contains((int)Context))
        {
            throw new ChoiceNotOfferedException($"The command \"{name}\" is not offered in the context {Context}.");
        }

        var types = (command["integration_types"] as JsonArray)?.Select(t => (int)t!).ToArray() ?? [.. Server.Options.IntegrationTypes];
        owners = [];
        if (types.Contains(0) && (Context == InteractionContext.BotDm || Guild is { IsInstalled: true }))
        {
            owners["0"] = Guild?.Id.Text() ?? "0";
        }

        if (types.Contains(1) && by.HasApp && command["guild_id"] is null)
        {
            owners["1"] = by.Id.Text();
        }

        if (owners.Count == 0)
        {
            throw new ChoiceNotOfferedException($"The command \"{name}\" is not offered: neither the place nor {by.Name} has an installation that it supports.");
        }

        return command;
    }

    private Interaction Use(DiscordUser by, DiscordMessage message, JsonObject component, string[]? values)
    {
        var data = new JsonObject
        {
            ["id"] = component["id"]?.DeepClone(),
            ["custom_id"] = component["custom_id"]?.DeepClone(),
            ["component_type"] = component["type"]?.DeepClone(),
        };
        if (values is not null)
        {
            data["values"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        }

        // Those who authorised the interaction that the message answers, not those who press.
        var owners = (JsonObject?)message.Json["interaction_metadata"]?["authorizing_integration_owners"]?.DeepClone() ?? [];
        return Start(by, 3, data, owners, message);
    }

    private DiscordMessage Seen(DiscordUser by, DiscordMessage message)
    {
        Server.Know(by);
        var current = Find(message.Id) ?? throw new ChoiceNotOfferedException($"The message {message.Id} is gone.");
        return current.IsEphemeral && current.AskedBy != by.Id ? throw new ChoiceNotOfferedException($"{by.Name} does not see the message {message.Id}.") : current;
    }

    private Interaction Start(DiscordUser by, int type, JsonObject data, JsonObject owners, DiscordMessage? source) =>
        Server.Start(this, by, this.Payload(by, type, data, owners, (JsonObject?)source?.Json.DeepClone()), source, Guild?.Id);
}
