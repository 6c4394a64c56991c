using System.Text.RegularExpressions;

namespace RiskEngine.Articles.LanguageModels;

/// <summary>
/// Knows sentences that address whoever reads the article by machine. A model that obeys one would point at words that do stand in the
/// article; nothing is taken from such a sentence.
/// </summary>
internal static partial class ReaderInstruction
{
    /// <summary>Whether a sentence gives the reader instructions.</summary>
    public static bool Is(string sentence) => Words().IsMatch(sentence);

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override)\b.{0,40}\b(rules?|instructions?|prompts?|guidelines|above|previous|prior)\b"
            + @"|\b(system prompt|as an ai|language model|you are (an? )?(ai|assistant|chatbot))\b"
            + @"|(忽略|无视|忘记|忽视).{0,12}(规则|指令|指示|提示|要求|以上|上述|之前)|系统提示|作为(一个)?(AI|人工智能|语言模型)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Words();
}
