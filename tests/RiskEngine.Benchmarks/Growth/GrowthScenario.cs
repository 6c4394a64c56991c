using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Testing;

namespace RiskEngine.Benchmarks.Growth;

/// <summary>A scenario of which one thing at a time is made larger.</summary>
internal sealed record GrowthScenario
{
    public int Paths { get; init; } = 20_000;

    /// <summary>Monthly steps.</summary>
    public int Steps { get; init; } = 12;

    public int Instruments { get; init; } = 10;

    /// <summary>Factors, each correlated with each; instruments take turns in being exposed to them.</summary>
    public int Factors { get; init; } = 10;

    public int Risks { get; init; }

    public int Portfolios { get; init; } = 1;

    public Scenario Build()
    {
        var scenario = SmallScenario.New().RiskFree(0.03).Until($"{Steps}m").Every("1m");
        for (var f = 0; f < Factors; f++)
        {
            var parameters = new[] { ("start", Parameter.Of(1)), ("drift", Parameter.Of(0)), ("volatility", Parameter.Of(0.2)) };
            scenario = scenario.With(Abstractions.Building.Factors.Of($"f{f}", "geometric-brownian", parameters));
        }

        for (var i = 0; i < Instruments; i++)
            scenario = scenario.With(Abstractions.Building.Instruments.Equity($"a{i}", 0.3, ($"f{i % Factors}", 1)));
        for (var p = 0; p < Portfolios; p++)
            scenario = scenario.Hold($"p{p}", [.. Enumerable.Range(0, Instruments).Select(i => ($"a{i}", 1.0 + (i * (p + 1) % 7)))]);
        for (var r = 0; r < Risks; r++)
            scenario = scenario.With(Events.Of($"r{r}", 0.2, "0d", $"{Steps}m", Effects.Hits(-0.02, $"a{r % Instruments}")));
        var built = scenario.Build(Paths, seed: 42);
        var model = built.Base.Model with { Correlations = [.. Correlations(built.Base.Model.Factors)] };
        return built with { Cases = [.. built.Cases.Select(c => c with { Model = model })] };
    }

    private static IEnumerable<Correlation> Correlations(IReadOnlyList<RiskFactor> factors) =>
        from i in Enumerable.Range(0, factors.Count)
        from j in Enumerable.Range(0, i)
        select new Correlation(factors[j].Id, factors[i].Id, 0.3);
}
