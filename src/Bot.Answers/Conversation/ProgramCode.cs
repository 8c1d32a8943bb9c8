using Bot.Answers.Model;

namespace Bot.Answers.Conversation;

/// <summary>Recognizes program code, SQL, shell commands, JSON and HTML.</summary>
internal static class ProgramCode
{
    // Symbols that prose, emphasis and mentions do without.
    private const string Symbols = "{};=<>$|&\\";
    private const int MinSymbols = 4;
    private const int MinDistinctSymbols = 3;
    private const int MaxCharactersPerSymbol = 10;

    // Signs of program code wherever they stand.
    private static readonly string[] s_signs =
    [
        "#include <", "console.log(", "system.out.print", "std::", "public static void", "public class ", "document.cookie", "print(\"", "print('", "printf(",
        "=> {", "() =>", "){", ") {", "function(", "eval(", "exec(", "os.system", "subprocess.", "__import__", "import os", "require(", "<script", "<?php",
        "drop table ", "union select ", "or 1=1", "' or '1'='1", "\" or \"1\"=\"1", "information_schema", "select * from", "{{", "${", "$(", "../../", "/etc/passwd", "&&rm ", "; rm -",
    ];

    // Beginnings that only a command has.
    private static readonly string[] s_beginnings =
    [
        "sudo ", "rm -", "curl -", "curl http", "wget ", "cd /", "cd ~", "cd ..", "ls -", "cat /", "echo $", "echo \"", "chmod ", "chown ", "apt-get ", "apt install ", "yum install ",
        "brew install ", "pip install ", "pip3 install ", "npm install", "npm run ", "npm i ", "git clone ", "git push", "git pull", "git commit", "git checkout ", "git status", "docker run ", "docker-compose ",
        "docker ps", "kubectl ", "ssh ", "scp ", "ping -", "python -", "python3 -", "dotnet build", "dotnet run", "./", "#!/", "<!doctype", "<html", "<div", "<img ", "<svg", "<iframe", "<a href",
        "insert into ", "delete from ", "drop database ", "create table ", "alter table ", "truncate table ", "let x =", "var x =", "const x =",
    ];

    /// <summary>Whether a message is code.</summary>
    public static bool Is(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, Request.MaxLength)).Trim().Trim('`');
        foreach (var beginning in s_beginnings)
        {
            if (read.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var sign in s_signs)
        {
            if (read.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsQuery(read) || IsJson(read) || HasManySymbols(read);
    }

    private static bool IsQuery(ReadOnlySpan<char> text) =>
        (text.StartsWith("select ", StringComparison.OrdinalIgnoreCase) && text.Contains(" from ", StringComparison.OrdinalIgnoreCase))
        || (text.StartsWith("update ", StringComparison.OrdinalIgnoreCase) && text.Contains(" set ", StringComparison.OrdinalIgnoreCase) && text.Contains('='));

    private static bool IsJson(ReadOnlySpan<char> text) =>
        text.Length > 1 && ((text[0] == '{' && text[^1] == '}') || (text[0] == '[' && text[^1] == ']' && text.ContainsAny("{,\"")));

    private static bool HasManySymbols(ReadOnlySpan<char> text)
    {
        var (count, distinct) = (0, 0u);
        foreach (var c in text)
        {
            var symbol = Symbols.IndexOf(c, StringComparison.Ordinal);
            if (symbol >= 0)
            {
                count++;
                distinct |= 1u << symbol;
            }
        }

        return count >= MinSymbols && System.Numerics.BitOperations.PopCount(distinct) >= MinDistinctSymbols && count * MaxCharactersPerSymbol >= text.Length;
    }
}
