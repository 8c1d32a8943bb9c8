using System.Text;
using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests.Fuzzing;

/// <summary>What somebody writes who wants the bot to fail, or to say something in their name.</summary>
internal static partial class HostileInput
{
    /// <summary>What no answer may hold: it is in no fact, so it would come from the asker.</summary>
    public static IReadOnlyList<string> Marks { get; } =
        ["zqxmark", "evil.example", "tg://", "@everyone", "@here", "<@", "\\u003C@", "<script", "\\u003Cscript", "jndi", "DROP TABLE", "javascript:", "durov"];

    private static readonly string[] s_markup =
    [
        "<b>", "</b>", "<b>zqxmark</b>", "</blockquote>", "<a href=\"tg://user?id=11\">zqxmark</a>", "<a href='https://evil.example'>", "<script>alert('zqxmark')</script>",
        "<tg-spoiler>", "<pre><code class=\"language-x\">", "&lt;b&gt;", "&#60;b&#62;", "&", "&amp;amp;", "[zqxmark](tg://user?id=11)", "[zqxmark](https://evil.example/)",
        "*zqxmark*", "_zqxmark_", "__", "~~zqxmark~~", "||zqxmark||", "`", "```", "> zqxmark", "# zqxmark", "\\", "\\*", "@everyone", "@here", "<@11>", "<@!11>", "<@&22>", "<#33>", "</who:1>",
        "<:zqxmark:44>", "<t:0:F>", "<id:home>", "@durov", "#zqxmark", "https://evil.example/?a=<b>", "discord.gg/zqxmark", "javascript:alert(1)", "tg://resolve?domain=durov", "mailto:zqxmark@evil.example",
    ];

    private static readonly string[] s_tricks =
    [
        "${jndi:ldap://evil.example/a}", "'; DROP TABLE facts;--", "../../../../etc/passwd", "%s%s%n", "{0}{1}", "{{zqxmark}}", "$(reboot)", "`reboot`", "\0", "\u0001", "\u001b[2J", "\b", "\r\n\r\n", "\t", "\u0085", "\u2028",
        "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\ufffe", "\uffff", "\ud83d", "\udc00", "😀", "👩‍👩‍👧‍👦", "🇺🇦", "Z̴̢̛̰a̷l̶g̵o̸", "ﷺ", "𝕷𝖆𝖛𝖗𝖔𝖛", "İ", "ß", "ſ", "Ǆ", "１０", "٣", "½",
        "-1", "0", "99999999999999999999", "1e999", "NaN", "0x10", "2025-02-30", "31.02.2025", "0000-00-00", "February 99", "null", "undefined", "true", "[]", "{\"a\":", "<?xml version=\"1.0\"?>", "--", "/*", "#!",
    ];

    private static readonly string[] s_words =
    [
        "Lavrov", "Rubio", "who", "is", "what", "did", "Trump", "Putin", "Riyadh", "talks", "10", "7", "2025-02-18", "18 February", "Лавров", "переговоры", "сколько", "длились", "коли", "зустріч", "會談", "持續", "多久", "拉夫罗夫",
        "Germany", "NATO", "weather", "Oslo", "zqxmark", "zqxmarks", "riyadh-talks-duration", "lang:uk", "lang:xx", "lang:", "LANG:zh-Hant", "page:2", "page:0", "page:-1", "page:99999999999", "page:", "~AAAA", "~", "menu",
    ];

    private static readonly string[] s_commands = [.. ExampleRequests.Commands.Select(c => "/" + c)];

    private static readonly string[] s_otherCommands =
    [
        "/settings", "/zqxmark", "/", "//", "/ ", "/who@loopback_bot", "/WHO@LOOPBACK_BOT", "/ask@zqxmark_bot",
        "/start who_lavrov", "/start _", "/start zqxmark_evil", "/start who_", "@loopback_bot", "@loopback_bot,", "x@loopback_bot", "/<b>", "/who\n", "/who\t",
    ];

    private static readonly string[] s_seeds =
    [
        "t00000000e1 who lavrov", "f00000000w2 timeline trump", "f9fa0b8fcr1 fact riyadh-talks-duration", "t9fa0b8fch1 source 10", "a9fa0b8fce1 about", "t00000000s1 positions", "f00000000u9 reactions Germany", "f00000000e1 corrections",
        "f00000000e1 ask ~AAAA", "f00000000e1 zqxmark", "t00000000ezzzz help", "f00000000e1 ask How long did the talks last?",
    ];

    /// <summary>A message, command or query: never empty.</summary>
    public static string Text(SeededRandom random)
    {
        var text = new StringBuilder();
        if (random.Percent(50))
        {
            text.Append(random.Of(s_commands, 11, s_otherCommands)).Append(' ');
        }

        for (var parts = 1 + random.Below(6); parts > 0; parts--)
        {
            text.Append(random.Of(random.Below(5) switch { 0 => s_markup, 1 => s_tricks, 2 => s_seeds, _ => s_words })).Append(random.Percent(80) ? " " : "");
        }

        if (random.Percent(4))
        {
            text.Append(random.Of(s_tricks).PadRight(2, 'x').AsSpan(0, 2)).Append(string.Concat(Enumerable.Repeat(random.Of(s_markup), 1 + random.Below(200))));
        }

        if (random.Percent(2))
        {
            text.Append('a', 900 + random.Below(3000));
        }

        return text.ToString();
    }

    /// <summary>What a button carries: nearly one of the bot's, or something else.</summary>
    public static string Code(SeededRandom random)
    {
        if (random.Percent(15))
        {
            return Text(random);
        }

        var code = new StringBuilder(random.Of(s_seeds));
        for (var changes = random.Below(4); changes > 0 && code.Length > 0; changes--)
        {
            var at = random.Below(code.Length);
            switch (random.Below(4))
            {
                case 0:
                    code.Remove(at, 1);
                    break;
                case 1:
                    code.Insert(at, random.Of(s_tricks));
                    break;
                case 2:
                    code[at] = (char)(' ' + random.Below(95));
                    break;
                default:
                    code.Length = at;
                    break;
            }
        }

        return code.ToString();
    }

    /// <summary>Whether what the bot sends shows nothing of the asker's. What a button carries is shown to nobody.</summary>
    public static void AssertClean(string sent)
    {
        sent = Carried().Replace(sent, "");
        foreach (var mark in Marks)
        {
            Assert.DoesNotContain(mark, sent, StringComparison.OrdinalIgnoreCase);
        }
    }

    [GeneratedRegex("""\\?"(custom_id|callback_data|value)\\?":\\?"([^"\\]|\\.)*?\\?"(?=[,}])""")]
    private static partial Regex Carried();
}
