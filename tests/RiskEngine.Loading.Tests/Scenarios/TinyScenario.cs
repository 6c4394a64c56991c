using System.Text;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>A complete small scenario in a folder of its own, to be changed in one place or another before it is read.</summary>
internal sealed class TinyScenario : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("riskengine-").FullName;
    private readonly Dictionary<string, string> texts = new()
    {
        ["scenario.yaml"] = """
            name: { en: "Tiny", zh-CN: "小" }
            asOf: 2026-02-06
            currency: USD
            horizons: { short: 3m, medium: { tenor: 12m, name: { en: One year, zh-CN: 一年 } } }
            simulation: { paths: 2000, step: 1m, seed: 18446744073709551615 }
            riskFreeRate: 0.04
            source: { riskFreeRate: { judgement: bill yield }, all: { judgement: a guess } }
            convictions: { invest: { size: 0.1, source: { judgement: half the default twice } } }
            market: market.yaml
            theses: [theses/chips.yaml]
            risks: risks.yaml
            portfolios:
              - portfolios/core.csv
              - { file: portfolios/wide.csv, name: Wide }
            cases:
              base: { name: Base }
              bust:
                name: Bust
                set:
                  risks.crash.probability: 0.6
                  correlations.market.growth: 0.5
                  convictions.bet.size: 0.2
            limits:
              - { measure: es95, horizon: medium, portfolio: core, below: 0.5 }

            """,
        ["market.yaml"] = """
            calibrations:
              daily: { data: prices, from: 2021-01-01, until: 2026-01-31, method: weekly }
            factors:
              market:
                name: Market
                kind: geometric-brownian
                volatility: 0.16
                premium: 0.045
                source: { volatility: { calibrated: daily }, premium: { judgement: surveys } }
              mood: { name: Mood, kind: ornstein-uhlenbeck, start: 0, mean: 0, halfLife: 1, volatility: 0.1 }
            correlations:
              market: { mood: 0.4 }
              source: { calibrated: daily }
            groups:
              chips: { name: Chips }
              empty: { name: Nobody }
            instruments:
              alpha:
                name: "Alpha <b>&</b> Co"
                symbol: ALP
                kind: equity
                groups: [chips]
                volatility: 0.45
                exposures: { market: 1.4, mood: 0.2 }
                source: { volatility: { calibrated: daily }, exposures.mood: { judgement: felt }, exposures: { calibrated: daily } }
              beta: { name: Beta, kind: fund, volatility: 0.2, exposures: { market: 1 } }
              cash: { name: Cash, kind: cash }
              start-up:
                name: Start-up
                kind: private
                groups: chips
                volatility: 0.8
                exits:
                  listing: { probability: 0.3, within: 2y, multiple: { pert: [1, 2, 5] } }
                  failure: { probability: 0.2, within: 2y, multiple: 0.1 }

            """,
        ["theses/chips.yaml"] = """
            article: { title: Chips, author: not named, published: 2026-01-30, address: "https://example.org/chips", file: chips.txt }
            summary: Chips grow.
            claims:
              size: { line: 4, section: Size, says: The market doubles. }
              advice: { line: 9, says: Buy. }
            factors:
              growth:
                name: Chip sales
                unit: USD bn a year
                kind: forecast-path
                path: { 2025-12-31: 100, 2026-12-31: 200, 2027-12-31: 300 }
                volatility: 0.2
                pricedIn: 0.8
                source: { path: { article: size }, all: { judgement: usual errors } }
            exposures:
              makers: { who: chips, factor: growth, size: 0.3, claim: size, source: { judgement: margins } }
            recommendations:
              buy-alpha: { name: Buy alpha, claims: [advice], horizon: medium, verb: invest, targets: { alpha: 0.6, beta: 0.4 } }
              cut-beta: { name: Cut beta, claims: advice, horizon: short, verb: reduce, targets: [beta], from: 1m, funding: cash,
                  cost: 0.01 }
              look: { name: Look, claims: advice, horizon: short, verb: watch }
            predictions:
              double: { name: Doubles, claim: size, date: 2026-12-31, when: { factor: growth, above: 200 } }
              both: { name: Both, claim: size, date: 2027-12-31, when: { all: [{ ratio: [growth, market], below: 400 }, { listings: chips,
                  atLeast: 1 }] } }
            indicators:
              sales: { name: Sales, claim: size, factor: growth, at: 12m, confirms: { above: 190 }, refutes: { below: 120 } }
            deals:
              purchase: { name: Beta buys start-up, claim: advice, announced: 2026-01-15, amount: 2, probability: 1, from: 2026-06-30,
                  until: 2026-06-30, exit: { company: start-up, route: sale, multiple: 3 } }
              talk: { name: Only talk, claim: advice }
            checks:
              sum: { says: The table does not add, claims: [size], growth: [100, 200], claimed: 0.85 }
              dates: { says: Two dates, claims: [size, advice] }

            """,
        ["risks.yaml"] = """
            risks:
              crash:
                name: Crash
                summary: Prices fall.
                claims: chips/size
                probability: 0.3
                within: 2y
                recurs: true
                effects:
                  - { on: [chips, beta, market], size: { uniform: [-0.5, -0.2] }, recovery: { halfLife: 12m, share: 0.5 } }
                  - { on: [market, mood], change: correlation, size: 0.5, recovery: { halfLife: 3m } }
                  - { on: mood, size: -0.3 }
                triggers: [{ event: purchase, hazardMultiple: 0.5, for: 6m }]
                source: { effects.0: { judgement: history }, all: { article: chips/size } }

            """,
        ["portfolios/core.csv"] = "instrument,quantity,price,currency\nALPHA,10,100,USD\nstart-up,5,20,USD\n",
        ["portfolios/wide.csv"] = "instrument;quantity;price;currency\nbeta;1'000;50;USD\ncash;1;500;USD\n",
    };

    public string Folder => Path.Combine(parent, "tiny");

    /// <summary>Replaces a text that stands exactly once in a file.</summary>
    public TinyScenario With(string file, string before, string after)
    {
        Assert.That(texts[file].Split(before), Has.Length.EqualTo(2), $"'{before}' must stand once in {file}");
        texts[file] = texts[file].Replace(before, after);
        return this;
    }

    public IReadOnlyCollection<string> Files => texts.Keys;

    public string TextOf(string file) => texts[file];

    public TinyScenario WithFile(string file, string text)
    {
        texts[file] = text;
        return this;
    }

    public TinyScenario Without(string file)
    {
        texts.Remove(file);
        return this;
    }

    /// <summary>Puts a pipe that nobody writes to in the place of a file.</summary>
    public TinyScenario WithPipe(string file)
    {
        texts.Remove(file);
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var made = System.Diagnostics.Process.Start("mkfifo", path);
        made.WaitForExit();
        return this;
    }

    public LoadResult Read(params string[] settings)
    {
        foreach (var (file, text) in texts)
        {
            var path = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        return ScenarioReader.Read(
            Folder,
            new ReadOptions
            {
                Kinds = TestKind.Catalogue,
                Pricing = TestPricing.Catalogue,
                Measures = ["es95", "mean"],
                Settings = settings,
            }
        );
    }

    /// <summary>The errors as they are printed.</summary>
    public string[] Errors(params string[] settings)
    {
        var result = Read(settings);
        Assert.That(result.Scenario is null, Is.EqualTo(result.Errors.Any()));
        return [.. result.Errors.Select(e => e.ToString().Replace(": error: ", ": "))];
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);
}
