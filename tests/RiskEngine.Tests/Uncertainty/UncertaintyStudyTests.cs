using RiskEngine.Abstractions.Measures;
using RiskEngine.Loading;
using RiskEngine.Results;
using RiskEngine.Uncertainty;

namespace RiskEngine.Tests.Uncertainty;

/// <summary>
/// A fund that is the market: its mean profit after a year is exp(r + premium) - 1 whatever else there is, so that what the premium's
/// standard error and the judged rate make of it is known.
/// </summary>
public sealed class UncertaintyStudyTests
{
    private const double Rate = 0.04;
    private const double Premium = 0.05;
    private const double PremiumError = 0.02;
    private const double Spread = 0.5;

    private const string Market = """
        calibrations:
          prices: { data: a test, from: 2020-01-01, until: 2025-12-31, method: a test }
        factors:
          market:
            name: Market
            kind: geometric-brownian
            volatility: 0.2
            premium: 0.05
            source: { premium: { calibrated: prices, standardError: 0.02 } }
        instruments:
          fund: { name: Fund, kind: fund, volatility: 0.2, exposures: { market: 1 } }

        """;

    private static readonly ReadOptions reading = new() { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing };
    private static readonly RiskResults run = Run();
    private static readonly TotalUncertaintyResults results = UncertaintyStudy.Of(run, Source(), reading, threads: 2)!;

    private static FigureUncertainty Of(MeasureKind measure) => results.Figures.First(f => f.Measure == measure);

    private static double Variance(MeasureKind measure, UncertaintyKind kind) => Of(measure).Shares.First(s => s.Kind == kind).Variance;

    /// <summary>The mean's slopes times the error, and times the deviation of a uniform; 64 draws know a variance to 18%.</summary>
    [Test]
    public void The_shares_of_the_mean_are_those_of_the_closed_form()
    {
        var slope = Math.Exp(Rate + Premium);
        var (estimation, judgement) = (Math.Pow(slope * PremiumError, 2), Math.Pow(slope * Rate * Spread / Math.Sqrt(3), 2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Variance(MeasureKinds.Mean, UncertaintyKind.Estimation), Is.EqualTo(estimation).Within(0.5 * estimation));
            Assert.That(Variance(MeasureKinds.Mean, UncertaintyKind.Judgement), Is.EqualTo(judgement).Within(0.5 * judgement));
            Assert.That(Of(MeasureKinds.Mean).Shares.Sum(s => Of(MeasureKinds.Mean).ShareOf(s.Kind)), Is.EqualTo(1).Within(1e-12));
        }
    }

    /// <summary>
    /// The same drawn by hand: whole runs of other seeds with the premium at its quantiles, less the runs' own sampling variance.
    /// </summary>
    [Test]
    public void The_share_of_expected_shortfall_is_that_of_whole_runs()
    {
        const int Draws = 25;
        var found = Enumerable
            .Range(0, Draws)
            .Select(k =>
            {
                var z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (k + 0.5) / Draws);
                return Run([FormattableString.Invariant($"factors.market.premium={Premium + (PremiumError * z)}")], (ulong)k)
                    .Base.Portfolios[0]
                    .AsHeld.Horizons[0]
                    .Measures.Es95;
            })
            .ToArray();
        var mean = found.Average(e => e.Value);
        var brute = (found.Sum(e => Math.Pow(e.Value - mean, 2)) / (Draws - 1)) - found.Average(e => e.StandardError * e.StandardError);

