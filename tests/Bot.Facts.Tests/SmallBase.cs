namespace Bot.Facts.Tests;

/// <summary>A valid base of a few lines, to be changed in one place.</summary>
internal sealed class SmallBase
{
    private const string Base =
        """
        as-of: 2025-03-01
        forbidden-aliases: [俄朗普]
        bounds:
          parties: 3 to 3
          topics: 1 to 1
          references: 1 to 1
          evidence: 1 to 1
        """;

    private const string People =
        """
        parties:
          - id: trump
            kind: person
            side: us
            country: us
            name: { en: Donald Trump, zh-Hant: 當勞·特朗普, zh-Hans: 唐纳德·特朗普, ru: Дональд Трамп, uk: Дональд Трамп }
            short: { en: Trump, zh-Hant: 特朗普, zh-Hans: 特朗普, ru: Трамп, uk: Трамп }
            regional:
              zh-TW: { name: 唐納·川普, short: 川普 }
            aliases: [Donald J. Trump]
            roles:
              - title: { en: President, zh-Hant: 總統, zh-Hans: 总统, ru: президент, uk: президент }
                from: 2017-01-20
                until: 2021-01-20
                sources: [article]
          - id: putin
            kind: person
            name: { en: Putin, zh-Hant: 普京, zh-Hans: 普京, ru: Путин, uk: Путін }
        """;

    private const string Places =
        """
        parties:
          - id: us
            kind: place
            name: { en: United States, zh-Hant: 美國, zh-Hans: 美国, ru: США, uk: США }
        """;

    private const string Topics =
        """
        topics:
          - id: calls
            name: { en: Calls, zh-Hant: 通話, zh-Hans: 通话, ru: Звонки, uk: Дзвінки }
            words: { en: [phone], zh-Hant: [電話], zh-Hans: [电话], ru: [телефон], uk: [дзвінок] }
        """;

    private const string References =
        """
        sources:
          - id: article
            kind: article
            title: 談判
            language: zh-Hant
          - id: ref-10
            kind: reference
            footnote: 10
            title: Talks start now
            publisher: BBC
            published: 2025-02-13
            language: en
            copies: [bbc-copy]
        """;

    private const string Evidence =
        """
        sources:
          - id: bbc-copy
            kind: evidence
            publisher: Observer
            language: en
            address: https://example.org/talks
        """;

    private const string Chapter =
        """
        title: { en: The call, zh-Hant: 通話, zh-Hans: 通话, ru: Звонок, uk: Дзвінок }
        span: 2025-02-01 to 2025-02-28
        statements: 1 to 2
        bounds:
          events: 1 to 1
          facts: 2 to 2
        """;

    private const string Call =
        """
        event:
          id: call
          when: 2025-02-12
          title: { en: The call, zh-Hant: 特朗普與普京通話, zh-Hans: 通话, ru: Звонок, uk: Дзвінок }
        facts:
          - id: call-held
            statements: [S01]
            kind: event
            when: 2025-02-12
            about: [trump, putin]
            topics: [calls]
            cites: [ref-10]
            status: confirmed
            evidence: [bbc-copy]
            text: { en: They spoke., zh-Hant: 當勞·特朗普與普京通話。, zh-Hans: 他们通话。, ru: Они говорили., uk: Вони говорили. }
            note: { en: The article says so., zh-Hant: 條目如此說。, zh-Hans: 条目如此说。, ru: Так в статье., uk: Так у статті. }
            questions: { en: [Did they speak], zh-Hant: [通話了嗎？], zh-Hans: [通话了吗？], ru: [Говорили ли они], uk: [Чи говорили вони] }
          - id: call-length
            statements: [S02]
            kind: statement
            when: 2025-02-12
            by: [trump]
            about: [putin]
            topics: [calls]
            cites: [ref-10]
            status: unverified
            text: { en: It was long., zh-Hant: 時間很長。, zh-Hans: 时间很长。, ru: Он был долгим., uk: Він був довгим. }
            note: { en: The article says so., zh-Hant: 條目如此說。, zh-Hans: 条目如此说。, ru: Так в статье., uk: Так у статті. }
            questions: { en: [How long was it], zh-Hant: [多久？], zh-Hans: [多久？], ru: [Как долго], uk: [Як довго] }
        """;

    private readonly Dictionary<string, string> _files = new()
    {
        ["base.yaml"] = Base + "\n",
        ["names/people.yaml"] = People + "\n",
        ["names/places.yaml"] = Places + "\n",
        ["names/topics.yaml"] = Topics + "\n",
        ["sources/references.yaml"] = References + "\n",
        ["sources/evidence.yaml"] = Evidence + "\n",
        ["2025-02/chapter.yaml"] = Chapter + "\n",
        ["2025-02/call.yaml"] = Call + "\n",
    };

    public IEnumerable<string> Files => _files.Keys;

    public string this[string file] => _files[file];

    /// <summary>Replaces what stands once in a file.</summary>
    public SmallBase Change(string file, string old, string @new)
    {
        Assert.Equal(2, _files[file].Split(old).Length);
        return Write(file, _files[file].Replace(old, @new, StringComparison.Ordinal));
    }

    public SmallBase Append(string file, string text) => Write(file, _files[file] + text);

    public SmallBase Write(string file, string text)
    {
        _files[file] = text;
        return this;
    }

    public SmallBase Remove(string file)
    {
        Assert.True(_files.Remove(file));
        return this;
    }

    public TemporaryFolder ToFolder()
    {
        var folder = new TemporaryFolder();
        foreach (var (file, text) in _files)
        {
            folder.Write(file, text);
        }

        return folder;
    }

    public LoadResult Load(bool proofreads = false)
    {
        using var folder = ToFolder();
        return FactBaseLoader.Load(folder.Path, proofreads);
    }

    /// <summary>All problems that proofreading finds, each as the curators read it.</summary>
    public string[] Proofread() => [.. Load(proofreads: true).Problems.Select(p => p.ToString())];

    /// <summary>All problems, each as the curators read it.</summary>
    public string[] Problems() => [.. Load().Problems.Select(p => p.ToString())];
}
