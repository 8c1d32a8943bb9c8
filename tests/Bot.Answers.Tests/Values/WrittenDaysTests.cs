using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Values;

/// <summary>Every day of a leap and of a common year, in all the ways in which it is written: it is read, or nothing is; never another day.</summary>
public sealed class WrittenDaysTests(ITestOutputHelper output)
{
    // Words and numbers that make a date unreadable when they touch it.
    private static readonly string[] s_after = [" 345", "/345", "-345", ".345", ",345", " 7%"];

    private static readonly (string Text, Language[] Languages)[] s_joints =
    [
        ("-", []), (" - ", []), ("–", []), (" — ", []), ("－", []), ("~", []), ("～", []), ("〜", []), ("..", []), (" ... ", []), (" & ", []),
        (" to ", [Language.English]), (" till ", [Language.English]), (" until ", [Language.English]), (" through ", [Language.English]), (" thru ", [Language.English]), (" and ", [Language.English]),
        (" по ", [Language.Russian, Language.Ukrainian]), (" до ", [Language.Russian, Language.Ukrainian]), (" и ", [Language.Russian]), (" і ", [Language.Ukrainian]), (" та ", [Language.Ukrainian]),
        ("至", [Language.TraditionalChinese, Language.SimplifiedChinese]), ("到", [Language.TraditionalChinese, Language.SimplifiedChinese]), ("與", [Language.TraditionalChinese]),
        ("及", [Language.TraditionalChinese, Language.SimplifiedChinese]), ("和", [Language.SimplifiedChinese]), ("、", [Language.TraditionalChinese, Language.SimplifiedChinese]),
    ];

    public static TheoryData<string> Languages => [.. Bot.Facts.Model.Languages.Tags];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_day_with_its_year_is_read_in_a_command(string tag)
    {
        var (locale, language) = (Locales.FromTag(tag), Locales.FromTag(tag).ToLanguage());

        AssertAll(Days().SelectMany(day => WrittenDays.WithYear(day, language).Select(text => (text, Expected: day, Read: Command(text, 1999, locale)))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_day_without_a_year_is_read_in_a_command(string tag)
    {
        var (locale, language) = (Locales.FromTag(tag), Locales.FromTag(tag).ToLanguage());

        AssertAll(Days().SelectMany(day => WrittenDays.WithoutYear(day, language).Where(text => text is not ("24/7" or "9/11")).Select(text => (text, Expected: day, Read: Command(text, day.Year, locale)))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_day_in_a_sentence_is_read_or_skipped(string tag)
    {
        var language = Locales.FromTag(tag).ToLanguage();
        var order = language switch { Language.English => DayOrder.Either, Language.Russian or Language.Ukrainian => DayOrder.DayFirst, _ => DayOrder.MonthFirst };

        Assert.All(Days(), day => Assert.All(WrittenDays.WithYear(day, language), text =>
        {
            var found = DateParser.FindAll($"NATO, {text}? G7 300", new DateContext(1999, order)).ToList();
            Assert.True(found.Count == 0 || (found.Count == 1 && found[0] == FactDate.Day(day)), $"{text}: {string.Join("; ", found)}");
        }));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_number_that_touches_a_day_makes_it_unreadable(string tag)
    {
        var (locale, language) = (Locales.FromTag(tag), Locales.FromTag(tag).ToLanguage());

        Assert.All(Days(), day => Assert.All(WrittenDays.WithYear(day, language).Where(w => char.IsAsciiDigit(w[^1])), text =>
        {
            var touched = text + s_after[day.Day % s_after.Length];
            Assert.True(Command(touched, 1999, locale) is null, touched);
        }));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_span_of_days_is_read_in_a_command(string tag)
    {
        var (locale, language) = (Locales.FromTag(tag), Locales.FromTag(tag).ToLanguage());
        var joints = s_joints.Where(j => j.Languages.Length == 0 || j.Languages.Contains(language)).Select(j => j.Text).ToList();

        Assert.All(Days().Where(d => d.Day % 3 == 0), first => Assert.All(joints, joint =>
        {
            var last = first.AddDays(1 + ((first.Day + joint.Length) % 20));
            foreach (var (text, isWithYear) in Spans(first, last, joint, language))
            {
                if (isWithYear || first.Year == last.Year)
                {
                    // A weekday in a span, and one sign between everything, may leave it unread.
                    var read = Command(text, first.Year, locale);
                    Assert.True(read == FactDate.Range(first, last) || (read is null && (text.Contains(',', StringComparison.Ordinal) || text[..^1].Contains('-', StringComparison.Ordinal))), $"{text}: {read}");
                }
            }
        }));
    }

    // Every day, or in a normal run some of them, with those that are told from others only by their numbers.
    private List<DateOnly> Days()
    {
        var first = new DateOnly(2024, 1, 1);
        var all = Enumerable.Range(0, 731).Select(first.AddDays).ToList();
        var random = new SeededRandom(LongRun.Seed(output));
        return [.. LongRun.IsLong ? all : all.Where(d => d.Day == 12 || d is { Month: 2, Day: 29 } || random.Below(40) == 0)];
    }

    private static IEnumerable<(string Text, bool IsWithYear)> Spans(DateOnly first, DateOnly last, string joint, Language language)
    {
        var isChinese = language is Language.TraditionalChinese or Language.SimplifiedChinese;
        var (froms, tos) = (WrittenDays.WithoutYear(first, language).ToList(), WrittenDays.WithoutYear(last, language).ToList());
        foreach (var (from, to) in froms.Count == tos.Count ? froms.Zip(tos) : [(froms[0], tos[0])])
        {
            yield return (from + joint + to, false);
        }

        var year = isChinese ? $"{last.Year}年" : $" {last.Year}";
        var (start, end) = isChinese ? ($"{first.Year}年{first.Month}月{first.Day}日", $"{last.Year}年{last.Month}月{last.Day}日") : (WrittenDays.WithoutYear(first, language).First() + $" {first.Year}", WrittenDays.WithoutYear(last, language).First() + year);
        yield return (start + joint + end, true);
        if (first.Month == last.Month)
        {
            yield return (isChinese ? $"{year}{first.Month}月{first.Day}日{joint}{last.Day}日" : $"{first.Day}{joint}{WrittenDays.WithoutYear(last, language).First()}{year}", true);
        }
    }

    private static void AssertAll(IEnumerable<(string Text, DateOnly Expected, FactDate? Read)> days)
    {
        var wrong = days.Where(d => d.Read != FactDate.Day(d.Expected)).Select(d => $"{d.Text} ({d.Expected:yyyy-MM-dd}): {d.Read}").ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count}: {string.Join('\n', wrong.Take(40))}");
    }

    private static FactDate? Command(string text, int year, Locale locale) => DateParser.Find(text, DateContext.OfCommand(year, locale))?.Date;
}
