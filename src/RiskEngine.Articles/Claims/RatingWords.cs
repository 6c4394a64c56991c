using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Claims;

/// <summary>Words that make "buy" a rating: <c>rated Buy</c>, <c>to underweight</c>, 买入评级.</summary>
internal static partial class RatingWords
{
    /// <summary>Whether a word of advice stands as a rating.</summary>
    public static bool Near(string text, int start, int length)
    {
        var before = text[Math.Max(0, start - 96)..start];
        var after = text[(start + length)..Math.Min(text.Length, start + length + 24)];
        return Before().IsMatch(before)
            || After().IsMatch(after)
            || Said().IsMatch(before)
            || (Label().IsMatch(before) && LabelEnd().IsMatch(after));
    }

    /// <summary>Whether a rating is the one that was given up: "downgraded from Buy to Hold", 评级由中性升至买入.</summary>
    public static bool IsFormer(string text, int start, int length) =>
        From().IsMatch(text[Math.Max(0, start - 12)..start])
        && (
            To().IsMatch(text[(start + length)..Math.Min(text.Length, start + length + 24)])
            || NewBefore().IsMatch(text[Math.Max(0, start - 48)..start])
        );

    /// <summary>The rating that holds in a table's cell: the last of "Hold -> Buy".</summary>
    public static string Latest(string cell)
    {
        var parts = Arrow().Split(cell);
        return parts[^1].Trim();
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        "((?<!\\b(if|when|as|once|interest|policy|mortgage|real|higher|lower|falling|rising)\\s)"
            + "\\b(rat(e|es|ed|ing)|upgrad(e|es|ed|ing)|downgrad(e|es|ed|ing)|rais(es|ed)|cuts?|lower(s|ed)|"
            + "initiat(e|es|ed|ing)|"
            + "reiterat(e|es|ed|ing)|reissu(es|ed)|assum(es|ed)|resum(es|ed)|starts?|started|mov(es|ed)|maintain(s|ed)?|keeps?|kept)\\b"
            + "([^.;]|[.](?=[A-Z(,]|\\s[(a-z])){0,72}?(\\bto\\b|\\bat\\b|\\bwith\\b|\\ban?\\b|\\bas\\b|"
            + ":)?\\s?[\"'(]?|评级(由[^，。；]{1,10}?)?[^，。；]{0,8}?(为|:|：|至|到)\\s?\"?|评级\\s?\"?|"
            + "(给予|予以|维持|上调至|上调为|下调至|下调为|升至|降至|重申|评为|续予)\\s?[\"(]?)(强烈|强力|审慎|谨慎)?$",
        Options,
        20_000
    )]
    private static partial Regex Before();

    [GeneratedRegex("^(-[A-Z])?[\"')]*\\s?(-?rated\\b|rating|ratings|的?(投资)?评[级等])", Options, 20_000)]
    private static partial Regex After();

    [GeneratedRegex("[A-Za-z0-9.)\\u4e00-\\u9fff]\\s?[:：]\\s?$", Options, 20_000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s?([,;.(，；。]|$)", Options, 20_000)]
    private static partial Regex LabelEnd();

    /// <summary>"The stock is a Buy", "from Sell all the way to Neutral".</summary>
    [GeneratedRegex(
        "\\b((stock|shares|name)\\s(is|are|remains?|looks like)|is\\s(now|still)?|remains?)\\s?[\"']?an?\\s(strong\\s|clear\\s)?[\"']?$"
            + "|\\bfrom\\s[\"']?[A-Za-z-]{3,14}(\\s[a-z]{4,10})?[\"']?\\s(all the way\\s)?to\\s[\"']?$",
        Options,
        20_000
    )]
    private static partial Regex Said();

    [GeneratedRegex("\\bto\\s[\"']?(a\\s)?[A-Za-z-]{3,14}(\\s(?!from)[a-z]{3,10})?[\"']?\\sfrom\\s[\"'(]*(an?\\s)?$", Options, 20_000)]
    private static partial Regex NewBefore();

    [GeneratedRegex("(\\bfrom\\s|从|由|自)\\s?[\"'(]*(an?\\s)?$", Options, 20_000)]
    private static partial Regex From();

    [GeneratedRegex(
        "^(-[A-Z])?[\"')]*\\s?(to\\b|(all the way|up|down|rating) to\\b|上调|下调|调|升|降|转|改|至|到|评[级等])",
        Options,
        20_000
    )]
    private static partial Regex To();

    [GeneratedRegex("->|=>|→|⟶", Options, 20_000)]
    private static partial Regex Arrow();
}
