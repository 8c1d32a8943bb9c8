using System.Text;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>Recognizes questions about an event as a whole, such as "outcome?" or "who was there?".</summary>
internal static class OverviewQuestion
{
    // Folded beginnings of words; Han characters anywhere. The first kind that a question has decides, so the narrow ones come first.
    private static readonly (OverviewKind Kind, string[] Words)[] s_kinds =
    [
        (OverviewKind.Next, ["next", "afterwards", "follow", "now what", "plan", "дальше", "далее", "дальнеиш", "следующ", "потом", "план", "продолжени", "далі", "наступн", "подальш", "потім", "продовженн", "接下来", "下一步", "下步", "之后", "后续", "然后", "跟住", "跟手", "接着", "计划", "打算", "安排"]),
        (OverviewKind.Outcome, ["outcome", "result", "agree", "came", "come", "conclu", "decid", "settle", "deal", "achiev", "upshot", "bottom line", "end up", "ended", "progress", "takeaway", "produce", "breakthrough", "итог", "результат", "договор", "догово", "решил", "решени", "закончил", "кончил", "согласовал", "вышло", "прогресс", "достиг", "успех", "как прошл", "підсум", "домовил", "вирішил", "рішенн", "закінч", "скінч", "погодил", "вииш", "прогрес", "досяг", "успіх", "як проишл", "结果", "达成", "谈成", "成果", "同意", "一致", "协议", "共识", "结论", "谈出", "倾成", "倾出", "谈拢", "进展", "谈得", "倾得", "谈了什么", "谈了啥", "倾咗咩", "收获", "收场"]),
        (OverviewKind.Participants, ["attend", "participa", "who", "present", "delegat", "lineup", "line up", "guest list", "names", "represent", "участник", "участвовал", "присутств", "кто", "состав", "делегат", "представля", "переговорщик", "учасник", "участь", "присутн", "хто", "склад", "представля", "перемовник", "переговорник", "出席", "参加", "参与", "谁", "边个", "边啲", "哪些人", "边啲人", "代表", "到场", "在场", "与会", "阵容", "名单", "人马"]),
        (OverviewKind.Duration, ["how long", "last", "duration", "hours", "hrs", "length", "длил", "долго", "продолжал", "продолжительност", "сколько час", "сколько времен", "трив", "довго", "скільки год", "скільки час", "多久", "多长时间", "几个小时", "几小时", "几耐", "几多个钟", "几个钟", "时长", "多长"]),
        (OverviewKind.Place, ["where", "venue", "location", "which city", "what city", "place", "где", "в каком городе", "какои город", "место", "де", "місце", "в якому місті", "яке місто", "哪里", "地点", "边度", "边处", "哪儿", "何处", "在哪", "地方", "哪个城市", "哪座城市"]),
        (OverviewKind.Day, ["when", "what day", "which day", "what date", "date", "когда", "какого числа", "какои день", "в какои день", "дата", "коли", "якого числа", "якии день", "в якии день", "什么时候", "几时", "哪天", "哪一天", "日期", "几号", "几月", "何时", "边日"]),
        (OverviewKind.Whole, ["summary", "summar", "short version", "tldr", "tl dr", "recap", "overview", "what happened", "nutshell", "in short", "about", "basics", "gist", "вкратце", "кратко", "произошло", "случилось", "суть", "что было", "о чем", "коротко", "стисло", "сталося", "відбулос", "що було", "про що", "概括", "总结", "概要", "摘要", "简单", "简短", "介绍", "发生", "怎么回事", "讲咩", "关于什么", "大概"]),
    ];

    // The cases of a Russian or Ukrainian name differ in their endings.
    private const int MinStem = 4;
    private const int MaxEnding = 2;
    private const char FirstCyrillic = 'Ѐ';

    private static readonly string[][] s_beginnings = Array.ConvertAll(s_kinds, kind => Array.ConvertAll(kind.Words, Folding.WordBeginning));

