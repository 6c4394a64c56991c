using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Auditing;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Decisions;
using RiskEngine.Articles.Reconciling;
using RiskEngine.Articles.Theses;
using RiskEngine.Cli.Drafts;
using RiskEngine.Cli.Ingesting.Reconciling;
using RiskEngine.Cli.Runs;
using RiskEngine.Importing.Text;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Ingesting;

/// <summary>
/// Drafts a scenario of articles: theses, the instruments that they advise on, the risks that they name, and a portfolio.
/// </summary>
internal sealed class ArticleScenario(ReferenceMarket market, SecurityList securities, DiagnosticBag diagnostics)
{
    private const string Home = "USD";

    // Sixteen draws, the fewest there may be, know a variance to a third, and cost a drafted scenario's run less than its own paths do.
    private static readonly UncertaintySettings uncertainty = new([0.02, 0.125]) { Draws = 16, JudgementSpread = 0.2 };

    /// <summary>The draft and what stands in its theses; null after errors.</summary>
    public DraftedArticles? Draft(
        IngestInput input,
        IReadOnlyList<ArticleReading> readings,
        IReadOnlyList<string> ids,
        IReadOnlyDictionary<string, ClaimDecision> decisions
    )
    {
        if ((input.AsOf ?? readings.Select(r => r.Article.Head.Published).Max()) is not { } asOf)
        {
            diagnostics.Error(
                new SourceLocation("--as-of"),
                "no article says when it was published: say as of which day, --as-of 2026-02-06"
            );
            return null;
        }

        var rates = HoldingsMappings.Rates(input.Rates, diagnostics);
        var mapped = HoldingsMappings.Sectors(input.As, market, diagnostics);
        var holdings = Holdings(input);
        var (records, weights, pairs) = (
            input.Weights.Records(diagnostics),
            input.Weights.Given(ids, diagnostics),
            input.Weights.Pairs(ids, diagnostics)
        );
        if (diagnostics.HasErrors || holdings.Count == 0)
            return null;
        var held = holdings
            .Select(h => securities.FindCode(h.Code) ?? securities.FindName(h.Code))
            .OfType<Security>()
            .Select(s => s.Id)
            .ToHashSet();
        var advised = Advised(readings, ids, decisions);
        var added = advised.Where(id => !held.Contains(id) && CanBeDrafted(id)).ToHashSet();
        var currency = holdings.Select(h => h.Currency).GroupBy(c => c).OrderByDescending(g => g.Count()).First().Key;
        var settings = new DraftSettings
        {
            Name = input.Name,
            AsOf = asOf,
            Currency = currency,
            Rates = rates,
            As = mapped,
            File = input.Holdings?.Name ?? "articles",
        };
        var all = holdings.Concat(added.Select(id => new DraftHolding(id, 1, 1, currency, "", new SourceLocation("articles"))));
        if (new HoldingsDrafter(market, securities, settings, diagnostics).Draft([.. all]) is not { } drafted)
            return null;
        var instruments = drafted.Scenario.Instruments.Select(i => i.Id).ToHashSet();
        var articles = readings.Select((r, i) => Article(r, ids[i], Of(decisions, ids[i]), instruments)).ToList();
        var weighed = Reconciliation.Weigh(articles, records, weights, pairs);
        var prices = holdings
            .Select(h => (Id: (securities.FindCode(h.Code) ?? securities.FindName(h.Code))?.Id, h.Currency, h.Price))
            .Where(h => h.Id is not null)
            .DistinctBy(h => (h.Id, h.Currency))
            .ToDictionary(h => (h.Id!, h.Currency), h => h.Price);
        var assembled = Assemble(drafted.Scenario, readings, ids, decisions, advised, added, asOf, weighed);
        IReadOnlyList<PublishedTarget> targets =
        [
            .. assembled.Theses.SelectMany((t, i) => PublishedTarget.Of(ids[i], t.Claims, prices, asOf)),
        ];
        return assembled with { Targets = targets, Scenario = assembled.Scenario with { Views = TargetViews.Of(targets, instruments) } };
    }

    /// <summary>An article with its traded advice, as the user's decisions leave it.</summary>
    private static SourceArticle Article(
        ArticleReading reading,
        string id,
        Dictionary<string, ClaimDecision> decisions,
        HashSet<string> instruments
    )
    {
        var claims = reading
            .Claims.Where(c => decisions.GetValueOrDefault(c.Id) is not { IsRejected: true })
            .Select(c => ClaimEdits.Apply(c, decisions.GetValueOrDefault(c.Id)));
        var head = reading.Article.Head;
        return new SourceArticle(id, head.Author, head.Published, DiscountedCase.Traded(claims, instruments));
    }

