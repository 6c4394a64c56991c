using System.Globalization;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Showing;

/// <summary>A claim in a few words, for lists.</summary>
public static class ClaimSummary
{
    /// <summary>What a claim says, without its quote.</summary>
    public static string Of(ArticleClaim claim) =>
        claim switch
        {
            AdviceClaim a => $"{a.Verb} {string.Join(", ", a.Targets.Select(t => t.Id))} ({Horizons(a)}){Who(a.Who)}",
            RiskClaim r => $"{r.RiskKind}: {r.Name}",
            SeriesClaim s => $"{s.Name}: {string.Join(", ", s.Points.Select(p => $"{p.Label} {Of(p.Quantity)}"))}",
            PredictionClaim p => $"{p.Subject} {(p.Quantity is null ? "" : Of(p.Quantity))} "
                + $"{p.Date?.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{Who(p.Who)}".Trim(),
            OutlookClaim o => o.Subject,
            IndicatorClaim i => i.Name,
            DealClaim d => $"{d.DealKind}: {string.Join(", ", d.Parties.Select(p => p.Id))}{(d.Amount is null ? "" : " " + Of(d.Amount))}",
            _ => "",
        };

    /// <summary>A quantity as text.</summary>
    public static string Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var sign = quantity.Bound switch
        {
            QuantityBound.AtLeast => ">= ",
            QuantityBound.AtMost => "<= ",
            QuantityBound.About => "about ",
            _ => "",
        };
        var value = quantity.IsRange
            ? $"{Number(quantity.Low, quantity)} to {Number(quantity.High, quantity)}"
            : Number(quantity.Value, quantity);
        return $"{sign}{value}{(quantity.Unit.Length > 0 ? " " + quantity.Unit : "")}";
    }

    private static string Number(double value, Quantity quantity) =>
        quantity.Kind switch
        {
            QuantityKind.Percent => (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%",
            QuantityKind.Points => (value * 100).ToString("0.###", CultureInfo.InvariantCulture) + " points",
            QuantityKind.Multiple => value.ToString("0.##", CultureInfo.InvariantCulture) + " times",
            _ when Math.Abs(value) >= 1e9 => (value / 1e9).ToString("0.###", CultureInfo.InvariantCulture) + " bn",
            _ when Math.Abs(value) >= 1e6 => (value / 1e6).ToString("0.###", CultureInfo.InvariantCulture) + " m",
            _ => value.ToString("0.####", CultureInfo.InvariantCulture),
        };

    private static string Horizons(AdviceClaim claim) =>
        string.Join(
            " or ",
            claim
                .Readings.GroupBy(r => r.Horizon)
                .Select(g =>
                    $"{g.Key.ToString().Replace("Term", "", StringComparison.Ordinal).ToLowerInvariant()} {g.Sum(r => r.Weight):0.#}"
                )
        );

    private static string Who(string? who) => who is null ? "" : $", says {who}";
}
