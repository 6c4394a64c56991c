using System.Globalization;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests;

/// <summary>The articles of these tests, which we wrote ourselves, with what is expected of each.</summary>
internal static class TestArticles
{
    /// <summary>The folder of the articles.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Articles");

    /// <summary>The companies that they name.</summary>
    public static SecurityList Securities { get; } =
        new([
            .. File.ReadLines(Path.Combine(Folder, "securities.csv"))
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(','))
                .Select(row => new Security
                {
                    Id = row[0],
                    Kind = SecurityKind.Equity,
                    Name = row[1],
                    ChineseName = row[2],
                    Symbols = [row[3]],
                }),
        ]);

    /// <summary>Names of the articles, without endings.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.labels").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    /// <summary>Articles that were written after the rules were frozen.</summary>
    public static bool IsHeldOut(string name) => name is "zh-biotech-flat" or "zh-rates-essay" or "en-storage-column" or "en-robots-report";

    /// <summary>An article, read.</summary>
    public static ArticleReading Read(string name)
    {
        var file = Directory.EnumerateFiles(Folder, name + ".*").Single(f => !f.EndsWith(".labels", StringComparison.Ordinal));
        return Read(ArticleReader.Read(file));
    }

    /// <summary>A text, read as of a day.</summary>
    public static ArticleReading ReadText(string text, string file = "article.md") =>
        Read(ArticleReader.Read(file, System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>What is expected of an article.</summary>
    public static IReadOnlyList<Label> LabelsOf(string name) =>
        [
            .. File.ReadLines(Path.Combine(Folder, name + ".labels"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(fields => new Label(fields[0], fields[1..])),
        ];

    private static ArticleReading Read(ArticleText article) =>
        new ClaimReader(new EntityScanner(Securities)).Read(article, new DateOnly(2026, 2, 6));
}

/// <summary>One claim that is expected: its kind and the fields that count.</summary>
internal sealed record Label(string Kind, string[] Fields)
{
    /// <summary>Whether a claim is this one.</summary>
    public bool Fits(ArticleClaim claim) =>
        (Kind, claim) switch
        {
            ("rec", AdviceClaim a) => Fields[0]
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .ToHashSet()
                .SetEquals(a.Targets.Select(t => t.Id))
                && string.Equals(Fields[1], a.Direction.ToString(), StringComparison.OrdinalIgnoreCase)
                && string.Equals(
                    Fields[2],
                    a.Horizon is { } h ? h.Bucket.ToString().Replace("Term", "", StringComparison.Ordinal) : "none",
                    StringComparison.OrdinalIgnoreCase
                ),
            ("forecast", PredictionClaim { Quantity: { } q } p) => Math.Abs(q.Value - Number(Fields[0])) <= 1e-9 * Math.Abs(q.Value)
                && Fields[1]
                    == (
                        q.Kind switch
                        {
                            QuantityKind.Percent or QuantityKind.Points => "%",
                            QuantityKind.Multiple => "x",
                            _ => q.Unit,
                        }
                    )
                && Fields[2] == (p.Date?.Year ?? 0).ToString(CultureInfo.InvariantCulture),
            ("risk", RiskClaim r) => Fields[0] == r.RiskKind && r.Evidence.Quote.Contains(Fields[1], StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>The label's kind of a claim; null where no label speaks of such claims.</summary>
    public static string? KindOf(ArticleClaim claim) =>
        claim switch
        {
            AdviceClaim => "rec",
            PredictionClaim { Quantity: not null } => "forecast",
            RiskClaim => "risk",
            _ => null,
        };

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} | {string.Join(" | ", Fields)}";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
