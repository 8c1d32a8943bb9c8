using System.Globalization;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Values;

/// <summary>Writes a day in all the ways in which people write it in one language.</summary>
internal static class WrittenDays
{
    private static readonly string[] s_dashes = ["-", "‐", "‑", "‒", "–", "—", "−", "－"];

    private static readonly Dictionary<Language, string[][]> s_months = new()
    {
        [Language.English] =
        [
            ["January", "Jan", "Jan."], ["February", "Feb", "Feb."], ["March", "Mar"], ["April", "Apr"], ["May"], ["June", "Jun"], ["July", "JUL"],
            ["August", "aug"], ["September", "Sept", "Sep."], ["October", "Oct"], ["November", "Nov"], ["December", "Dec."],
        ],
        [Language.Russian] =
        [
            ["января", "янв"], ["февраля", "фев", "февр."], ["марта", "мар"], ["апреля", "апр."], ["мая"], ["июня"], ["июля"], ["августа", "авг."],
            ["сентября", "сент."], ["октября", "окт"], ["ноября", "нояб."], ["декабря", "дек"],
        ],
        [Language.Ukrainian] =
        [
            ["січня", "січ."], ["лютого", "лют"], ["березня", "бер."], ["квітня", "квіт."], ["травня", "трав."], ["червня", "черв"], ["липня", "лип."],
            ["серпня", "серп"], ["вересня", "вер."], ["жовтня", "жовт"], ["листопада", "листоп."], ["грудня", "груд."],
        ],
    };

    private static readonly Dictionary<Language, string[]> s_ordinals = new()
    {
        [Language.English] = ["", "th", "st", "nd", "rd"],
        [Language.Russian] = ["", "-го", "-е", "-ое", "го", "-ого"],
        [Language.Ukrainian] = ["", "-го", "-те", "-е", "го", "-ше"],
    };

    /// <summary>The day with its year.</summary>
    public static IEnumerable<string> WithYear(DateOnly day, Language language) =>
        language is Language.TraditionalChinese or Language.SimplifiedChinese ? Chinese(day) : Numbers(day).Concat(Names(day, language));

    /// <summary>The day without its year.</summary>
    public static IEnumerable<string> WithoutYear(DateOnly day, Language language)
    {
        if (language is Language.TraditionalChinese or Language.SimplifiedChinese)
        {
            return [$"{day.Month}月{day.Day}日", $"{day.Month}月{day.Day}號", $"{day.Month} 月 {day.Day} 号", Wide($"{day.Month}月{day.Day}日"), $"{day.Month}月{day.Day}", $"{day.Month}/{day.Day}", $"{day.Month:00}.{day.Day:00}", $"{Han(day.Month)}月{Han(day.Day)}日", $"{Han(day.Month)}月{Han(day.Day)}", $"{Han(day.Month)}月{Short(day.Day)}日"];
        }

        return s_months[language][day.Month - 1].SelectMany(month => s_ordinals[language].SelectMany(ordinal => OfMonth($"{day.Day}{ordinal}", month, language)))
            .Concat([$"{day.Day:00}.{day.Month:00}", $"{day.Day}/{day.Month:00}", Wide($"{day.Day:00}/{day.Month:00}")]);
    }

