using System.Text.Json;
using Bot.Search.Vectors;

namespace Bot.Search.Tests.Vectors;

public sealed class WordVectorsTests : IDisposable
{
    private const float Tolerance = 0.001f;

    private static readonly string s_file = Path.Combine(Repository.Root, "src", "Bot.Search", "Vectors", WordVectors.FileName);

    private readonly WordVectors _vectors = WordVectors.Open(s_file);
    private readonly string _temporary = Path.GetTempFileName();

    public void Dispose()
    {
        _vectors.Dispose();
        File.Delete(_temporary);
    }

    [Fact]
    public void Texts_have_the_pieces_components_and_similarities_of_the_reference()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bot.Search.Tests", "Vectors", "reference.json")));
        var root = reference.RootElement;
        var texts = root.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!).ToList();
        var embedded = texts.ConvertAll(Embed);

        for (var i = 0; i < texts.Count; i++)
        {
            Assert.Equal(root.GetProperty("pieces")[i].EnumerateArray().Select(p => p.GetString()!), Pieces(texts[i]));
            Assert.All(root.GetProperty("first")[i].EnumerateArray().Index(), c => Assert.Equal(c.Item.GetSingle(), embedded[i][c.Index], Tolerance));
            for (var j = 0; j < texts.Count; j++)
            {
                Assert.Equal(root.GetProperty("cosine")[i][j].GetSingle(), Dot(embedded[i], embedded[j]), Tolerance);
            }
        }
    }

    [Theory]
    [InlineData("ＲＩＹＡＤＨ　２０２５", "riyadh 2025")]
    [InlineData("Пеи\u0306зажи", "пейзажи")]
    [InlineData("Об’єднані", "об'єднані")]
    [InlineData("\u2f08口", "人口")]
    public void Spellings_of_one_text_have_one_vector(string spelled, string ordinary)
    {
        Assert.NotEmpty(Pieces(ordinary));
        Assert.Equal(Pieces(ordinary), Pieces(spelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?! …")]
    [InlineData("\ud800\udc00 \ud800")]
    public void A_text_without_a_known_piece_is_like_nothing(string text)
    {
        Assert.All(Embed(text), c => Assert.Equal(0, c));
    }

    [Fact]
    public void A_text_of_any_length_has_a_vector_of_length_one()
    {
        var vector = Embed(string.Concat(Enumerable.Repeat("談判協議ministry", 2_000)));

        Assert.Equal(1, Dot(vector, vector), Tolerance);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var vector = new float[WordVectors.Dimensions];
        _vectors.Embed("How long did the meeting in Riyadh last?", vector);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _vectors.Embed("How long did the meeting in Riyadh last?", vector);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_mapping_of_its_own_reads_the_same_and_leaves_the_table_when_it_is_disposed()
    {
        var vector = new float[WordVectors.Dimensions];
        using (var other = _vectors.Remap())
        {
            other.Embed("The harbour", vector);
        }

        Assert.Equal(vector, Embed("The harbour"));
        Assert.Equal(1, Dot(vector, vector), Tolerance);
    }

    [Fact]
    public void A_text_is_read_with_its_script_and_its_pieces()
    {
        var read = _vectors.Read("谈判 in Riyadh");

        Assert.Equal(Script.Han, _vectors.Read("谈判").Script);
        Assert.Equal(Pieces("谈判 in Riyadh"), read.Pieces.ToArray().Select(p => _vectors[p]));
    }

    [Fact]
    public void A_file_of_another_length_is_refused()
    {
        File.WriteAllBytes(_temporary, File.ReadAllBytes(s_file)[..^1]);

        var error = Assert.Throws<InvalidDataException>(() => WordVectors.Open(_temporary));
        Assert.Contains("it must have 11545154 bytes", error.Message);
    }

    [Fact]
    public void A_file_in_which_one_byte_differs_is_refused()
    {
        var bytes = File.ReadAllBytes(s_file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_temporary, bytes);

        var error = Assert.Throws<InvalidDataException>(() => WordVectors.Open(_temporary));
        Assert.Contains("its SHA-256 is", error.Message);
    }

    private List<string> Pieces(string text)
    {
        var pieces = new ushort[WordVectors.MaxPieces];
        return [.. pieces[.._vectors.ReadPieces(text, pieces)].Select(p => _vectors[p])];
    }

    private float[] Embed(string text)
    {
        var vector = new float[WordVectors.Dimensions];
        _vectors.Embed(text, vector);
        return vector;
    }

    private static float Dot(float[] left, float[] right) => left.Zip(right, (l, r) => l * r).Sum();
}
