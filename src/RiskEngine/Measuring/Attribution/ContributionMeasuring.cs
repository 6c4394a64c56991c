using System.Numerics.Tensors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Attribution;
using RiskEngine.Analysis.Columns;
using RiskEngine.Plans;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Splits each portfolio's risk at the headline horizon by position, by group and by factor.</summary>
internal static class ContributionMeasuring
{
    private const double Level = 0.95;

    // Beside those of the parts: what the factors leave, the mean, logarithms, a total in double and its order, scratch for sorting.
    private const int OtherColumns = 9;

    // A portfolio that is lost keeps this part of its value, so that its logarithm stays finite.
    private const double Least = 1e-6;

    public static IReadOnlyList<ContributionResult> Of(BaseColumns columns, int threads, PathWeights weights = default)
    {
        var (space, regressors, names) = Explaining(columns, weights);
        (PortfolioIndex Portfolio, VariantIndex Variant)[] cells =
        [
            .. from p in PortfolioIndex.First(columns.Model.Portfolios.Count) from v in columns.Variants.Headline select (p, v),
        ];
        var results = new ContributionResult[cells.Length];
        Parallel.For(
            0,
            results.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            at => results[at] = One(columns, cells[at].Portfolio, cells[at].Variant, weights, space, regressors, names)
        );
        return results;
    }

    /// <summary>
    /// The memory it works in: each worker's columns of positions and recommendations, of their groups, and of what each factor and event
    /// does; beside these the moves of all factors and the occurrences of all events.
    /// </summary>
    public static Workspace Needs(Scenario scenario, int threads)
    {
        var model = scenario.Base.Model;
        long explaining = model.Factors.Count + model.Events.Count();
        var held = model.Portfolios.Max(p => p.Positions.Count) + model.Variants.Traded.Count;
        var each = (2L * held) + explaining + OtherColumns;
        var workers = Math.Min(threads, model.Portfolios.Count * model.Variants.HeadlineCount);
        return Workspace.OfColumns(scenario, workers, each, explaining);
    }

    private static ContributionResult One(
        BaseColumns columns,
        PortfolioIndex p,
        VariantIndex v,
        PathWeights weights,
        FactorSpace? space,
        IReadOnlyList<float[]> regressors,
        IReadOnlyList<(RiskPartKind Kind, string Id, LocalText Name)> names
    )
    {
        var (portfolio, h) = (columns.Model.Portfolios[p.Value], columns.Headline);
        List<(RiskPartKind Kind, string Id, LocalText Name, double? Weight)> parts = [];
        List<float[]> held = [];
        for (var k = 0; k < portfolio.Positions.Count; k++)
        {
            var position = portfolio.Positions[k];
            parts.Add(
                (
                    RiskPartKind.Position,
                    position.Instrument.Value,
                    columns.Model.Instruments[columns.IndexOf(position.Instrument)].Name,
                    portfolio.Weight(position)
                )
            );
            held.Add(columns.Position(p, k, h));
        }

        var positions = held.Count;
        if (v != VariantSet.AsHeld)
        {
            for (var r = 0; r < columns.Traded.Count; r++)
            {
                parts.Add((RiskPartKind.Recommendation, columns.Traded[r].Id.Value, columns.Traded[r].Name, null));
                held.Add(columns.Gain(p, r, h));
            }
        }

        var (byPosition, total) = Split(new PartColumns(held, weights), parts);
        if (v == VariantSet.AsHeld)
            byPosition = [.. byPosition.Select((part, k) => part with { Presence = Presence(columns, p, k, held[k], weights) })];
        var (byGroup, _) = Split(Grouped(columns, p, held, parts, positions, weights, out var groups), groups);
        var (byFactor, rSquared) = ByFactor(columns.Profits(p, v, h), weights, space, regressors, names);
        return new ContributionResult(
            portfolio,
            columns.Variants[v],
            columns.Scenario.HeadlineHorizon,
            columns.Paths,
            total,
            byPosition,
            byGroup,
            byFactor,
            rSquared
        );
    }

    private static (IReadOnlyList<RiskPart> Parts, RiskTotals Total) Split(
        PartColumns columns,
        IReadOnlyList<(RiskPartKind Kind, string Id, LocalText Name, double? Weight)> parts
    )
    {
        var (volatility, var, es) = (
            EulerVolatility.Of(columns),
            EulerTail.OfValueAtRisk(columns, Level),
            EulerTail.OfExpectedShortfall(columns, Level)
        );
        return (
            [
                .. parts.Select(
                    (part, i) => new RiskPart(part.Kind, part.Id, part.Name, part.Weight, volatility.Parts[i], var.Parts[i], es.Parts[i])
                ),
            ],
            new RiskTotals(volatility.Total, var.Total, es.Total)
        );
    }

