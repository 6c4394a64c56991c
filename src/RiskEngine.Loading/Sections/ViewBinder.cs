using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the views: opinions that are to hold on top of the base case.</summary>
internal static class ViewBinder
{
    private static readonly (KeySpec Key, ViewQuantity Quantity, NumberRange Target)[] quantities =
    [
        (ViewKeys.Mean, ViewQuantity.Mean, NumberRange.Any),
        (ViewKeys.Volatility, ViewQuantity.Volatility, NumberRange.Positive),
        (ViewKeys.Quantile, ViewQuantity.Quantile, NumberRange.Any),
        (ViewKeys.Var, ViewQuantity.ValueAtRisk, NumberRange.Any),
        (ViewKeys.Es, ViewQuantity.ExpectedShortfall, NumberRange.Any),
        (ViewKeys.Skewness, ViewQuantity.Skewness, NumberRange.Any),
        (ViewKeys.Kurtosis, ViewQuantity.Kurtosis, new NumberRange(1, double.PositiveInfinity, MinIsOpen: true)),
        (ViewKeys.Correlation, ViewQuantity.Correlation, NumberRange.Correlation),
        (ViewKeys.Ranking, ViewQuantity.Ranking, NumberRange.Any),
        (ViewKeys.Probability, ViewQuantity.Probability, NumberRange.Probability),
    ];

    private static readonly (KeySpec<NumberValue> Key, ViewBound Bound)[] bounds =
    [
        (ViewKeys.Is, ViewBound.Is),
        (ViewKeys.AtLeast, ViewBound.AtLeast),
        (ViewKeys.AtMost, ViewBound.AtMost),
    ];

    public static IReadOnlyList<StatedView> Bind(BindingScope scope)
    {
        var views = new List<StatedView>();
        if (
            scope.Tree.Find(ScenarioKeys.Views) is not { } section
            || ValueReader.Mapping(section.Value, "views", scope.Diagnostics) is not { } mapping
        )
        {
            return views;
        }

        foreach (var entry in mapping.Entries)
        {
            scope.Ids.Views.Declare(entry.Key, entry.KeyLocation, scope.Diagnostics);
            if (
                MappingReader.Of(entry.Value, $"view '{entry.Key}'", scope.Diagnostics, entry.KeyLocation) is { } reader
                && View(scope, entry.Key, reader) is { } view
            )
            {
                views.Add(view);
            }
        }

        return views;
    }

    private static StatedView? View(BindingScope scope, string id, MappingReader reader)
    {
        var name = reader.LocalText(ViewKeys.Name);
        var claims = ClaimReader.Several(reader, ViewKeys.Claims, thesis: null, scope);
        var trust = reader.Number(ViewKeys.Confidence);
        var horizon = reader.OptionalReference(ViewKeys.Horizon, scope.Ids.Horizons);
        scope.Source(ScenarioKeys.Views, id, reader, ViewKeys.All);
        reader.Know(ViewKeys.All);
        if (One(reader, ViewKeys.Quantities) is not { } at)
            return null;
        var (key, quantity, range) = quantities[at];
        var on = On(scope, reader, key, quantity);
        var level = Level(reader, quantity);
        var (bound, target) = quantity == ViewQuantity.Ranking ? NoTarget(reader) : Target(reader, range);
        if (quantity == ViewQuantity.Probability && on.Count == 1 && scope.Ids.Predictions.Contains(on[0]) && horizon is not null)
            reader.Refuse(ViewKeys.Horizon, $"expected none, for the prediction '{on[0]}' has a date of its own");
        if (scope.Header.Horizons.Count == 0)
            reader.Fail(); // told where the horizons are read; there is none to speak of
        if (!reader.Finish())
            return null;
        return new StatedView
        {
            Id = new Id<StatedView>(id),
            Name = name,
            Claims = claims,
            Quantity = quantity,
            On = on,
            Level = level,
            Horizon = horizon is null
                ? scope.Header.Horizons[Scenario.HeadlineOf(scope.Header.Horizons).Value].Id
                : new Id<Horizon>(horizon),
            Bound = bound,
            Target = target,
            Confidence = trust,
        };
    }

    /// <summary>Which one of several keys stands in the view; null after an error.</summary>
    private static int? One(MappingReader reader, IReadOnlyList<KeySpec> keys)
    {
        var given = keys.Where(k => reader.Has(k)).Select(k => k.Name).ToList();
        if (given.Count == 1)
            return keys.Select(k => k.Name).ToList().IndexOf(given[0]);
        var found = given.Count == 0 ? "none" : string.Join(" and ", given);
        reader.RefuseAt(
            reader.Location,
            $"{reader.Subject}: expected exactly one of {string.Join(", ", keys.Select(k => k.Name))}, found {found}"
        );
        reader.Finish();
        return null;
    }

    private static IReadOnlyList<string> On(BindingScope scope, MappingReader reader, string key, ViewQuantity quantity)
    {
        if (quantity == ViewQuantity.Probability)
        {
            var id = reader.Text(key);
            if (
                id.Length > 0
                && !scope.Ids.Predictions.Contains(id)
                && !scope.Ids.Events.Check(
                    id,
                    $"{reader.What(key)} (of a prediction, risk or deal)",
                    reader.LocationOf(key),
                    scope.Diagnostics
                )
            )
            {
                reader.Fail();
            }

            return [id];
        }

        var ids = reader.References(key, scope.Ids.Names);
        foreach (var group in ids.Where(scope.Ids.Groups.Contains))
            reader.Refuse(key, $"expected factors or instruments, found the group '{group}'");
        if (quantity == ViewQuantity.Ranking && ids.Count < 2 && !reader.Failed)
            reader.Refuse(key, $"expected two or more, the best first, found {ids.Count}");
        else if (quantity == ViewQuantity.Correlation && ids.Count != 2 && !reader.Failed)
            reader.Refuse(key, $"expected two, found {ids.Count}");
        else if (quantity is not (ViewQuantity.Ranking or ViewQuantity.Correlation) && ids.Count > 1)
            reader.Refuse(key, $"expected one factor or instrument, found {ids.Count}");
        return ids;
    }

    private static double Level(MappingReader reader, ViewQuantity quantity)
    {
        if (quantity == ViewQuantity.Quantile)
            return reader.Number(ViewKeys.Level);
        if (quantity is ViewQuantity.ValueAtRisk or ViewQuantity.ExpectedShortfall)
            return reader.OptionalNumber(ViewKeys.Level) ?? 0.95;
        if (reader.Has(ViewKeys.Level))
            reader.Refuse(ViewKeys.Level, "expected it beside quantile, var or es only");
        return 0;
    }

    private static (ViewBound, double) Target(MappingReader reader, NumberRange range) =>
        One(reader, ViewKeys.Bounds) is { } at ? (bounds[at].Bound, reader.Number(bounds[at].Key.Name, range)) : default;

    private static (ViewBound, double) NoTarget(MappingReader reader)
    {
        foreach (var key in ViewKeys.Bounds.Where(b => reader.Has(b)))
            reader.Refuse(key, "expected none, for a ranking says all by its order");
        return (ViewBound.AtLeast, 0);
    }
}
