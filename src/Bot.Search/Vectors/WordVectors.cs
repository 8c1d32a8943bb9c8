using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using Bot.Search.Numerics;

namespace Bot.Search.Vectors;

/// <summary>
/// A table of vectors for pieces of words, memory-mapped. The sum of a text's pieces says what the text is about, across wordings and
/// languages. Immutable and safe for any number of threads; a look-up allocates nothing. <c>Vectors/README.md</c> has the format.
/// </summary>
public sealed class WordVectors : IDisposable
{
    /// <summary>The number of components of a vector.</summary>
    public const int Dimensions = 256;

    /// <summary>The maximum number of pieces of a text that count.</summary>
    public const int MaxPieces = 512;

    /// <summary>The name of the file beside the program.</summary>
    public const string FileName = "words.vec";

    /// <summary>The length of the file in bytes.</summary>
    public const long FileLength = 11_545_154;

    /// <summary>The SHA-256 of the file.</summary>
    public const string FileHash = "51b36692a6d708aa5b73278b0db31c2fda8f3b45020c9ff9d5a8e63d1de44bf7";

    private const int HeaderLength = 20;
    private const uint FormatVersion = 1;

    private const int MaxKeyLength = 64;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly bool _ownsFile;
    private readonly int _count;
    private readonly long _rows;
    private readonly long _keys;
    private readonly PieceKeys _pieces;
    private readonly float[] _scales;

