using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// Option and bond prices that others computed: QuantLib 1.29's analytic engines, by quantlib_figures.py beside this file.
/// </summary>
public sealed class QuantLibFiguresTests
{
    private const int Paths = 64 * 2000;

    [TestCase(80, 23.90616367)]
    [TestCase(100, 9.92505372)]
    [TestCase(120, 2.99994852)]
    public void A_call_on_geometric_Brownian_motion(double strike, double price) =>
        Call(Factors.Brownian("x", 0.2, drift: 0.04, start: 100), "1y", strike, price);

    [TestCase(80, 26.040781)]
    [TestCase(100, 13.083039)]
    [TestCase(120, 5.375897)]
    public void A_call_on_a_jump_diffusion(double strike, double price) =>
        Call(Factors.Jumping("x", 0.2, 0.8, -0.15, 0.2, drift: 0.04, start: 100), "1y", strike, price);

    [TestCase(80, 24.56848265)]
    [TestCase(100, 10.14748057)]
    [TestCase(120, 2.38008333)]
    public void A_call_on_Heston_s_price(double strike, double price) =>
        Call(Factors.Heston("x", 0.05, 0.04, 1.8, 0.35, -0.6, drift: 0.04, start: 100), "2w", strike, price);

    [TestCase("1y", 0.9715624282)]
    [TestCase("3y", 0.9020876365)]
    public void A_bond_on_a_square_root_rate(string maturity, double price)
    {
        var grid = ProcessRun.Grid("2w", maturity);
        var discounts = ProcessRun.Discounts(Factors.SquareRoot("r", 0.08, 2, 0.025, 0.05), grid, 64 * 1000);
        Within.FourErrorsOfMean(Sample.Of(discounts), price);
    }

    private static void Call(RiskFactor factor, string step, double strike, double price)
    {
        double[] payoff = [];
        var grid = ProcessRun.Grid(step, "1y");
        ProcessRun.Of(
            factor,
            grid,
            Paths,
            (date, x) =>
            {
                if (date == grid.StepCount)
                    payoff = [.. x.Select(log => Math.Exp(-0.04) * Math.Max(0, Math.Exp(log) - strike))];
            }
        );
        Within.FourErrorsOfMean(Sample.Of(payoff), price);
    }
}