    /// <summary>A numeral of Chinese: 二十八.</summary>
    public static string Han(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens switch { 0 => "", 1 => "十", _ => $"{"〇一二三"[tens]}十" }) + (ones > 0 ? "〇一二三四五六七八九"[ones] : "");
    }

    /// <summary>The digits and marks in full width.</summary>
    public static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c));

    // 廿八, 卅一
    private static string Short(int number) => number switch
    {
        > 20 and < 30 => $"廿{"〇一二三四五六七八九"[number % 10]}",
        31 => "卅一",
        _ => Han(number),
    };

    private static IEnumerable<string> OfMonth(string day, string month, Language language) =>
    [
        $"{day} {month}", $"{day}-{month}", $"{day}/{month}", $"{day}. {month}", $"{day} {month.ToUpperInvariant()}",
        .. language == Language.English ? [$"{month} {day}", $"{month.TrimEnd('.')}-{day}", $"the {day} of {month}", $"Wednesday, {month} {day}"] : (string[])[$"в среду, {day} {month}"],
    ];

    private static IEnumerable<string> Names(DateOnly day, Language language)
    {
        var (year, shortYear) = ($"{day.Year}", $"{day.Year % 100:00}");
        var word = language switch { Language.Russian => " года", Language.Ukrainian => " року", _ => "" };
        var point = language switch { Language.Russian => " г.", Language.Ukrainian => " р.", _ => "" };
        foreach (var month in s_months[language][day.Month - 1])
        {
            foreach (var written in s_ordinals[language].Select(ordinal => $"{day.Day}{ordinal}"))
            {
                yield return $"{written} {month} {year}{word}";
                yield return $"{written} {month} {shortYear}{point}";
                yield return $"{written} {month} '{shortYear}";
                yield return $"{written} {month}, {year}";
                yield return Wide($"{written} {month} {year}");
            }

            yield return $"{month} {day.Day}, {year}";
            yield return $"{month} {day.Day} {year}";
            yield return $"{month} {day.Day} ’{shortYear}";
            yield return $"{year} {month} {day.Day}";
            yield return $"{year}-{month.TrimEnd('.')}-{day.Day}";
            foreach (var dash in s_dashes)
            {
                yield return $"{day.Day}{dash}{month.TrimEnd('.')}{dash}{year}";
                yield return $"{day.Day:00}{dash}{month.TrimEnd('.')}{dash}{shortYear}";
            }
        }
    }

    private static IEnumerable<string> Numbers(DateOnly day)
    {
        foreach (var sign in (string[])[".", "/", .. s_dashes])
        {
            yield return $"{day.Day}{sign}{day.Month}{sign}{day.Year}";
            yield return $"{day.Day:00}{sign}{day.Month:00}{sign}{day.Year}";
            yield return $"{day.Day:00}{sign}{day.Month:00}{sign}{day.Year % 100:00}";
            yield return Wide($"{day.Day:00}{sign}{day.Month:00}{sign}{day.Year}");
        }

        foreach (var written in YearFirst(day))
        {
            yield return written;
        }
    }

    private static IEnumerable<string> YearFirst(DateOnly day)
    {
        yield return day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        foreach (var sign in (string[])[".", "/", .. s_dashes])
        {
            yield return $"{day.Year}{sign}{day.Month}{sign}{day.Day}";
            yield return $"{day.Year}{sign}{day.Month:00}{sign}{day.Day:00}";
            yield return Wide($"{day.Year}{sign}{day.Month:00}{sign}{day.Day:00}");
        }
    }

    private static IEnumerable<string> Chinese(DateOnly day)
    {
        var republic = day.Year - 1911;
        string[] years = [$"{day.Year}", $"民國{republic}", $"{republic}", $"{day.Year % 100:00}", string.Concat($"{day.Year}".Select(c => "〇一二三四五六七八九"[c - '0']))];
        foreach (var written in years.SelectMany(year => WithoutYear(day, Language.TraditionalChinese).Where(d => d.Contains('月', StringComparison.Ordinal)).Select(d => $"{year}年{d}")))
        {
            yield return written;
        }

        foreach (var sign in (string[])[".", "/", .. s_dashes])
        {
            yield return $"{republic}{sign}{day.Month}{sign}{day.Day}";
            yield return $"{day.Month}{sign}{day.Day}{sign}{day.Year}";
            yield return Wide($"{day.Month:00}{sign}{day.Day:00}{sign}{day.Year}");
        }

        foreach (var written in YearFirst(day))
        {
            yield return written;
        }
    }
}
