using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;
using RiskEngine.Reporting;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Serving.Tests;

/// <summary>A folder with one small scenario whose texts try to be more than texts, its run, and a server on both.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    public const string Hostile = "<script>alert('\"1\"')</script><img src=x onerror=alert(2)>";

    public const int Paths = 2_000;

    private static readonly Dictionary<string, string> texts = new()
    {
        ["scenario.yaml"] = $$"""
            # the author's own words
            name: { en: "Tiny {{Hostile.Replace("\"", "\\\"")}}", zh-CN: "小" }
            asOf: 2026-02-06
            currency: USD
            horizons: { short: 3m, medium: 12m }
            simulation: { paths: 1000, step: 1m, seed: 11 }
            riskFreeRate: 0.03
            market: market.yaml
            theses: [thesis.yaml]
            risks: risks.yaml
            portfolios: [core.csv, other.csv]
            cases:
              bust: { name: Bust, set: { risks.crash.probability: 0.6 } }

            """,
        ["market.yaml"] = $$"""
            factors:
              market: { name: Market, kind: geometric-brownian, volatility: 0.16, premium: 0.045 }
            instruments:
              alpha: { name: "{{Hostile.Replace("\"", "\\\"")}}", kind: equity, volatility: 0.45, exposures: { market: 1.4 } }
              beta: { name: Beta, kind: fund, volatility: 0.2, exposures: { market: 1 } }

            """,
        ["thesis.yaml"] = """
            article: { title: Chips, author: not named, published: 2026-01-30 }
            summary: Chips grow.
            claims:
              advice: { line: 9, says: Buy. }
            recommendations:
              buy-alpha: { name: Buy alpha, claims: [advice], horizon: medium, verb: invest, targets: { alpha: 1 } }
            predictions:
              rise: { name: Rises, claim: advice, date: 2026-12-31, when: { factor: market, above: 1.1 } }

            """,
        ["risks.yaml"] = """
            risks:
              crash:
                name: Crash
                summary: Prices fall.
                claims: thesis/advice
                probability: 0.3
                within: 2y
                effects: [{ on: [alpha, beta], size: { uniform: [-0.5, -0.2] } }]

            """,
        ["core.csv"] = "instrument,quantity,price,currency\nalpha,10,100,USD\nbeta,20,50,USD\n",
        ["other.csv"] = "instrument,quantity,price,currency\nbeta,1,50,USD\n",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("riskengine-").FullName;

    private ServedFolder() { }

    public string Scenarios => Path.Combine(folder, "scenarios");

    public string Reports => Path.Combine(folder, "reports");

    public string Tiny => Path.Combine(Scenarios, "tiny");

    public RiskServer Server { get; private set; } = null!;

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>The origin of the server's own pages.</summary>
    public string Origin => Server.Address.GetLeftPart(UriPartial.Authority);

    public static async Task<ServedFolder> StartAsync()
    {
        var served = new ServedFolder();
        Directory.CreateDirectory(served.Tiny);
        Directory.CreateDirectory(served.Reports);
        foreach (var (file, text) in texts)
            await File.WriteAllTextAsync(Path.Combine(served.Tiny, file), text);
        served.Server = await RiskServer.StartAsync(
            new ServeOptions
            {
                Scenarios = served.Scenarios,
                ScenariosAsGiven = "scenarios",
                Reports = served.Reports,
                Paths = Paths,
                Reading = (_, _) => new ReadOptions { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing },
            }
        );
        return served;
    }

    /// <summary>Runs the scenario and writes its report.</summary>
    public async Task<string> ReportAsync()
    {
        var scenario = RiskScenario.Load(Tiny);
        var results = new Engine().Run(scenario, new RunOptions { Cases = [scenario.Base.Id] });
        var run = new RunDescription
        {
            RunId = "first",
            Command = "riskengine run scenarios/tiny",
            Started = new DateTimeOffset(2026, 2, 6, 0, 0, 0, TimeSpan.Zero),
        };
        var kept = scenario.Inputs.Select(i => new KeptInput(i.Path, File.ReadAllBytes(Path.Combine(Tiny, i.Path)))).ToList();
        return await ReportWriter.WriteAsync(results, run, Reports, inputs: kept);
    }

    /// <summary>The page or file at an address below the token.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(Server.Address, address));

    /// <summary>Asks as the server's own page does.</summary>
    public async Task<(HttpStatusCode Code, JsonElement Answer)> AskAsync(string address, object question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Address, address))
        {
            Content = JsonContent.Create(question),
        };
        request.Headers.Add("Origin", Origin);
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>What a run of the command line with these settings gives: median, mean, es95 and loss of a portfolio as held.</summary>
    public static MeasureSet Run(Scenario scenario, string portfolio, string @case = "base")
    {
        var results = new Engine().Run(
            scenario,
            new RunOptions
            {
                Paths = Paths,
                Cases = [new(@case)],
                MeasuresOnly = true,
            }
        );
        return results
            .Base.Portfolios.First(p => p.Portfolio.Id.Value == portfolio)
            .AsHeld.Horizons[scenario.HeadlineHorizonIndex.Value]
            .Measures;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
