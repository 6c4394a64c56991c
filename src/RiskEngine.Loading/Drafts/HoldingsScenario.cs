using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Drafts;

/// <summary>The scenario around drafted holdings: factors and correlations that they need, crises, cases and an empty thesis.</summary>
internal sealed class HoldingsScenario(ReferenceMarket market, DraftSettings settings)
{
    private const string Market = "us-equity";
    private const string Episodes = "episodes";
    private const double SureEnough = 0.9999;

    public ScenarioDraft Write(
        IReadOnlyList<DraftedRisk> risks,
        IReadOnlyList<DraftPosition> positions,
        IReadOnlyList<CalibrationRecord> records,
        double assumed
    )
    {
        var used = risks.SelectMany(r => r.Instrument.Exposures).Select(e => e.Key).ToHashSet();
        var factors = market.Factors.Values.Where(f => used.Contains(f.Id)).ToList();
        var crises = factors.Count == 0 ? [] : Crises(factors);
        var currency = market.Currencies[settings.Currency];
        return new ScenarioDraft
        {
            Id = settings.Id,
            Name = LocalText.Same(settings.Name),
            Summary = new LocalText(
                $"Drafted from {settings.File}. {100 * assumed:0}% of the portfolio's variance rests on holdings whose risk is assumed "
                    + "from sector, country and size (marked draft in the list of assumptions), the rest on holdings whose risk is "
                    + "estimated.",
                $"由{settings.File}生成的草稿。组合方差的{100 * assumed:0}%来自风险按行业、国家与规模假定的持仓（在假设清单中标为draft），其余来自风险经估计的持仓。"
            ),
            Comments =
            [
                $"Drafted from {settings.File}. What is an assumption says 'draft' in market.yaml: change it, or give prices (--prices).",
                "Try a number without changing a file: riskengine run FOLDER --set riskFreeRate=0.03. Every key: scenarios/README.md.",
            ],
            AsOf = settings.AsOf,
            Currency = settings.Currency,
            RiskFreeRate = currency.RiskFreeRate,
            RiskFreeRateSource = new Judgement(
                new LocalText(
                    $"draft: about the short rate in {settings.Currency} of early 2026",
                    $"draft：2026年初{settings.Currency}短期利率的大致水平"
                )
            ),
            Calibrations = [.. Calibrations(factors.Count > 0, crises.Count > 0), .. records],
            Factors = [.. factors.Select(f => f.Draft)],
            Correlations = Correlations(factors),
            Instruments = [.. risks.Select(r => r.Instrument)],
            Risks = crises,
            Cases = [.. Directions(factors), .. crises.Select(CaseOf)],
            Theses = [ExampleThesis.Write(settings, risks)],
            Portfolios =
            [
                new DraftPortfolio("holdings", new LocalText("Holdings", "持仓"), positions) { Maintenance = Maintenance(positions) },
            ],
        };
    }

    /// <summary>FINRA rule 4210: a quarter of shares on credit, three tenths of shares sold short; null where nothing is owed.</summary>
    private static double? Maintenance(IReadOnlyList<DraftPosition> positions)
    {
        var owed = positions.Where(p => p.Quantity < 0).ToArray();
        return owed.Length == 0 ? null
            : Array.TrueForAll(owed, p => p.Instrument.StartsWith("cash", StringComparison.Ordinal)) ? 0.25
            : 0.3;
    }

    private IEnumerable<CalibrationRecord> Calibrations(bool hasFactors, bool hasCrises)
    {
        if (hasFactors)
        {
            yield return market.Calibration with
            {
                Data = new LocalText(
                    "scenarios/reference-market: month-end closes of funds, BTC, ETH and exchange rates",
                    "scenarios/reference-market：基金、BTC、ETH与汇率的月末收盘价"
                ),
                Method = new LocalText(
                    "Monthly log returns; Student t by maximum likelihood; nearest correlations (Higham 2002).",
                    "月对数收益率；学生t极大似然；最近相关矩阵（Higham 2002）；详见参考市场的README。"
                ),
            };
        }

        if (hasCrises)
        {
            yield return new CalibrationRecord(
                new Id<CalibrationRecord>(Episodes),
                new LocalText(
                    "The same closes, scenarios/reference-market/drafts/episodes.csv",
                    "同样的收盘价，scenarios/reference-market/drafts/episodes.csv"
                ),
                market.Episodes.Min(e => e.From),
                market.Episodes.Max(e => e.Until),
                new LocalText("Total return in US dollars from close to close.", "收盘至收盘的美元总回报。")
            );
        }
    }

    private List<DraftCorrelation> Correlations(List<ReferenceFactor> factors)
    {
        var source = new Calibrated(market.Calibration.Id);
        var pairs = new List<DraftCorrelation>();
        for (var i = 0; i < factors.Count; i++)
        {
            for (var j = i + 1; j < factors.Count; j++)
                pairs.Add(new DraftCorrelation(factors[i].Id, factors[j].Id, market.Correlation(factors[i].Id, factors[j].Id), source));
        }

        return pairs;
    }

    private IEnumerable<DraftCase> Directions(List<ReferenceFactor> factors)
    {
        if (factors.Count == 0)
            yield break;
        yield return new DraftCase(
            "bull",
            new LocalText("Bull", "牛市"),
            new LocalText(
                "US shares gain a standard deviation a year more than expected; other factors move as they usually do with them.",
                "美国股票每年比预期多涨一个标准差，其他因子按通常的相关关系变动。"
            ),
            Set(1)
        );
        yield return new DraftCase("bear", new LocalText("Bear", "熊市"), new LocalText("The same downwards.", "方向相反。"), Set(-1));

        List<KeyValuePair<string, double>> Set(int sign) =>
            factors.ConvertAll(f =>
                KeyValuePair.Create($"factors.{f.Id}.drift", Math.Round(sign * market.Correlation(f.Id, Market) * f.Volatility, 3))
            );
    }

    private List<DraftRisk> Crises(List<ReferenceFactor> factors) =>
        [
            .. market.Episodes.Select(
                (episode, i) =>
                    new DraftRisk(
                        episode.Id,
                        episode.Name,
                        new LocalText(
                            $"Factors move again as from {episode.From:yyyy-MM-dd} to {episode.Until:yyyy-MM-dd}.",
                            $"因子重现{episode.From:yyyy-MM-dd}至{episode.Until:yyyy-MM-dd}的变动。"
                        ),
                        0,
                        "1m",
                        [
                            .. factors
                                .Where(f => f.Episodes[i] is { } move && Math.Abs(move) >= 0.0005)
                                .Select(f => new DraftEffect([f.Id], DraftText.Number(f.Episodes[i]!.Value))),
                        ],
                        new Dictionary<string, Source>
                        {
                            ["effects"] = new Calibrated(new Id<CalibrationRecord>(Episodes)),
                            ["all"] = new Judgement(new LocalText("It happens only in the case of its name.", "只在同名情形中发生。")),
                        }
                    )
            ),
        ];

    private static DraftCase CaseOf(DraftRisk crisis) =>
        new(
            crisis.Id,
            crisis.Name,
            new LocalText($"Within the first month. {crisis.Summary.English}", $"第一个月内{crisis.Summary.Chinese}"),
            [KeyValuePair.Create($"risks.{crisis.Id}.probability", SureEnough)]
        );
}
