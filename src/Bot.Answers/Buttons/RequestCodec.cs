using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Buttons;

/// <summary>
/// Encodes requests compactly, so that buttons need no stored state: <c>9fa0b8fce2 who ~k3Fa</c> is the version of the base,
/// a letter for the locale, the page in base 36, a plus sign for full detail, an at sign with
/// the id of the message that it is about in base 36, the command and its words. Ids of the base are shortened to a prefix of their
/// hash, so that a button means the same in another process, and in another version of the base that has the same ids.
/// </summary>
internal sealed class RequestCodec
{
    private const int VersionLength = 8;
    private const char HashPrefix = '~';
    private const char FullMark = '+';
    private const char TargetMark = '@';
    private const int MaxPageDigits = 4;

    // Enough for Discord's ids until 2050, and never more than fits a long.
    private const int MaxTargetDigits = 12;
    private const int HashBytes = 3;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    // One letter for each locale, in the order of Locale.
    private const string LocaleLetters = "etwhsru";

    private readonly Dictionary<string, string> _hashById = [];
    private readonly Dictionary<string, string> _idByHash = [];

    /// <summary>Creates a codec for requests about a base.</summary>
    public RequestCodec(FactBase @base)
    {
        var ids = @base.Facts.Select(f => f.Id)
            .Concat(@base.Parties.Select(p => p.Id))
            .Concat(@base.Topics.Select(t => t.Id))
            .Concat(@base.Sources.Select(s => s.Id))
            .Concat(@base.Chapters.Select(c => c.Id))
            .Concat(@base.Events.Select(e => e.Id))
            .Distinct();
        foreach (var group in ids.GroupBy(Hash))
        {
            // Ids that share a hash are written in full.
            if (group.Count() == 1)
            {
                _hashById[group.First()] = group.Key;
                _idByHash[group.Key] = group.First();
            }
        }
    }

    /// <summary>The code of a request; null when it takes more than <paramref name="maxBytes"/> bytes of UTF-8, or its target is not a number.</summary>
    public string? Write(Request request, string version, int maxBytes)
    {
        if (TargetCode(request.Target) is not { } target)
        {
            return null;
        }

        var code = new StringBuilder(version)
            .Append(LocaleLetters[(int)Locales.FromTag(request.Language)])
            .Append(Number(request.Page))
            .Append(request.Detail == Detail.Full ? FullMark.ToString() : "")
            .Append(target)
            .Append(' ').Append(request.Command);
        foreach (var word in request.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            code.Append(' ');
            if (_hashById.TryGetValue(word, out var hash) && hash.Length < word.Length)
            {
                code.Append(hash);
            }
            else if (word[0] == HashPrefix)
            {
                return null;
            }
            else
            {
                code.Append(word);
            }
        }

        var text = code.ToString();
        return Encoding.UTF8.GetByteCount(text) <= maxBytes ? text : null;
    }

    /// <summary>The request that a code stands for; null for anything else, and for ids that the base does not have.</summary>
    public DecodedRequest? Read(string code)
    {
        var parts = code.Split(' ');
        if (parts.Length < 2 || Head(parts[0]) is not { } head)
        {
            return null;
        }

        for (var i = 2; i < parts.Length; i++)
        {
            if (parts[i].StartsWith(HashPrefix))
            {
                if (!_idByHash.TryGetValue(parts[i], out var id))
                {
                    return null;
                }

                parts[i] = id;
            }
        }

        return head with { Request = head.Request with { Command = parts[1], Arguments = string.Join(' ', parts[2..]) } };
    }

    // The first word: everything but the command and its words.
    private static DecodedRequest? Head(string code)
    {
        var mark = code.IndexOf(TargetMark, Math.Min(VersionLength, code.Length));
        var target = mark < 0 ? 0 : Number(code[(mark + 1)..], MaxTargetDigits);
        var head = mark < 0 ? code : code[..mark];
        var isFull = head.EndsWith(FullMark);
        head = isFull ? head[..^1] : head;
        return target is not null
            && head.Length > VersionLength + 1
            && LocaleLetters.IndexOf(head[VersionLength]) is >= 0 and var locale
            && Number(head[(VersionLength + 1)..], MaxPageDigits) is { } page
                ? new DecodedRequest(
                    new Request("", "", ((Locale)locale).Tag(), (int)page)
                    {
                        Detail = isFull ? Detail.Full : Detail.Short,
                        Target = mark < 0 ? "" : target.Value.ToString(CultureInfo.InvariantCulture),
                    },
                    head[..VersionLength])
                : null;
    }

    // Empty for no target; null for one that is not a number or too long.
    private static string? TargetCode(string target) =>
        target.Length == 0 ? ""
        : long.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Number(id) is { Length: > 0 and <= MaxTargetDigits } digits ? TargetMark + digits
        : null;

    private static string Hash(string id) => HashPrefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, HashBytes));

    private static string Number(long value)
    {
        var number = "";
        for (; value > 0; value /= Digits.Length)
        {
            number = Digits[(int)(value % Digits.Length)] + number;
        }

        return number;
    }

    // A number from 1; null for anything else.
    private static long? Number(string digits, int maxDigits)
    {
        if (digits.Length > maxDigits)
        {
            return null;
        }

        var number = 0L;
        foreach (var digit in digits)
        {
            if (Digits.IndexOf(digit) is not (>= 0 and var value))
            {
                return null;
            }

            number = (number * Digits.Length) + value;
        }

        return number > 0 ? number : null;
    }
}
