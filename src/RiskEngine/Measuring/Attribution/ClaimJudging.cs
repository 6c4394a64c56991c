using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.ReverseStress;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Judges on every path which claims have failed by a horizon.</summary>
internal sealed class ClaimJudging
{
    private readonly BaseColumns columns;
    private readonly HorizonIndex horizon;
    private readonly double[] average;
    private readonly (IReadOnlyList<ClaimRef> Claims, ClaimFailure Fails, bool[] Failed)[] common;

    public ClaimJudging(BaseColumns columns, HorizonIndex horizon)
    {
        this.columns = columns;
        this.horizon = horizon;
        average = Average([
            .. Enumerable.Range(0, columns.Model.Instruments.Count).Where(i => columns.Model.Instruments[i].Kind != InstrumentKind.Cash),
        ]);
        common = [.. Forecasts(), .. Sides(gains: true), .. Sides(gains: false), .. Predictions()];
    }

    /// <summary>Every claim that can be judged, for one portfolio; the one that fails most often on the tail paths first.</summary>
    public IReadOnlyList<(StressClaim Claim, bool[] Failed)> Judge(TailPaths tail) =>
        [
            .. common
                .Concat(Advice(tail.Portfolio))
                .Select(c =>
                {
                    var found = LikelihoodRatio.Of(c.Failed, tail.Chosen);
                    return (Claim: new StressClaim(c.Claims, c.Fails, found.Among, found.Elsewhere, found.Ratio), c.Failed);
                })
                .OrderByDescending(c => c.Claim.Among.Value),
        ];

    private IEnumerable<(IReadOnlyList<ClaimRef> Claims, ClaimFailure Fails, bool[] Failed)> Forecasts() =>
        from thesis in columns.Model.Theses
        from claim in thesis.Claims
        let reference = new ClaimRef(thesis.Id, claim.Id)
        from id in ClaimTracing.Forecasts(columns.Scenario, reference)
        let factor = columns.Model.Factors.Select(f => f.Id.Value).ToList().IndexOf(id)
        where factor >= 0 && columns.Model.Factors[factor].Path.Count > 0
        select ((IReadOnlyList<ClaimRef>)[reference], ClaimFailure.ForecastFallsShort, FallsShort(factor));

    /// <summary>Where less than half of the path's move from the as-of date to the horizon has come, on the factor's own scale.</summary>
    private bool[] FallsShort(int factor)
    {
        var (path, isLog) = (columns.Model.Factors[factor].Path, columns.IsLog(factor));
        var from = At(path, columns.Scenario.AsOf, isLog);
        var move = At(path, columns.Scenario.Horizons[horizon.Value].Date, isLog) - from;
        var values = columns.Factor(factor, horizon);
        return Array.ConvertAll(values, x => Math.Abs(move) > 1e-9 && (x - from) / move < 0.5);
    }

    private static double At(IReadOnlyList<DatedValue> path, DateOnly date, bool isLog)
    {
        double Scale(double value) => isLog ? Math.Log(value) : value;
        if (date <= path[0].Date)
            return Scale(path[0].Value);
        for (var i = 1; i < path.Count; i++)
        {
            if (date > path[i].Date)
                continue;
            var part = DayCount.Years(path[i - 1].Date, date) / DayCount.Years(path[i - 1].Date, path[i].Date);
            return Scale(path[i - 1].Value) + (part * (Scale(path[i].Value) - Scale(path[i - 1].Value)));
        }

        return Scale(path[^1].Value);
    }

    /// <summary>
    /// Those who are said to gain, or to lose, in equal parts, against the average instrument: a fall of the whole market proves neither
    /// wrong.
    /// </summary>
    private IEnumerable<(IReadOnlyList<ClaimRef> Claims, ClaimFailure Fails, bool[] Failed)> Sides(bool gains)
    {
        var exposures = columns.Model.Theses.SelectMany(t => t.Exposures).Where(e => e.Gains == gains);
        foreach (
            var of in exposures
                .GroupBy(e => e.Claim)
                .GroupBy(c => string.Join(' ', c.SelectMany(e => e.Who).Distinct().Order().Select(i => i.Value)), StringComparer.Ordinal)
        )
        {
            var value = Average([.. of.First().SelectMany(e => e.Who).Distinct().Select(columns.IndexOf)]);
            var failed = new bool[columns.Paths];
            for (var k = 0; k < failed.Length; k++)
                failed[k] = gains ? value[k] < average[k] : value[k] > average[k];
            yield return ([.. of.Select(c => c.Key)], gains ? ClaimFailure.GainersLag : ClaimFailure.LosersLead, failed);
        }
    }

    private double[] Average(int[] instruments)
    {
        var mean = new double[columns.Paths];
        foreach (var values in instruments.Select(i => columns.Outcomes.Instruments[i, horizon]))
        {
            for (var k = 0; k < mean.Length; k++)
                mean[k] += values[k] / (double)instruments.Length;
        }

        return mean;
    }

    private IEnumerable<(IReadOnlyList<ClaimRef> Claims, ClaimFailure Fails, bool[] Failed)> Predictions() =>
        columns.Model.Predictions.Select(p =>
            (
                (IReadOnlyList<ClaimRef>)[p.Claim],
                ClaimFailure.PredictionFails,
                Array.ConvertAll(PredictionColumns.Of(columns, p), holds => !holds)
            )
        );

    /// <summary>
    /// One claim's advice together: several recommendations may rest on it. A claim that only says who gains has its own line.
    /// </summary>
    private IEnumerable<(IReadOnlyList<ClaimRef> Claims, ClaimFailure Fails, bool[] Failed)> Advice(PortfolioIndex portfolio)
    {
        foreach (var of in columns.Traded.Select((r, at) => (r.Claims[0], at)).GroupBy(c => c.Item1, c => c.at))
        {
            var sums = new double[columns.Paths];
            foreach (var r in of)
            {
                var gain = columns.Gain(portfolio, r, horizon);
                for (var k = 0; k < sums.Length; k++)
                    sums[k] += gain[k];
            }

            yield return ([of.Key], ClaimFailure.AdviceLoses, Array.ConvertAll(sums, s => s < 0));
        }
    }
}
