using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Buttons;

/// <summary>
/// Encodes requests compactly, so that buttons need no stored state: <c>9fa0b8fce2 who ~k3Fa</c> is the version of the base,
/// a letter for the locale, the page in base 36, the command and its words. Ids of the base are shortened to a prefix of their
/// hash, so that a button means the same in another process, and in another version of the base that has the same ids.
/// </summary>
internal sealed class RequestCodec
{
    private const int VersionLength = 8;
    private const char HashPrefix = '~';
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

    /// <summary>The code of a request; null when it takes more than <paramref name="maxBytes"/> bytes of UTF-8.</summary>
    public string? Write(Request request, string version, int maxBytes)
    {
        var code = new StringBuilder(version)
            .Append(LocaleLetters[(int)Locales.FromTag(request.Language)])
            .Append(Number(request.Page))
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
        var head = parts[0];
        if (parts.Length < 2 || head.Length <= VersionLength + 1 || LocaleLetters.IndexOf(head[VersionLength]) is not (>= 0 and var locale) || Number(head[(VersionLength + 1)..]) is not { } page)
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

        return new DecodedRequest(new Request(parts[1], string.Join(' ', parts[2..]), ((Locale)locale).Tag(), page), head[..VersionLength]);
    }

    private static string Hash(string id) => HashPrefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, HashBytes));

    private static string Number(int page)
    {
        var number = "";
        for (; page > 0; page /= Digits.Length)
        {
            number = Digits[page % Digits.Length] + number;
        }

        return number;
    }

    private static int? Number(string digits)
    {
        const int MaxDigits = 4;
        if (digits.Length > MaxDigits)
        {
            return null;
        }

        var number = 0;
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
