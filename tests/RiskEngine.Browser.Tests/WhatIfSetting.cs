using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Browser.Tests;

/// <summary>What a reader changes by sliders, and the engine's own answer to it.</summary>
internal sealed record WhatIfSetting
{
    private static readonly (string Name, MeasureKind Kind)[] measures =
    [
        ("median", MeasureKinds.Median),
        ("mean", MeasureKinds.Mean),
        ("es95", MeasureKinds.Es95),
        ("loss", MeasureKinds.LossProbability),
    ];

    /// <summary>Values after <c>--set</c>, by path; sliders have the same keys.</summary>
    public IReadOnlyList<(string Path, double Value)> Values { get; init; } = [];

    /// <summary>The weight of an instrument in a portfolio; the other positions make room.</summary>
    public (string Portfolio, string Instrument, double Weight)? Weight { get; init; }

    /// <summary>The probability with which a prediction is believed.</summary>
    public (string Prediction, double Probability)? Belief { get; init; }

    /// <summary>What is changed, for the names of tests.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            [
                .. Values.Select(v => v.Path),
                .. Weight is { } weight ? [$"weights.{weight.Portfolio}.{weight.Instrument}"] : Array.Empty<string>(),
                .. Belief is { } belief ? [$"belief in {belief.Prediction}"] : Array.Empty<string>(),
            ]
        );

    /// <summary>Moves the page's sliders.</summary>
    public async Task ApplyTo(ReportPage shown)
    {
        foreach (var (path, value) in Values)
            await WhatIfTests.Slide(shown, path, value);
        if (Weight is { } weight)
            await WhatIfTests.Slide(shown, $"weights.{weight.Portfolio}.{weight.Instrument}", weight.Weight);
        if (Belief is { } belief)
            await WhatIfTests.Slide(shown, $"views.{belief.Prediction}", belief.Probability);
    }

    /// <summary>Simulates the setting: figures by portfolio, variant and measure, as the page names them.</summary>
    public Dictionary<string, Estimate> Simulate(int paths, ulong seed)
    {
        var scenario = RiskScenario.Load(
            ShippedReport.Scenario,
            [.. Values.Select(v => FormattableString.Invariant($"{v.Path}={v.Value}"))]
        );
        if (Weight is { } weight)
            scenario = Weighted(scenario, weight);
        var options = new RunOptions
        {
            Paths = paths,
            Seed = seed,
            Cases = [scenario.Base.Id],
        };
        if (Belief is { } belief)
        {
            var results = new Engine().Run(scenario with { Views = [View(scenario, belief)] }, options);
            return (
                from p in results.Views!.Portfolios
                where p.Horizon.Id == scenario.HeadlineHorizon.Id
                from m in measures
                select (Key: $"{p.Portfolio.Id} {Name(p.Variant.Kind)} {m.Name}", p.Posterior[m.Kind])
            ).ToDictionary(f => f.Key, f => f.Item2);
        }

        var at = scenario.HeadlineHorizonIndex.Value;
        var run = new Engine().Run(scenario, options with { MeasuresOnly = true, HeadlineOnly = true, Drawdowns = false });
        return (
            from p in run.Base.Portfolios
            from v in p.Variants
            from m in measures
            select (Key: $"{p.Portfolio.Id} {Name(v.Variant.Kind)} {m.Name}", v.Horizons[at].Measures[m.Kind])
        ).ToDictionary(f => f.Key, f => f.Item2);
    }

    private static string Name(VariantKind kind) => kind == VariantKind.AsHeld ? "held" : "followed";

    private static StatedView View(Scenario scenario, (string Prediction, double Probability) belief) =>
        new()
        {
            Id = new("belief"),
            Name = LocalText.Same("belief"),
            Quantity = ViewQuantity.Probability,
            On = [belief.Prediction],
            Horizon = scenario.HeadlineHorizon.Id,
            Bound = ViewBound.Is,
            Target = belief.Probability,
        };

    private static Scenario Weighted(Scenario scenario, (string Portfolio, string Instrument, double Weight) weight)
    {
        Position Change(Portfolio portfolio, Position position)
        {
            var before = portfolio.Weight(portfolio.Positions.First(p => p.Instrument.Value == weight.Instrument));
            var times = position.Instrument.Value == weight.Instrument ? weight.Weight / before : (1 - weight.Weight) / (1 - before);
            return position with { Quantity = position.Quantity * times };
        }

        Portfolio ChangeAll(Portfolio portfolio) =>
            portfolio.Id.Value == weight.Portfolio
                ? portfolio with
                {
                    Positions = [.. portfolio.Positions.Select(p => Change(portfolio, p))],
                }
                : portfolio;

        return scenario with
        {
            Cases =
            [
                .. scenario.Cases.Select(c => c with { Model = c.Model with { Portfolios = [.. c.Model.Portfolios.Select(ChangeAll)] } }),
            ],
        };
    }
}
