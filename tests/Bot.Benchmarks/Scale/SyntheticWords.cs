using System.Text;

namespace Bot.Benchmarks.Scale;

/// <summary>A word for every rank in every language: pronounceable syllables with endings, or Han characters; short for the frequent ranks.</summary>
internal static class SyntheticWords
{
    private const int English = 0;
    private const int Ukrainian = 4;

    // A prime, so that neighbours among the ranks are no neighbours among the words.
    private const int Scatter = 7919;
    private const int FrequentHan = 100;
    private const int HanCharacters = 3000;

    private static readonly Alphabet s_latin = new("bcdfghklmnprstvz", "aeiou", ["", "n", "r", "s", "l", "t"], ["", "", "", "", "s", "ed", "ing", "er"]);
    private static readonly Alphabet s_russian = new("бвгджзклмнпрстхш", "аеиоу", ["", "н", "р", "с", "л", "т"], ["", "а", "у", "ом", "е", "ы", "ов", "ами", "ах", "ий"]);
    private static readonly Alphabet s_ukrainian = new("бвгджзклмнпрстхч", "аеіоу", ["", "н", "р", "в", "л", "т"], ["", "а", "у", "ом", "і", "и", "ів", "ами", "ах", "ий"]);

    /// <summary>Whether a language, by its position among <see cref="SyntheticFacts.Languages"/>, is written without spaces.</summary>
    public static bool IsHan(int language) => language is > English and < 3;

    /// <summary>Writes a word.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="language">The language's position among <see cref="SyntheticFacts.Languages"/>.</param>
    /// <param name="rank">Its rank, from 1.</param>
    /// <param name="ending">Chooses the ending: any number from 0.</param>
    public static void Append(StringBuilder text, int language, int rank, int ending)
    {
        if (IsHan(language))
        {
            AppendHan(text, rank);
            return;
        }

        var alphabet = language == English ? s_latin : language == Ukrainian ? s_ukrainian : s_russian;
        AppendSyllables(text, alphabet, rank);
        text.Append(alphabet.Endings[ending % alphabet.Endings.Length]);
    }

    private static void AppendSyllables(StringBuilder text, Alphabet alphabet, int rank)
    {
        var syllables = alphabet.Syllables;
        if (rank < syllables)
        {
            AppendSyllable(text, alphabet, (int)((long)rank * Scatter % syllables));
            return;
        }

        var pairs = syllables * syllables;
        var scattered = (int)((long)rank * Scatter % pairs);
        AppendSyllable(text, alphabet, scattered / syllables);
        AppendSyllable(text, alphabet, scattered % syllables);
        if (rank >= pairs)
        {
            AppendSyllable(text, alphabet, rank / pairs);
        }
    }

    private static void AppendSyllable(StringBuilder text, Alphabet alphabet, int syllable)
    {
        var (consonants, vowels) = (alphabet.Consonants.Length, alphabet.Vowels.Length);
        text.Append(alphabet.Consonants[syllable % consonants])
            .Append(alphabet.Vowels[syllable / consonants % vowels])
            .Append(alphabet.Codas[syllable / consonants / vowels]);
    }

    private static void AppendHan(StringBuilder text, int rank)
    {
        var length = rank < FrequentHan ? 1 : rank % 5 == 0 ? 3 : 2;
        for (var i = 1; i <= length; i++)
        {
            // Squared, because characters are used unequally, too.
            var share = Share((ulong)((rank * 4L) + i));
            text.Append((char)('一' + (int)(share * share * HanCharacters)));
        }
    }

    // A number from 0 to 1 that looks random: the finishing steps of SplitMix64 (Steele, Lea and Flood, 2014).
    private static double Share(ulong number)
    {
        var mixed = number * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed >> 11) / (double)(1L << 53);
    }

    private sealed record Alphabet(string Consonants, string Vowels, string[] Codas, string[] Endings)
    {
        public int Syllables => Consonants.Length * Vowels.Length * Codas.Length;
    }
}
