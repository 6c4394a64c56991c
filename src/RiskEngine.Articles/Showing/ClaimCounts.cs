using System.Globalization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Showing;

/// <summary>How many claims of each kind there are, in words: "5 risks", 5 项风险.</summary>
public static class ClaimCounts
{
    /// <summary>The kinds in the order in which they first come; 0 where there is no claim.</summary>
    public static LocalText Of(IReadOnlyCollection<ArticleClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var counts = claims.CountBy(c => c.Kind).ToList();
        return counts.Count == 0
            ? LocalText.Same("0")
            : new LocalText(
                string.Join(", ", counts.Select(c => English(c.Key, c.Value))),
                string.Join("，", counts.Select(c => Chinese(c.Key, c.Value)))
            );
    }

    private static string English(string kind, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {kind}{(count == 1 || kind == "series" ? "" : "s")}");

    private static string Chinese(string kind, int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {ChineseKind(kind)}");

    private static string ChineseKind(string kind) =>
        kind switch
        {
            "recommendation" => "条建议",
            "risk" => "项风险",
            "series" => "组数据",
            "prediction" => "条预测",
            "gainer" => "类受益方",
            "loser" => "类受损方",
            "indicator" => "项观察指标",
            "deal" => "笔交易",
            _ => kind,
        };
}