    private static DraftedArticles Assemble(
        ScenarioDraft draft,
        IReadOnlyList<ArticleReading> readings,
        IReadOnlyList<string> ids,
        IReadOnlyDictionary<string, ClaimDecision> decisions,
        HashSet<string> advised,
        HashSet<string> added,
        DateOnly asOf,
        IReadOnlyList<WeighedAdvice> weighed
    )
    {
        var instruments = draft.Instruments.Select(i => i.Id).ToHashSet();
        var sizes = AdviceSizes.Of([.. weighed.Select(w => ($"{w.Thesis}/{w.Claim.Id}", w.Claim))], instruments);
        var sized = weighed.Select(w => (w, sizes[$"{w.Thesis}/{w.Claim.Id}"])).ToList();
        var written = readings
            .Select(
                (reading, i) =>
                    (
                        Reading: reading,
                        Settings: new ThesisSettings(ids[i], asOf, instruments)
                        {
                            Decisions = Of(decisions, ids[i]),
                            Sizes = sized.Where(s => s.w.Thesis == ids[i]).ToDictionary(s => s.w.Claim.Id, s => s.Item2),
                        }
                    )
            )
            .ToList();
        var theses = written
            .Zip(
                FindingChecks.Of(ArticleAudit.Find(readings), written),
                (t, findings) => ThesisWriter.Write(t.Reading, t.Settings with { Findings = findings })
            )
            .ToList();
        var tradable = draft.Instruments.Where(i => i.Kind != "cash").Select(i => i.Id).ToList();
        var risks = ArticleRisks.Of([.. theses.Select((t, i) => (ids[i], t.Claims))], tradable, advised);
        var portfolio = draft.Portfolios[0];
        var scenario = draft with
        {
            Comments =
            [
                "Drafted by riskengine ingest from articles; what is an assumption says 'draft'. See riskengine claims for what was read.",
            ],
            Summary = new LocalText(
                $"Drafted from {readings.Count} article{(readings.Count == 1 ? "" : "s")}; what the articles do not say is "
                    + $"assumed and marked draft. No investment advice.",
                $"由{readings.Count}篇文章生成的草稿；文章未说的均为假定，标为draft。不构成投资建议。"
            ),
            Theses = [.. theses.Select((t, i) => new DraftThesis(ids[i], t.Text))],
            Uncertainty = sized.Exists(s => s.w.Claim.Readings.Count > 1) ? uncertainty : null,
            Risks = [.. risks, .. draft.Risks],
            Cases = DiscountedCase.Of(sized) is { } discounted ? [discounted, .. draft.Cases] : draft.Cases,
            Portfolios = [portfolio with { Positions = [.. portfolio.Positions.Where(p => !added.Contains(p.Instrument))] }],
        };
        return new DraftedArticles(scenario, theses) { Advice = sized };
    }

    private IReadOnlyList<DraftHolding> Holdings(IngestInput input)
    {
        if (input.Holdings is { } file)
        {
            var closes = input.Prices is { } prices ? Closes(prices) : new Dictionary<string, double>();
            var read = PositionsFile.Read(new OutsideFile(file.Name, file.Content), securities, input.Currency, closes, diagnostics);
            return read is null ? [] : PositionsFile.Of(read);
        }

        diagnostics.Notice(new SourceLocation("--portfolio"), "none is given: 60% shares (SPY) and 40% bonds (AGG) stand for a portfolio");
        var location = new SourceLocation("--portfolio");
        return [new DraftHolding("SPY", 60, 1000, Home, "", location), new DraftHolding("AGG", 40, 1000, Home, "", location)];
    }

    private IReadOnlyDictionary<string, double> Closes(InputFile prices) =>
        PriceFile.Read(prices.Content, prices.Name, diagnostics) is { } read
            ? LastCloses.Of(read, securities)
            : new Dictionary<string, double>();

    private bool CanBeDrafted(string id) => securities.FindCode(id) is { } security && market.Factors.ContainsKey(security.Sector);

    private static HashSet<string> Advised(
        IReadOnlyList<ArticleReading> readings,
        IReadOnlyList<string> ids,
        IReadOnlyDictionary<string, ClaimDecision> decisions
    )
    {
        var found = new HashSet<string>();
        for (var i = 0; i < readings.Count; i++)
        {
            var own = Of(decisions, ids[i]);
            foreach (var claim in readings[i].Claims.Where(c => own.GetValueOrDefault(c.Id) is not { IsRejected: true }))
            {
                if (ClaimEdits.Apply(claim, own.GetValueOrDefault(claim.Id)) is AdviceClaim advice)
                    found.UnionWith(TargetResolver.Securities(advice.Targets));
            }
        }

        return found;
    }

    private static Dictionary<string, ClaimDecision> Of(IReadOnlyDictionary<string, ClaimDecision> decisions, string thesis) =>
        decisions
            .Where(d => d.Key.StartsWith(thesis + "/", StringComparison.Ordinal))
            .ToDictionary(d => d.Key[(thesis.Length + 1)..], d => d.Value, StringComparer.Ordinal);
}

/// <summary>A scenario drafted of articles.</summary>
/// <param name="Scenario">What to write.</param>
/// <param name="Theses">The theses, in the order of the articles.</param>
internal sealed record DraftedArticles(ScenarioDraft Scenario, IReadOnlyList<ThesisText> Theses)
{
    /// <summary>The advice that is traded, with its weight and its size in the base case.</summary>
    public IReadOnlyList<(WeighedAdvice Advice, double Size)> Advice { get; init; } = [];

    /// <summary>Price targets as published and less the bias of published ones.</summary>
    public IReadOnlyList<PublishedTarget> Targets { get; init; } = [];
}
