using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Planning;

/// <summary>One portfolio as weights: its value is 1 on the as-of date.</summary>
/// <param name="Instruments">Indices of what is held or owed.</param>
/// <param name="Weights">Weights, adding to 1; below zero for what is owed.</param>
/// <param name="IsPrivate">Which of them are stakes in private companies, that advice can't sell.</param>
/// <param name="Owing">By date what the weights have become; null where nothing is owed that costs, so that they stay.</param>
/// <param name="Margin">When its broker calls for margin; null where nothing is owed, or no ratio is kept.</param>
internal sealed record PortfolioPlan(int[] Instruments, double[] Weights, bool[] IsPrivate, double[][]? Owing, MarginPlan? Margin)
{
    /// <summary>Whether something is owed.</summary>
    public bool Owes { get; } = Array.Exists(Weights, w => w < 0);

    /// <summary>The plan of a portfolio.</summary>
    public static PortfolioPlan Of(Portfolio portfolio, Model model, ModelIndex index, TimeGrid grid)
    {
        int[] instruments = [.. portfolio.Positions.Select(p => index.Instrument(p.Instrument))];
        double[] weights = [.. portfolio.Positions.Select(portfolio.Weight)];
        var costs = weights.Select((w, k) => w < 0 ? model.Instruments[instruments[k]].BorrowCost ?? 0 : 0).ToArray();
        return new PortfolioPlan(
            instruments,
            weights,
            [.. portfolio.Positions.Select(p => index.Company(p.Instrument) >= 0)],
            Array.TrueForAll(costs, c => c == 0)
                ? null
                : [.. grid.Years.Select(t => weights.Select((w, k) => w * Math.Exp(costs[k] * t)).ToArray())],
            portfolio is { Owes: true, Maintenance: { } ratio }
                ? MarginPlan.Of(weights, [.. instruments.Select(i => model.Instruments[i].Kind == InstrumentKind.Cash)], ratio)
                : null
        );
    }

    /// <summary>The weights at a date, in as-of prices: what is owed grows by what owing it costs.</summary>
    public double[] WeightsAt(int date) => Owing is null ? Weights : Owing[date];

    /// <summary>The weight of an instrument on the as-of date; zero when it is not held.</summary>
    public double WeightOf(int instrument)
    {
        var at = Array.IndexOf(Instruments, instrument);
        return at < 0 ? 0 : Weights[at];
    }
}

/// <summary>
/// When a broker calls for margin: when equity is below the ratio m of what is owned and owed, cash aside. With L owned, S owed, C cash,
/// L - S + C less than m (L + S) is (1 - m) L + C+ less than (1 + m) S + C-: assets after a haircut below debts with an addition. The
/// logarithm of their quotient moves like the instruments' own, for a loan on one share exactly so.
/// </summary>
/// <param name="Assets">What each position's value counts for among assets; zero for what is owed.</param>
/// <param name="Debts">What it counts for among debts, above zero; zero for what is owned.</param>
internal sealed record MarginPlan(double[] Assets, double[] Debts)
{
    /// <summary>The plan of a portfolio's positions.</summary>
    public static MarginPlan Of(double[] weights, bool[] isCash, double ratio) =>
        new(
            [
                .. weights.Select(
                    (w, k) =>
                        w < 0 ? 0
                        : isCash[k] ? 1
                        : 1 - ratio
                ),
            ],
            [
                .. weights.Select(
                    (w, k) =>
                        w >= 0 ? 0
                        : isCash[k] ? 1
                        : 1 + ratio
                ),
            ]
        );
}