    private WordVectors(MemoryMappedFile file)
    {
        (_file, _view, _ownsFile) = (file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), true);
        _count = (int)_view.ReadUInt32(8);
        var scales = HeaderLength + (sizeof(uint) * (_count + 1L));
        _scales = new float[_count];
        _view.ReadArray(scales, _scales, 0, _count);
        _rows = scales + (sizeof(float) * (long)_count);
        _keys = _rows + (Dimensions * (long)_count);
        _pieces = ReadKeys((int)_view.ReadUInt32(16));
    }

    private WordVectors(WordVectors other)
    {
        (_file, _view) = (other._file, other._file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read));
        (_count, _rows, _keys, _pieces, _scales) = (other._count, other._rows, other._keys, other._pieces, other._scales);
    }

    /// <summary>Opens the table. Its length and hash must be those of the table that the program was built with.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is another.</exception>
    public static WordVectors Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan))
        {
            Span<byte> header = stackalloc byte[HeaderLength];
            if (stream.Length != FileLength || stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !IsSupported(header))
            {
                throw new InvalidDataException($"'{path}' is not the table of word vectors that this version needs: it must have {FileLength} bytes.");
            }

            stream.Position = 0;
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) is var hash && hash != FileHash)
            {
                throw new InvalidDataException($"'{path}' is not the table of word vectors that this version needs: its SHA-256 is {hash}.");
            }
        }

        return new WordVectors(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read));
    }

    /// <summary>
    /// The same table in a mapping of its own, to be disposed before this one. Whoever builds an index reads most of the table; with the mapping, the process
    /// gives back what of the file it held in memory. Questions need little of it.
    /// </summary>
    internal WordVectors Remap() => new(this);

    /// <summary>The vector of a text, of length one; all zeros when it has no known piece.</summary>
    /// <param name="text">Any text; only the first 1,024 characters count.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> components.</param>
    public void Embed(ReadOnlySpan<char> text, Span<float> vector)
    {
        Span<ushort> pieces = stackalloc ushort[MaxPieces];
        Embed(pieces[..ReadPieces(text, pieces)], vector);
    }

    /// <summary>The vector of some pieces, of length one; all zeros when there is none.</summary>
    /// <param name="pieces">Numbers of pieces of this table.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> components.</param>
    public void Embed(ReadOnlySpan<ushort> pieces, Span<float> vector)
    {
        vector = vector[..Dimensions];
        vector.Clear();
        foreach (var piece in pieces)
        {
            Add(piece, vector);
        }

        Normalize(vector);
    }

    /// <summary>Reads the pieces of a text for the indexes.</summary>
    /// <param name="text">Any text; only the first 1,024 characters count.</param>
    public TextPieces Read(string text)
    {
        Span<ushort> pieces = stackalloc ushort[MaxPieces];
        return new TextPieces(Scripts.Of(text), pieces[..ReadPieces(text, pieces)].ToArray());
    }

    /// <summary>Reads the numbers of the pieces that a text consists of; unknown characters are passed over.</summary>
    /// <param name="text">Any text; only the first 1,024 characters count.</param>
    /// <param name="pieces">Receives the numbers; what exceeds its length is left out.</param>
    /// <returns>The number of pieces written.</returns>
    public int ReadPieces(ReadOnlySpan<char> text, Span<ushort> pieces)
    {
        var count = 0;
        var words = new PieceReader(text, stackalloc char[PieceReader.TextBufferLength], stackalloc byte[PieceReader.WordBufferLength]);
        while (words.MoveNext())
        {
            for (var at = 0; at < words.Current.Length && count < pieces.Length;)
            {
                var (number, length) = _pieces.FindLongest(words.Current[at..]);
                if (number >= 0)
                {
                    pieces[count++] = (ushort)number;
                }

                at += length;
            }
        }

        return count;
    }

    /// <summary>Reads the vector of a piece at length one, and returns its own length, which says how much the piece counts.</summary>
    /// <param name="piece">The number of the piece.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> components.</param>
    internal float ReadUnit(ushort piece, Span<float> vector)
    {
        vector.Clear();
        Add(piece, vector);
        return Normalize(vector);
    }

    /// <summary>The script of a piece.</summary>
    internal Script ScriptOf(ushort piece)
    {
        Span<byte> key = stackalloc byte[MaxKeyLength];
        Span<char> characters = stackalloc char[MaxKeyLength];
        return Scripts.Of(characters[..Encoding.UTF8.GetChars(key[..ReadKey(piece, key)], characters)]);
    }

    /// <summary>The characters of a piece.</summary>
    internal string this[ushort piece]
    {
        get
        {
            Span<byte> key = stackalloc byte[MaxKeyLength];
            return Encoding.UTF8.GetString(key[..ReadKey(piece, key)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        if (_ownsFile)
        {
            _file.Dispose();
        }
    }

    private static bool IsSupported(ReadOnlySpan<byte> header) =>
        header[..4].SequenceEqual("WVEC"u8)
        && MemoryMarshal.Cast<byte, uint>(header[4..HeaderLength]) is [FormatVersion, > 0 and < ushort.MaxValue, Dimensions, > 0 and <= MaxKeyLength];

    private void Add(ushort piece, Span<float> sums)
    {
        // ReadSpan copies element by element.
        var row = _view.SafeMemoryMappedViewHandle.Read<Row>((ulong)(_rows + (Dimensions * (long)piece)));
        AddTo(sums, row, _scales[piece]);
    }

    private static void AddTo(Span<float> sums, ReadOnlySpan<sbyte> row, float scale)
    {
        var all = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var bytes = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(row);
        for (var i = 0; i < bytes.Length; i++)
        {
            Vector.Widen(bytes[i], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var quarters = all.Slice(i * sizeof(float), sizeof(float));
            quarters[0] += Vector.ConvertToSingle(first) * scale;
            quarters[1] += Vector.ConvertToSingle(second) * scale;
            quarters[2] += Vector.ConvertToSingle(third) * scale;
            quarters[3] += Vector.ConvertToSingle(fourth) * scale;
        }
    }

    /// <summary>Scales a vector to length one, unless it is all zeros, and returns the length that it had.</summary>
    internal static float Normalize(Span<float> vector)
    {
        var all = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var length = MathF.Sqrt(LaneSum.OfSquares(MemoryMarshal.Cast<float, Vector256<float>>(vector)));
        var factor = length > 0 ? 1 / length : 0;
        foreach (ref var part in all)
        {
            part *= factor;
        }

        return length;
    }

    private PieceKeys ReadKeys(int longest)
    {
        var pieces = new PieceKeys(longest);
        Span<byte> key = stackalloc byte[MaxKeyLength];
        for (var number = 0; number < _count; number++)
        {
            pieces.Add(key[..ReadKey(number, key)], number);
        }

        return pieces;
    }

    private int ReadKey(int number, Span<byte> key)
    {
        var at = HeaderLength + (sizeof(uint) * (long)number);
        var (start, end) = (_view.ReadUInt32(at), _view.ReadUInt32(at + sizeof(uint)));
        var length = (int)(end - start);
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(_keys + start), key[..length]);
        return length;
    }

    [InlineArray(Dimensions)]
    private struct Row
    {
        private sbyte _first;
    }
}
