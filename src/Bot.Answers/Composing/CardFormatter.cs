using System.Collections.Concurrent;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>Formats facts for readers, without the labels of their sources. Caches the results. Safe for any number of threads.</summary>
/// <param name="snapshot">The base.</param>
/// <param name="citations">Formats the sources.</param>
internal sealed class CardFormatter(BaseSnapshot snapshot, CitationFormatter citations)
{
    private static readonly string[] s_statusCodes = EnumWords.All<VerificationStatus>();

    private readonly ConcurrentDictionary<(Fact Fact, Locale Locale), FactCard> _cache = new();
    private readonly ConcurrentDictionary<(Fact Fact, Locale Locale), int> _lengths = new();

    /// <summary>A fact with its note and its best source.</summary>
    public FactCard Format(Fact fact, Locale locale) => _cache.GetOrAdd((fact, locale), static (key, self) => self.Create(key.Fact, key.Locale), this);

    /// <summary>The length of a fact in a short answer, in UTF-16 units without the address.</summary>
    public int ShortLengthOf(Fact fact, Locale locale) => _lengths.GetOrAdd((fact, locale), static (key, self) =>
    {
        var card = self.Format(key.Fact, key.Locale);
        return PlainTextRenderer.Measure(card with { Note = card.NeedsNote ? card.Note : null });
    }, this);

    /// <summary>The source that a short answer names: one with an address if there is one, preferably in the reader's language.</summary>
    internal static Source? BestSource(Fact fact, Language language)
    {
        var candidates = fact.Evidence.Where(e => e.Role != EvidenceRole.Denies).Select(e => e.Source).Concat(fact.Cites).ToList();
        return candidates.Find(s => s.Url is not null && Locales.TryFromTag(s.Language)?.ToLanguage() == language)
            ?? candidates.Find(s => s.Url is not null)
            ?? candidates.FirstOrDefault();
    }

    private FactCard Create(Fact fact, Locale locale)
    {
        var texts = UiTexts.In(locale);
        var text = fact.Text[locale];
        return new FactCard(fact.Id, fact.Statements, fact.Date.ToString(), text)
        {
            Checked = fact.Checked,
            Status = Badge(fact.Status, texts),
            Date = GivesDate(text, fact.Date) ? null : texts.Date(fact.Date),
            Remarks = [.. Remarks(fact, text, texts, locale)],
            Note = fact.Note?[locale],
            NeedsNote = fact.Status is VerificationStatus.Corrected or VerificationStatus.Unverified or VerificationStatus.Disputed,
            Source = BestSource(fact, locale.ToLanguage()) is { } source ? citations.Format(source, "", EvidenceRole.Reports, locale) : null,
        };
    }

    private IEnumerable<string> Remarks(Fact fact, string text, UiTexts texts, Locale locale)
    {
        var named = snapshot.Parties.FindMentions(text);
        if (fact.By.Length > 0 && !fact.By.All(named.Contains))
        {
            yield return texts.Field("By", string.Join(texts.ListSeparator, fact.By.Select(p => p.ShortName[locale])));
        }

        if (snapshot.Base.FactsSuperseding(fact) is [var later, ..])
        {
            yield return UiTexts.Format(texts.ChangedLater, texts.Date(later.Date));
        }
        else if (fact.Date.Precision == DatePrecision.From)
        {
            yield return UiTexts.Format(texts.AsOfDay, texts.Date(FactDate.Day(fact.Checked)));
        }
    }

    // Whether a text gives a date, so that a reader needs no other line for it.
    private static bool GivesDate(string text, FactDate date)
    {
        var days = new HashSet<DateOnly>();
        foreach (var found in DateParser.FindAll(text, date.SortDay.Year))
        {
            if (found == date || (date.Precision == DatePrecision.Month && found.Overlaps(date) && found.Precision is DatePrecision.Day or DatePrecision.Month))
            {
                return true;
            }

            if (found.Precision is DatePrecision.Day or DatePrecision.Range)
            {
                days.Add(found.First);
                days.Add(found.Last);
            }
            else if (found.Precision is DatePrecision.Before or DatePrecision.From)
            {
                days.Add(found.SortDay);
            }
        }

        return date.Precision is DatePrecision.Day or DatePrecision.Range && days.Contains(date.First) && days.Contains(date.Last);
    }

    private static StatusBadge Badge(VerificationStatus status, UiTexts texts)
    {
        var mark = status switch
        {
            VerificationStatus.Confirmed => "✓",
            VerificationStatus.ConfirmedWithNuance => "≈",
            VerificationStatus.Corrected => "✎",
            VerificationStatus.Unverified => "?",
            VerificationStatus.Disputed => "≠",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
        };
        return new StatusBadge(s_statusCodes[(int)status], mark, texts.Status(status));
    }
}
