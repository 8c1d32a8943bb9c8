using System.Text.RegularExpressions;

namespace Bot.Facts.Tests;

/// <summary>The version of a base changes with what its files mean, and with nothing else.</summary>
public sealed partial class VersionTests
{
    private const string Call = "2025-02/call.yaml";

    private static readonly string s_version = new SmallBase().Load().Base!.Version;

    [Fact]
    public void The_version_is_eight_hexadecimal_digits_and_the_same_in_every_load()
    {
        Assert.Matches("^[0-9a-f]{8}$", s_version);
        Assert.Equal(s_version, new SmallBase().Load().Base!.Version);
    }

    [Theory]
    [InlineData(Call, "facts:\n", "facts: # Two.\n")]
    [InlineData(Call, "facts:\n", "# Two of them.\n\n\nfacts:\n")]
    [InlineData(Call, "about: [trump, putin]", "about:   [ trump,putin ]  ")]
    [InlineData(Call, "about: [trump, putin]", "about:\n      - trump\n      - putin")]
    [InlineData(Call, "They spoke.,", "'They spoke.',")]
    [InlineData(Call, "They spoke.,", "\"They spoke.\",")]
    [InlineData(Call, "    kind: event\n    when: 2025-02-12\n", "    when: 2025-02-12\n    kind: event\n")]
    [InlineData(Call, "{ en: They spoke., zh-Hant: 當勞·特朗普與普京通話。,", "{ zh-Hant: 當勞·特朗普與普京通話。, en: They spoke.,")]
    [InlineData("base.yaml", "as-of: 2025-03-01\nforbidden-aliases: [俄朗普]\n", "forbidden-aliases: [俄朗普]\nas-of: 2025-03-01\n")]
    [InlineData("base.yaml", "as-of:", "---\nas-of:")]
    public void The_version_does_not_change_with_comments_blanks_quotation_marks_and_the_order_of_keys(string file, string old, string @new) =>
        Assert.Equal(s_version, Version(new SmallBase().Change(file, old, @new)));

    [Theory]
    [InlineData(Call, "2025-02/aa.yaml")]
    [InlineData("names/places.yaml", "names/aa.yaml")]
    [InlineData("names/people.yaml", "names/zz.yaml")]
    [InlineData("sources/evidence.yaml", "sources/zz.yaml")]
    public void The_version_does_not_change_with_the_name_and_the_order_of_files(string file, string name) =>
        Assert.Equal(s_version, Version(Renamed(file, name)));

    [Fact]
    public void The_version_does_not_change_with_line_endings_or_a_byte_order_mark()
    {
        var changed = new SmallBase();
        foreach (var file in changed.Files.ToArray())
        {
            changed.Write(file, "\uFEFF" + changed[file].ReplaceLineEndings("\r\n"));
        }

        Assert.Equal(s_version, Version(changed));
    }

    [Theory]
    [InlineData(Call, "They spoke.", "They talked.")]
    [InlineData(Call, "They spoke.", "They  spoke.")]
    [InlineData(Call, "They spoke.", "they spoke.")]
    [InlineData(Call, "about: [trump, putin]", "about: [putin, trump]")]
    [InlineData(Call, "about: [trump, putin]", "about: [trump]")]
    [InlineData(Call, "status: confirmed", "status: corrected")]
    [InlineData(Call, "    by: [trump]\n", "    by: [putin]\n")]
    [InlineData(Call, "statements: [S02]", "statements: [S02, S01]")]
    [InlineData(Call, "zh-Hans: 他们通话。", "zh-Hans: 他们通话了。")]
    [InlineData(Call, "id: call-length", "id: call-duration")]
    [InlineData("base.yaml", "parties: 3 to 3", "parties: 2 to 3")]
    [InlineData("base.yaml", "as-of: 2025-03-01", "as-of: 2025-03-02")]
    [InlineData("names/people.yaml", "aliases: [Donald J. Trump]", "aliases: [Donald Trump Jr]")]
    [InlineData("sources/references.yaml", "title: Talks start now\n    publisher: BBC", "title: BBC\n    publisher: Talks start now")]
    public void The_version_changes_with_a_value_and_the_order_of_a_list(string file, string old, string @new) =>
        Assert.NotEqual(s_version, Version(new SmallBase().Change(file, old, @new)));

    [Fact]
    public void The_version_changes_with_every_text_date_and_status()
    {
        var versions = new HashSet<string> { s_version };
        var changes = 0;
        foreach (var file in new SmallBase().Files.ToArray())
        {
            var text = new SmallBase()[file];
            foreach (var value in Value().Matches(text).Cast<Match>())
            {
                var changed = new SmallBase().Write(file, text.Insert(value.Index + value.Length, "x")).Load();
                if (changed.Base is { } @base)
                {
                    changes++;
                    versions.Add(@base.Version);
                }
            }
        }

        Assert.InRange(changes, 40, 200);
        Assert.Equal(changes + 1, versions.Count);
    }

    [Fact]
    public void The_version_changes_with_the_folder_of_a_chapter()
    {
        var moved = new SmallBase();
        foreach (var file in moved.Files.Where(f => f.StartsWith("2025-02/", StringComparison.Ordinal)).ToArray())
        {
            moved.Write("first/" + file[8..], moved[file]).Remove(file);
        }

        Assert.NotEqual(s_version, Version(moved));
    }

    [Fact]
    public void The_version_changes_when_a_value_moves_to_the_next_key()
    {
        var one = new SmallBase().Change("names/people.yaml", "aliases: [Donald J. Trump]", "aliases: [ab]\n    except: [c]");
        var other = new SmallBase().Change("names/people.yaml", "aliases: [Donald J. Trump]", "aliases: [a]\n    except: [bc]");

        Assert.NotEqual(Version(one), Version(other));
    }

    private static SmallBase Renamed(string file, string name)
    {
        var changed = new SmallBase();
        return changed.Write(name, changed[file]).Remove(file);
    }

    private static string Version(SmallBase changed)
    {
        Assert.Empty(changed.Problems());
        return changed.Load().Base!.Version;
    }

    // A value that ends in a letter, so that one more letter makes it another.
    [GeneratedRegex(@"(?<=(: |\[|, ))[^\[\]{},\n:]*\p{L}(?=[,\]\n ]|\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
