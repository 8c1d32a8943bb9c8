namespace Bot.Loopback.Discord.Rules;

/// <summary>What a component is (Component Reference, Component Types).</summary>
internal static class ComponentType
{
    public const int ActionRow = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int UserSelect = 5;
    public const int RoleSelect = 6;
    public const int MentionableSelect = 7;
    public const int ChannelSelect = 8;
    public const int Section = 9;
    public const int TextDisplay = 10;
    public const int Thumbnail = 11;
    public const int MediaGallery = 12;
    public const int File = 13;
    public const int Separator = 14;
    public const int Container = 17;
    public const int Label = 18;
    public const int FileUpload = 19;
    public const int RadioGroup = 21;
    public const int CheckboxGroup = 22;
    public const int Checkbox = 23;
}
