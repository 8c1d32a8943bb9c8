namespace Bot.Testing;

/// <summary>What a <see cref="Mutation"/> does to a value.</summary>
internal enum MutationKind
{
    /// <summary>The value is gone.</summary>
    Missing,

    /// <summary>The value is null.</summary>
    Null,

    /// <summary>A value of another type, or a number out of range.</summary>
    TypeSwapped,

    /// <summary>A number that is written as text, or a text that is a number.</summary>
    NumberAsText,

    /// <summary>A word that no list of allowed words has.</summary>
    UnknownWord,

    /// <summary>Arrays or objects within each other, 65 to 3,000 of them, in place of the value.</summary>
    Deep,

    /// <summary>The same as a part that nobody knows, beside the value.</summary>
    DeepBeside,

    /// <summary>A part that nobody knows, beside the value.</summary>
    UnknownBeside,

    /// <summary>A part beside the value whose name has half a pair of surrogates.</summary>
    LoneSurrogateInName,

    /// <summary>A text of up to a hundred thousand characters.</summary>
    HugeText,

    /// <summary>A text with half a pair of surrogates at its beginning.</summary>
    LoneSurrogate,
}
