using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Theses;

/// <summary>A series of a table as a risk factor: the figures of its years are the path it is forecast to follow.</summary>
internal sealed record SeriesFactor(
    SeriesClaim Claim,
    string Id,
    string Kind,
    string Unit,
    double Scale,
    IReadOnlyList<(DateOnly Date, double Value)> Path
)
{
    /// <summary>The factor of a series; null where it has no figures of the past and of years to come, or mixes units.</summary>
    public static SeriesFactor? Of(SeriesClaim claim, string thesis, DateOnly asOf)
    {
        var points = claim.Points.Where(p => p.Year is not null).ToList();
        if (
            points.Count < 2
            || points.DistinctBy(p => (p.Quantity.Kind, p.Quantity.Unit)).Count() > 1
            || points.DistinctBy(p => p.Year).Count() < points.Count
        )
        {
            return null;
        }

        var first = points[0].Quantity;
        var isShare = first.Kind == QuantityKind.Percent;
        if (
            first.Kind is QuantityKind.Points or QuantityKind.Multiple
            || points.Exists(p => p.Quantity.Value <= 0 || (isShare && p.Quantity.Value >= 1))
        )
        {
            return null;
        }

        var scale = first.Kind == QuantityKind.Money && first.Value >= 1e7 ? 1e9 : 1;
        var path = points.Select(p => (new DateOnly(p.Year!.Value, 12, 31), p.Quantity.Value / scale)).OrderBy(p => p.Item1).ToList();
        if (path[0].Item1 > asOf || path[^1].Item1 <= asOf)
            return null;
        var unit =
            scale > 1 ? $"{first.Unit} bn"
            : isShare ? "share"
            : first.Unit;
        var id = $"{thesis}-{claim.Id}";
        return new SeriesFactor(
            claim,
            id.Length > 64 ? id[..64].TrimEnd('-', '.') : id,
            isShare ? "bounded-share" : "forecast-path",
            unit,
            scale,
            path
        );
    }

    private readonly ThingName name = new(Claim.Name);

    /// <summary>Whether a prediction speaks of this series: the same unit, and the series' name among its words.</summary>
    public bool IsOf(PredictionClaim prediction)
    {
        var quantity = prediction.Quantity;
        var own = Claim.Points[0].Quantity;
        if (quantity is null || quantity.Kind != own.Kind || quantity.Unit != own.Unit)
            return false;
        return name.IsIn(prediction.Subject);
    }
}
