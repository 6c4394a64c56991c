using System.Text.RegularExpressions;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Documents;

/// <summary>Tells from a heading what its section is for.</summary>
internal static partial class Sections
{
    private static readonly (string Phrase, SectionRole Role, bool Whole)[] phrases =
    [
        .. Lexicon
            .Rows("sections.csv")
            .Select(row => (row[1], Enum.Parse<SectionRole>(row[0], ignoreCase: true), row.Length > 2 && row[2] == "whole")),
    ];

    /// <summary>The role that a heading names.</summary>
    public static SectionRole Of(string heading)
    {
        var plain = Numbering().Replace(heading, "").Trim(' ', ':', '：', '*', '#', '|');
        foreach (var (phrase, role, whole) in phrases)
        {
            if (whole ? plain.Equals(phrase, StringComparison.OrdinalIgnoreCase) : Has(plain, phrase))
                return role;
        }

        return SectionRole.None;
    }

    /// <summary>The role of the innermost heading that names one.</summary>
    public static SectionRole Of(Block block)
    {
        if (block.IsBoilerplate)
            return SectionRole.Boilerplate;
        for (var i = block.Headings.Count - 1; i >= 0; i--)
        {
            if (block.Headings[i].HeadingRole is var role and not SectionRole.None)
                return role;
        }

        return SectionRole.None;
    }

    private static bool Has(string text, string phrase)
    {
        var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || Characters.IsChinese(phrase[0]))
            return at >= 0;
        var end = at + phrase.Length;
        return (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]));
    }

    [GeneratedRegex(
        @"^\s*([0-9]{1,2}[.)、]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,2}\)|[IVX]{1,4}\.)\s*",
        RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Numbering();
}