    // Words that leave a question as general as it was, and those for any meeting.
    private static readonly HashSet<string> s_general = Words(
        "a an the is was were are did do does it its they them there that this these of on in at to for from with by and or so what which how who whom any anything all end up out get got went go much many me give tell us was be been happen happened then now just version short day time city whole finally eventually actually please one lol bro guys ok okay hey hi so well btw tho though exactly really even ever yet today again between both sides two country countries us people person everyone name names list side thing things stuff everything anyway alright i we my our can could would should will shall need want know wanna gotta about into over after before main point points key big important concrete actual official brief quick quickly briefly sum up monday tuesday wednesday thursday friday saturday sunday then exact",
        "talks talk meeting negotiations summit round session event conversation sit down sat",
        "а и но же ли бы то это этои этом эти там тут у в во на о об по к с со из за для от до они он она им их все всё чем что как какие какои какая какое каких был была было были есть будет в итоге ну так вот и мне расскажи скажи вообще наконец дела стороны обе день число городе город можно хочу знать подскажите пожалуиста скажите люди человек кого кому главное основное если мы я нам уже еще только тоже этого этого того него неё него собственно короче реально конкретно официально сторон обеих двух понедельник вторник среду среда четверг пятницу пятница субботу воскресенье",
        "встреча встрече встречи встречу переговоры переговоров переговорах беседа саммит раунд собирались собрались прошла прошли проходили проходила состоялась состоялись",
        "а і й але ж чи то це цеи ця ці там тут у в на про по до з із за для від вони він вона ім іх все чим що шо як які якии яка яке яких був була було були є буде ну так от мені скажи взагалі нарешті тепер має бути день число місті місто щодо обидві сторони",
        "зустріч зустрічі перемовини перемовин перемовинах переговори переговорів розмова саміт раунд збиралися зібралися проишла проишли проходили відбулася відбулися");

    private const string GeneralHan = "能可以想知道告诉请帮忙下吧呀哎喂哈其实真正具体主要重点官方正式人们它他她我咁噉嘢啫啩先至啱喇嚟嗰呢佢哋乜點样子见谈论话題题目今次这回那回整个全部大家各星期周一二三四五六日的了是在有呢吗么嗎啊都们这那个一下到底最后于什么啥怎样如何几何请问说讲谈会面议判晤双方两边国就又还和与对出来去过没冇係嘅喺咗㗎啲边个度讲傾倾开始终束点事情要干嘛做后当天日二月十八那次這次哪些方面之我给想知道关有什做";

    /// <summary>What a question asks about an event as a whole; null when it asks about something more particular.</summary>
    /// <param name="question">The question.</param>
    /// <param name="eventWords">The folded words that name the event.</param>
    public static OverviewKind? Detect(string question, string eventWords)
    {
        var folded = Folding.Separator + Folding.Fold(question) + Folding.Separator;
        var found = Array.FindIndex(s_beginnings, words => Array.Exists(words, w => folded.Contains(w, StringComparison.Ordinal)));
        return found >= 0 && IsGeneral(folded, s_kinds[found].Words, eventWords) ? s_kinds[found].Kind : null;
    }

    /// <summary>Whether folded words say nothing but what any question about an event may say.</summary>
    /// <param name="folded">The words.</param>
    /// <param name="eventWords">The folded words that name the event.</param>
    public static bool IsGeneral(string folded, string eventWords) => IsGeneral(folded, [], eventWords);

    /// <summary>Whether one folded word, or some Han characters, say nothing but what any question about an event may say.</summary>
    public static bool IsGeneralTerm(string term) => Folding.IsHan(term[0]) ? IsGeneralHan(term, "") : IsGeneralWord(term, [], "");

    private static bool IsGeneral(string folded, string[] kindWords, string eventWords)
    {
        var rest = new StringBuilder(folded);
        foreach (var word in kindWords)
        {
            if (Folding.IsHan(word[0]))
            {
                rest.Replace(word, " ");
            }
        }

        foreach (var word in rest.ToString().Split(Folding.Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!(Folding.IsHan(word[0]) ? IsGeneralHan(word, eventWords) : IsGeneralWord(word, kindWords, eventWords)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsGeneralWord(string word, string[] kindWords, string eventWords) =>
        s_general.Contains(word)
        || Array.Exists(kindWords, k => word.StartsWith(k, StringComparison.Ordinal) || k.Contains(word, StringComparison.Ordinal))
        || Array.Exists(s_kinds[^1].Words, k => word.StartsWith(k, StringComparison.Ordinal))
        || eventWords.Contains($" {word} ", StringComparison.Ordinal)
        || (word.Length > MinStem && word[0] >= FirstCyrillic && eventWords.Contains(" " + word[..Math.Max(MinStem, word.Length - MaxEnding)], StringComparison.Ordinal));

    private static bool IsGeneralHan(string word, string eventWords)
    {
        foreach (var c in word)
        {
            if (!Folding.IsHan(c) || (!GeneralHan.Contains(c) && !eventWords.Contains(c)))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<string> Words(params ReadOnlySpan<string> lists)
    {
        var words = new HashSet<string>();
        foreach (var list in lists)
        {
            words.UnionWith(Folding.Fold(list).Split(Folding.Separator));
        }

        return words;
    }
}
