using RiskEngine.Abstractions.Factors;
using RiskEngine.Benchmarks.Tables;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Benchmarks.Basket;

/// <summary>What more portfolios and more variants on the same paths cost.</summary>
internal static class SharingBenchmark
{
    private const int Paths = 200_000;
    private const int Portfolios = 8;
    private const int Advice = 5;
    private const int Variants = 2 + 2 * Advice;

    public static IReadOnlyList<TableRow> Run(int rounds)
    {
        var kinds = new FactorCatalogue(BuiltInKinds.All);
        double Time(int portfolios, int advice) =>
            new EngineRun(BasketScenario.Build(Paths, portfolios: portfolios, advice: advice), kinds, 1).Time()
            * BasketScenario.Elements(Paths)
            / 1e9;
        var medians = Rounds.Medians(
            rounds,
            ("1 portfolio", () => Time(1, 0)),
            ("portfolios", () => Time(Portfolios, 0)),
            ("variants", () => Time(1, Advice)),
            ("both", () => Time(Portfolios, Advice))
        );
        return
        [
            new($"sharing, one core: basket, {Paths:N0} paths, 1 portfolio as held", $"{medians[0]:0.00} s", "1"),
            new(
                $"sharing: {Portfolios} portfolios as held",
                $"{medians[1]:0.00} s",
                $"{medians[1] / medians[0]:0.00} x one",
                "little more than 1"
            ),
            new(
                $"sharing: 1 portfolio, {Variants} variants",
                $"{medians[2]:0.00} s",
                $"{medians[2] / medians[0]:0.00} x one",
                "little more than 1"
            ),
            new(
                $"sharing: {Portfolios} portfolios, {Variants} variants each",
                $"{medians[3]:0.00} s",
                $"{medians[3] / medians[0]:0.00} x one, for {Portfolios * Variants} times the columns"
            ),
        ];
    }
}