        Assert.That(Variance(MeasureKinds.Es95, UncertaintyKind.Estimation), Is.EqualTo(brute).Within(0.5 * brute));
    }

    [Test]
    public void The_sampling_share_is_the_figure_s_own_error_and_sources_are_counted()
    {
        var mean = Of(MeasureKinds.Mean);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mean.Shares.Select(s => s.Kind), Is.EqualTo(Enum.GetValues<UncertaintyKind>()));
            Assert.That(Math.Sqrt(mean.Shares[0].Variance), Is.EqualTo(mean.Figure.StandardError).Within(1e-12));
            Assert.That(mean.Shares.Select(s => s.Sources), Is.EqualTo(new[] { 0, 1, 2, 0 }));
            Assert.That(UncertaintyStudy.Sources(run.Scenario)[UncertaintyKind.Judgement], Is.EqualTo(2));
            Assert.That(results.Refused, Is.Zero);
        }
    }

    /// <summary>A probability of 0.9 with a spread of a half leaves its range: it is held there, and named.</summary>
    [Test]
    public void A_number_that_leaves_its_range_is_held_and_named()
    {
        var often = UncertaintyStudy.Of(
            Run(["risks.crash.probability=0.9"]),
            Source(),
            reading with
            {
                Settings = ["risks.crash.probability=0.9"],
            },
            1
        )!;

        Assert.That(often.Held, Is.EqualTo(new[] { "risks.crash.probability" }));
        Assert.That(often.Refused, Is.Zero);
    }

    /// <summary>A share of 0.9 on its path, 1 at most: many draws leave the bound, and the error names the item, no number.</summary>
    [Test]
    public void Numbers_of_an_item_that_do_not_fit_together_are_held_and_the_draw_counts()
    {
        var market = Market.Replace(
            "instruments:",
            """
              penetration:
                name: Penetration
                kind: bounded-share
                path: { 2025-12-31: 0.5, 2026-12-31: 0.9 }
                realised: 0.9
                volatility: 0.1
                halfLife: 2
                pricedIn: 0.5
                source: { all: { judgement: a test } }
            instruments:
            """,
            StringComparison.Ordinal
        );
        var study = UncertaintyStudy.Of(Run(market: market), Source(market), reading, 1)!;

        Assert.That(study.Held, Does.Contain("factors.penetration.path.2026-12-31").And.Not.Contain("riskFreeRate"));
        Assert.That(study.Refused, Is.Zero);
    }

    /// <summary>Sobol's halves are whole replicates, scrambled apart.</summary>
    [Test]
    public void Quasi_random_paths_find_the_same()
    {
        string[] settings = ["simulation.sampling=sobol", "simulation.paths=4096"];
        var study = UncertaintyStudy.Of(Run(settings), Source(), reading with { Settings = settings }, 2)!;
        var estimation = study.Figures.First(f => f.Measure == MeasureKinds.Mean).Shares.First(s => s.Kind == UncertaintyKind.Estimation);

        Assert.That(
            estimation.Variance,
            Is.EqualTo(Variance(MeasureKinds.Mean, UncertaintyKind.Estimation)).Within(0.15 * estimation.Variance)
        );
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bits() =>
        Assert.That(
            UncertaintyStudy.Of(run, Source(), reading, threads: 1)!.Figures.SelectMany(f => f.Shares),
            Is.EqualTo(results.Figures.SelectMany(f => f.Shares))
        );

    private static RiskResults Run(IReadOnlyList<string>? settings = null, ulong? seed = null, string market = Market)
    {
        var read = ScenarioReader.Read(Source(market), reading with { Settings = settings ?? [] });
        return new Engine().Run(read.Scenario!, new RunOptions { MeasuresOnly = true, Seed = seed });
    }

    private static ScenarioSource Source(string market = Market) =>
        ScenarioSource.InMemory(
            "sure",
            new Dictionary<string, string>
            {
                ["scenario.yaml"] = """
                name: Sure
                asOf: 2026-01-01
                currency: USD
                horizons: { year: 12m }
                simulation: { paths: 8000, step: 1m, seed: 5 }
                riskFreeRate: 0.04
                source: { riskFreeRate: { judgement: a test } }
                market: market.yaml
                risks: risks.yaml
                portfolios: [core.csv]
                uncertainty: { radii: [0.02], draws: 64, judgement: 0.5 }
                """,
                ["market.yaml"] = market,
                ["risks.yaml"] = """
                risks:
                  crash:
                    name: Crash
                    summary: A crash too small to be seen in a mean.
                    probability: 0.1
                    within: 12m
                    effects: [{ on: fund, size: -0.001 }]
                    source: { probability: { judgement: a test } }
                """,
                ["core.csv"] = "instrument,quantity,price,currency\nfund,10,100,USD\n",
            }
        );
}
