using System.Collections.Frozen;
using System.Globalization;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Documents;

/// <summary>One form for characters that mean the same.</summary>
internal static class Characters
{
    private static readonly FrozenDictionary<char, char> simplified = Lexicon
        .Rows("traditional.csv")
        .ToFrozenDictionary(row => row[0][0], row => row[1][0]);

    /// <summary>The plain form of a character, or NUL where it is not shown.</summary>
    public static char Plain(char character)
    {
        if (character < '\u0080')
        {
            return character is '\n' or '\r' or '\t' or '\f' ? ' '
                : char.IsControl(character) ? '\0'
                : character;
        }

        if (character is >= '\uFF01' and <= '\uFF5E')
            return Ascii(character);
        return character switch
        {
            '\u3000' or '\u00A0' or '\u2009' or '\u202F' or '\u2028' or '\u2029' => ' ',
            '\u2018' or '\u2019' => '\'',
            '\u201C' or '\u201D' or '「' or '」' or '『' or '』' => '"',
            '\u2212' or '\u2012' => '-',
            '\u2010' or '\u2011' => '-',
            '～' or '〜' => '~',
            '￥' => '¥',
            _ when char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control => '\0',
            _ => simplified.GetValueOrDefault(character, character),
        };
    }

    /// <summary>Whether a character belongs to the writing of China.</summary>
    public static bool IsChinese(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>Full-width signs that end or part Chinese sentences keep their form: half-width ones mean other things.</summary>
    private static char Ascii(char character) =>
        character is '，' or '。' or '；' or '！' or '？' or '：' or '、' ? character : (char)(character - 0xFEE0);
}
