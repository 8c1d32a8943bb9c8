namespace Bot.EndToEnd.Tests.Fuzzing;

/// <summary>
/// Interactions as Discord sends them (Receiving and Responding, Interaction Structure): every kind that the bot takes, in servers, threads
/// and private chats. Each has the same id and token, which a test replaces.
/// </summary>
internal static class RecordedInteractions
{
    public const string Id = "1326111111111111111";
    public const string Token = "aW50ZXJhY3Rpb246MTMyNjExMTExMTExMTExMTExMTpub3RoaW5n";

    private const string Head = "\"application_id\":\"1140000000000000042\",\"id\":\"" + Id + "\",\"token\":\"" + Token + "\",\"version\":1,\"entitlements\":[],\"entitlement_sku_ids\":[],\"attachment_size_limit\":10485760";
    private const string InServer =
        Head + ""","app_permissions":"562949953601536","authorizing_integration_owners":{"0":"1200000000000000000","1":"61"},"context":0,"guild_id":"1200000000000000000","guild_locale":"en-US","guild":{"id":"1200000000000000000","locale":"en-US","features":["COMMUNITY"]},"channel_id":"1200000000000000001","channel":{"id":"1200000000000000001","type":0,"flags":0,"guild_id":"1200000000000000000","name":"talks","nsfw":false,"parent_id":null,"permissions":"2248473465835073","position":0,"rate_limit_per_user":0,"topic":null,"last_message_id":"1326000000000000000"},"member":{"user":{"id":"61","username":"rex","global_name":"Rex","avatar":null,"discriminator":"0","public_flags":0,"primary_guild":null,"clan":null},"roles":["5"],"permissions":"2248473465835073","nick":null,"avatar":null,"banner":null,"joined_at":"2024-02-12T10:00:00.000000+00:00","premium_since":null,"deaf":false,"mute":false,"flags":0,"pending":false,"communication_disabled_until":null,"unusual_dm_activity_until":null}""";

    private const string InThread =
        Head + ""","app_permissions":"562949953601536","authorizing_integration_owners":{"0":"1200000000000000000"},"context":0,"guild_id":"1200000000000000000","guild_locale":"uk","channel_id":"1200000000000000002","channel":{"id":"1200000000000000002","type":11,"name":"thread","parent_id":"1200000000000000001","owner_id":"61","message_count":3,"member_count":2,"thread_metadata":{"archived":false,"auto_archive_duration":1440,"archive_timestamp":"2025-02-12T10:00:00.000000+00:00","locked":false}},"member":{"user":{"id":"61","username":"rex"},"roles":[],"permissions":"0","joined_at":"2024-02-12T10:00:00.000000+00:00","deaf":false,"mute":false,"flags":0}""";

    private const string InPrivate =
        Head + ""","app_permissions":"442368","authorizing_integration_owners":{"1":"61"},"context":1,"channel_id":"77","channel":{"id":"77","type":1,"flags":0,"last_message_id":null,"recipients":[{"id":"61","username":"rex"}]},"user":{"id":"61","username":"rex","global_name":"Rex","avatar":"a_b","discriminator":"0","public_flags":64}""";

    private const string OldMessage =
        ""","message":{"id":"1326000000000000009","type":20,"channel_id":"77","content":"","flags":64,"author":{"id":"1140000000000000042","username":"bot","bot":true},"embeds":[{"type":"rich","title":"t","description":"d","color":1}],"components":[{"type":1,"id":1,"components":[{"type":2,"id":2,"custom_id":"x","label":"y","style":2}]}],"attachments":[],"mentions":[],"mention_roles":[],"pinned":false,"tts":false,"timestamp":"2025-02-18T12:00:00.000000+00:00","edited_timestamp":null,"interaction_metadata":{"id":"1326000000000000008","type":2,"user":{"id":"61","username":"rex"},"authorizing_integration_owners":{"1":"61"}}}""";

    /// <summary>What only comes by HTTP.</summary>
    public static string Ping { get; } = "{" + Head + ""","type":1,"user":{"id":"61","username":"rex"}}""";

    /// <summary>What comes both ways.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "{" + InServer + ""","type":2,"locale":"en-US","data":{"id":"1","name":"ask","type":1,"options":[{"type":3,"name":"question","value":"How long did the Riyadh talks last?"},{"type":5,"name":"private","value":true}]}}""",
        "{" + InThread + ""","type":2,"locale":"uk","data":{"id":"2","name":"who","type":1,"options":[{"type":3,"name":"name","value":"Лавров"}]}}""",
        "{" + InPrivate + ""","type":2,"locale":"zh-TW","data":{"id":"3","name":"timeline","type":1,"options":[{"type":3,"name":"when","value":"2025-02-12"}]}}""",
        "{" + InPrivate + ""","type":2,"locale":"ru","data":{"id":"4","name":"about","type":1}}""",
        "{" + InServer + ""","type":2,"locale":"zh-CN","data":{"id":"5","name":"source","type":1,"guild_id":"1200000000000000000","options":[{"type":4,"name":"number","value":12}]}}""",
        "{" + InServer + ""","type":2,"locale":"de","data":{"id":"6","name":"Check against the facts","type":3,"target_id":"900","resolved":{"messages":{"900":{"id":"900","type":0,"channel_id":"77","content":"The Riyadh talks lasted 12 hours","author":{"id":"62","username":"sue"},"attachments":[{"id":"1","filename":"a.png","size":9,"url":"https://cdn.example/a.png","description":"Lavrov in Riyadh"}],"embeds":[{"title":"t","description":"The talks lasted 12 hours.","fields":[{"name":"n","value":"v","inline":true}]}],"message_snapshots":[{"message":{"content":"Lavrov","type":0,"timestamp":"2025-02-18T12:00:00.000000+00:00"}}],"poll":{"question":{"text":"How long?"},"answers":[{"answer_id":1,"poll_media":{"text":"4 hours"}}]},"components":[{"type":10,"id":1,"content":"Lavrov was in Riyadh"}],"mentions":[],"timestamp":"2025-02-18T12:00:00.000000+00:00","flags":0}}}}}""",
        "{" + InServer + OldMessage + ""","type":3,"locale":"en-GB","data":{"id":2,"custom_id":"f00000000e1 who lavrov","component_type":2}}""",
        "{" + InPrivate + OldMessage + ""","type":3,"locale":"zh-TW","data":{"id":3,"custom_id":"menu","component_type":3,"values":["f00000000e1 reactions Germany"]}}""",
        "{" + InThread + OldMessage + ""","type":3,"locale":"uk","data":{"custom_id":"of another bot","component_type":2}}""",
        "{" + InServer + ""","type":4,"locale":"zh-CN","data":{"id":"7","name":"who","type":1,"options":[{"type":3,"name":"name","value":"lavr","focused":true}]}}""",
        "{" + InPrivate + ""","type":4,"locale":"en-US","data":{"id":"8","name":"fact","type":1,"options":[{"type":3,"name":"id","value":"","focused":true},{"type":5,"name":"private","value":false}]}}""",
    ];
}