    /// <summary>
    /// Adds up the positions of each instrument's first group; those without one stand for themselves, as do recommendations.
    /// </summary>
    private static PartColumns Grouped(
        BaseColumns columns,
        PortfolioIndex p,
        List<float[]> held,
        List<(RiskPartKind Kind, string Id, LocalText Name, double? Weight)> parts,
        int positions,
        PathWeights weights,
        out List<(RiskPartKind Kind, string Id, LocalText Name, double? Weight)> groups
    )
    {
        groups = [];
        var sums = new List<float[]>();
        for (var k = 0; k < held.Count; k++)
        {
            var part = parts[k];
            if (k < positions && GroupOf(columns, p, k) is { } group)
                part = (RiskPartKind.Group, group.Id.Value, group.Name, part.Weight);
            var at = groups.FindIndex(g => g.Kind == part.Kind && string.Equals(g.Id, part.Id, StringComparison.Ordinal));
            if (at < 0)
            {
                groups.Add(part);
                sums.Add((float[])held[k].Clone());
                continue;
            }

            groups[at] = groups[at] with { Weight = groups[at].Weight + part.Weight };
            TensorPrimitives.Add(sums[at], held[k], sums[at]);
        }

        return new PartColumns(sums, weights);
    }

    private static InstrumentGroup? GroupOf(BaseColumns columns, PortfolioIndex p, int position)
    {
        var instrument = columns.Model.Instruments[columns.IndexOf(columns.Model.Portfolios[p.Value].Positions[position].Instrument)];
        return instrument.Groups.Count == 0 ? null : columns.Model.Groups.First(g => g.Id == instrument.Groups[0]);
    }

    /// <summary>The portfolio with the position, less with its value in cash from the start.</summary>
    private static Effect Presence(BaseColumns columns, PortfolioIndex p, int position, float[] held, PathWeights weights)
    {
        var (portfolio, h) = (columns.Model.Portfolios[p.Value], columns.Headline);
        var with = columns.Profits(p, VariantSet.AsHeld, h);
        var cash =
            portfolio.Weight(portfolio.Positions[position])
            * (Math.Exp(columns.Model.RiskFreeRate * columns.Scenario.HeadlineHorizon.Years) - 1);
        var without = new float[with.Length];
        for (var k = 0; k < without.Length; k++)
            without[k] = (float)(with[k] - (double)held[k] + cash);
        return EffectMeasuring.Of(with, without, new float[SortedColumn.ScratchLength(with.Length)], weights);
    }

    private static (IReadOnlyList<RiskPart> Parts, double RSquared) ByFactor(
        ReadOnlySpan<float> profits,
        PathWeights weights,
        FactorSpace? space,
        IReadOnlyList<float[]> regressors,
        IReadOnlyList<(RiskPartKind Kind, string Id, LocalText Name)> names
    )
    {
        if (space is null)
            return ([], 0);
        var (logs, fit) = LogFit(profits, space);
        IEnumerable<(RiskPartKind, string, LocalText, double?)> parts =
        [
            .. names.Select(n => (n.Kind, n.Id, n.Name, (double?)null)),
            (RiskPartKind.Rest, "", LocalText.Same(""), null),
            (RiskPartKind.Mean, "", LocalText.Same(""), null),
        ];
        var columns = fit.Parts(logs, regressors, space.Means);

        // Effects are additive in logarithms; Carino's (1999) factor R / ln(1 + R) turns each path's into parts of its profit, which add
        // up.
        var factors = new float[logs.Length];
        for (var k = 0; k < logs.Length; k++)
            factors[k] = Math.Abs(logs[k]) < Least ? 1 : profits[k] / logs[k];
        foreach (var column in columns)
            TensorPrimitives.Multiply(column, factors, column);
        return (Split(new PartColumns(columns, weights), [.. parts]).Parts, fit.RSquared);
    }

    /// <summary>The logarithm of the value on every path, explained.</summary>
    public static (float[] Logs, LinearFit Fit) LogFit(ReadOnlySpan<float> profits, FactorSpace space)
    {
        var logs = new float[profits.Length];
        for (var k = 0; k < logs.Length; k++)
            logs[k] = (float)Math.Log(Math.Max(1.0 + profits[k], Least));
        return (logs, space.Explain(logs));
    }

    /// <summary>The moves of all factors and the occurrences of all events by the headline horizon.</summary>
    private static (
        FactorSpace? Space,
        IReadOnlyList<float[]> Regressors,
        IReadOnlyList<(RiskPartKind Kind, string Id, LocalText Name)> Names
    ) Explaining(BaseColumns columns, PathWeights weights)
    {
        var model = columns.Model;
        List<float[]> regressors = [.. Enumerable.Range(0, model.Factors.Count).Select(f => columns.Factor(f, columns.Headline))];
        List<(RiskPartKind, string, LocalText)> names = [.. model.Factors.Select(f => (RiskPartKind.Factor, f.Id.Value, f.Name))];
        foreach (var occurrence in columns.Occurrences().Where(e => e.Kind is OccurrenceKind.Risk or OccurrenceKind.Deal))
        {
            regressors.Add(Array.ConvertAll(columns.Occurred(occurrence, columns.Headline), occurred => occurred ? 1f : 0f));
            names.Add((RiskPartKind.Event, occurrence.Id, occurrence.Name));
        }

        return (regressors.Count == 0 ? null : new FactorSpace(regressors, weights), regressors, names);
    }
}
