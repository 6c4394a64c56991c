using System.Buffers.Binary;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting.WhatIf;

/// <summary>Packs a run's paths for the page.</summary>
internal static class WhatIfPacking
{
    public static WhatIfSpec Of(ReportContext context, WhatIfResult result) =>
        new()
        {
            Paths = result.Paths,
            RunPaths = result.RunPaths,
            Command = context.Run.Command,
            Years = result.Years,
            Events = [.. result.Events.Select(e => Event(e, result.Events, context.Model.Risks.Any(r => r.Id == e.Event.Id)))],
            Predictions =
            [
                .. result.Predictions.Select(p => new WhatIfPredictionSpec(p.Prediction.Id.Value, p.Prediction.Name, Bits(p.Holds))),
            ],
            Factors = [.. result.Factors.Select(f => new WhatIfFactorSpec(f.Factor.Id.Value, f.Factor.Name, f.Factor.PricedIn, f.Move))],
            Instruments =
            [
                .. result.Instruments.Select(i => new WhatIfInstrumentSpec(
                    i.Instrument.Id.Value,
                    i.Instrument.Name,
                    PackedColumn.Of([.. i.Values.Select(v => Math.Log(v))]),
                    i.Exposures,
                    i.Shifts,
                    i.Instrument.Pricing is not null
                )),
            ],
            Recommendations = [.. result.Recommendations.Select(r => new WhatIfRecommendationSpec(r.Id.Value, r.Name, r.Size))],
            Portfolios = [.. result.Portfolios.Zip(context.Results.Base.Portfolios, (paths, run) => Portfolio(paths, run, context.Middle))],
        };

    private static WhatIfEventSpec Event(WhatIfEvent e, IReadOnlyList<WhatIfEvent> all, bool isRisk) =>
        new(
            e.Event.Id.Value,
            e.Event.Name,
            isRisk,
            e.Event.Probability,
            e.Limit switch
            {
                WhatIfLimit.None => "none",
                WhatIfLimit.Certain => "certain",
                WhatIfLimit.TooManySteps => "tooManySteps",
                _ => "notCovered",
            },
            e.Hazard,
            Convert.ToBase64String([.. e.Steps]),
            Words(e.RecurringSteps),
            [
                .. all.SelectMany(
                    (source, at) =>
                        source
                            .Event.Triggers.Where(t => t.Event == e.Event.Id)
                            .Select(t => new WhatIfTriggerSpec(at, t.HazardMultiple, t.For.Years))
                ),
            ]
        );

    private static WhatIfPortfolioSpec Portfolio(WhatIfPortfolio paths, PortfolioResult run, int horizon)
    {
        var followed = run.IsChanged() ? run.FollowingAll : null;
        return new(
            paths.Portfolio.Id.Value,
            paths.Portfolio.Name,
            paths.Portfolio.Owes,
            [
                .. paths.Positions.Zip(
                    paths.Portfolio.Positions,
                    (on, held) => new WhatIfPositionSpec(on.Instrument, on.Weight, on.Grown, held.Quantity)
                ),
            ],
            [.. paths.Gains.Select(g => PackedColumn.Of([.. g.Select(x => (double)x)]))],
            Figures(run.AsHeld),
            followed is null ? null : Figures(followed)
        );

        WhatIfFigures Figures(VariantResult variant)
        {
            var measures = variant.Horizons[horizon].Measures;
            return new(
                Pair(measures[MeasureKinds.Median]),
                Pair(measures[MeasureKinds.Mean]),
                Pair(measures[MeasureKinds.Es95]),
                Pair(measures[MeasureKinds.LossProbability])
            );
        }
    }

    private static double[] Pair(Estimate estimate) => [estimate.Value, estimate.StandardError];

    private static string Words(IReadOnlyList<ulong> words)
    {
        var bytes = new byte[sizeof(ulong) * words.Count];
        for (var k = 0; k < words.Count; k++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(sizeof(ulong) * k), words[k]);
        return Convert.ToBase64String(bytes);
    }

    private static string Bits(IReadOnlyList<bool> truths)
    {
        var bytes = new byte[(truths.Count + 7) / 8];
        for (var k = 0; k < truths.Count; k++)
            bytes[k / 8] |= (byte)(truths[k] ? 1 << (k % 8) : 0);
        return Convert.ToBase64String(bytes);
    }
}
