using System.Text;

namespace Bot.Search.Text;

/// <summary>
/// The ordinary forms of characters that exist twice in Unicode: full-width letters and digits, letters of mathematics, ligatures, radicals and
/// compatibility ideographs.
/// <c>string.Normalize</c> leaves them unchanged, because the program runs without the system's Unicode data.
/// Data: Unicode Character Database 15.0, NFKC of single characters.
/// Copyright © 1991-2022 Unicode, Inc. Used under the Unicode licence (https://www.unicode.org/license.txt).
/// </summary>
public static class CompatibilityForms
{
    private const char FirstFullWidth = '\uff01';
    private const char LastFullWidth = '\uff5e';
    private const int FullWidthOffset = 0xfee0;
    private const char FirstRadical = '\u2f00';
    private const char FirstIdeograph = '\uf900';
    private const int FirstSupplementaryIdeograph = 0x2f800;

    // Thirteen alphabets of mathematics, each of 26 capital and 26 small letters (Unicode, block Mathematical Alphanumeric Symbols), and its digits.
    private const int FirstMathematicalLetter = 0x1d400;
    private const int LastMathematicalLetter = 0x1d6a3;
    private const int FirstMathematicalDigit = 0x1d7ce;
    private const int LastMathematicalDigit = 0x1d7ff;
    private const int FirstSegmentedDigit = 0x1fbf0;
    private const int LastSegmentedDigit = 0x1fbf9;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly Dictionary<int, string> s_sequences = ReadSequences();

    // One bit for each unit of UTF-16: whether it has another form of one unit, and whether it may begin a character with a form of any other kind.
    private static readonly ulong[] s_single = Bits(Enumerable.Range(FirstRadical, char.MaxValue + 1 - FirstRadical).Where(c => Of((char)c) != c));
    private static readonly ulong[] s_other = Bits(s_sequences.Keys.Where(c => c <= char.MaxValue).Concat(Enumerable.Range(0xd800, 0x800)));

    /// <summary>
    /// A text with the ordinary form of each character, and without the selectors of variants of Han characters (U+E0100 to U+E01EF).
    /// Folding and the reading of numbers, names and languages then see the same text however it was typed.
    /// </summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    /// <returns>The same string when nothing in it has another form.</returns>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? normalized = null;
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            // Half a surrogate pair is no character, and stays.
            if (!(IsIn(s_single, text[at]) || IsIn(s_other, text[at])) || !Rune.TryGetRuneAt(text, at, out var rune))
            {
                at++;
                continue;
            }

            if (OtherOf(rune) is { } other)
            {
                (normalized ??= new StringBuilder(text.Length + 16)).Append(text, copied, at - copied).Append(other);
                copied = at + rune.Utf16SequenceLength;
            }

            at += rune.Utf16SequenceLength;
        }

        return normalized is null ? text : normalized.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The ordinary form of a character; the character itself when it has no other of one character.</summary>
    public static char Of(char c) => c switch
    {
        >= FirstFullWidth and <= LastFullWidth => (char)(c - FullWidthOffset),
        '\u3000' => ' ',
        >= FirstRadical when c - FirstRadical < Radicals.Length => Radicals[c - FirstRadical],
        >= FirstIdeograph when c - FirstIdeograph < Ideographs.Length => Ideographs[c - FirstIdeograph],
        _ => c,
    };

    /// <summary>Whether <see cref="Of"/> alone gives the ordinary form of each character of a text.</summary>
    internal static bool HasOnlySingle(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsIn(s_other, c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIn(ulong[] bits, char c) => (bits[c >> 6] >> (c & 63) & 1) != 0;

    private static ulong[] Bits(IEnumerable<int> units)
    {
        var bits = new ulong[(char.MaxValue + 1) / 64];
        foreach (var unit in units)
        {
            bits[unit >> 6] |= 1UL << (unit & 63);
        }

        return bits;
    }

    // Null for a character that is ordinary itself.
    private static string? OtherOf(Rune rune) => rune.Value switch
    {
        >= 0xe0100 and <= 0xe01ef => "",
        >= FirstMathematicalLetter and <= LastMathematicalLetter => Alphabet[(rune.Value - FirstMathematicalLetter) % Alphabet.Length].ToString(),
        >= FirstMathematicalDigit and <= LastMathematicalDigit => ((char)('0' + ((rune.Value - FirstMathematicalDigit) % 10))).ToString(),
        >= FirstSegmentedDigit and <= LastSegmentedDigit => ((char)('0' + (rune.Value - FirstSegmentedDigit))).ToString(),
        _ when s_sequences.TryGetValue(rune.Value, out var sequence) => sequence,
        _ when rune.IsBmp && Of((char)rune.Value) is var other && other != rune.Value => other.ToString(),
        _ => null,
    };

    private static Dictionary<int, string> ReadSequences()
    {
        var sequences = new Dictionary<int, string>();
        foreach (var entry in CompatibilityData.Sequences.Split(' '))
        {
            var character = Rune.GetRuneAt(entry, 0);
            sequences[character.Value] = entry[character.Utf16SequenceLength..];
        }

        var ideograph = FirstSupplementaryIdeograph;
        foreach (var ordinary in CompatibilityData.SupplementaryIdeographs.EnumerateRunes())
        {
            sequences[ideograph++] = ordinary.ToString();
        }

        return sequences;
    }

    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生" +
        "用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻" +
        "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private const string Ideographs =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北" +
        "磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉" +
        "杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼" +
        "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒" +
        "敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";
}
