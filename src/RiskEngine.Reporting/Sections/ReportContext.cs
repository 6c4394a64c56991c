using System.Globalization;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The results with the names that sections look up.</summary>
internal sealed class ReportContext
{
    private const int MostTitle = 28;

    private readonly Dictionary<Id<Instrument>, Instrument> instruments;
    private readonly Dictionary<Id<InstrumentGroup>, InstrumentGroup> groups;
    private readonly Dictionary<Id<RiskFactor>, RiskFactor> factors;
    private readonly Dictionary<Id<RiskFactor>, FactorScale> scales;
    private readonly Dictionary<Id<Thesis>, Thesis> theses;
    private readonly Dictionary<string, Source> sources = [];
    private readonly ILookup<string, Assumption> numbers;

    public ReportContext(RiskResults results, RunDescription run)
    {
        Results = results;
        Run = run;
        Middle = Scenario.HeadlineHorizonIndex.Value;
        instruments = Model.Instruments.ToDictionary(i => i.Id);
        groups = Model.Groups.ToDictionary(g => g.Id);
        factors = Model.Factors.ToDictionary(f => f.Id);
        scales = results.Base.Factors.ToDictionary(f => f.Factor.Id, f => f.Scale);
        theses = Model.Theses.ToDictionary(t => t.Id);
        numbers = Scenario.Ledger.ToLookup(a => $"{a.Section}.{a.Item}", StringComparer.Ordinal);
        foreach (var assumption in Scenario.Ledger)
            sources.TryAdd(assumption.Path, assumption.Source);
    }

    public RiskResults Results { get; }

    public RunDescription Run { get; }

    public Scenario Scenario => Results.Scenario;

    /// <summary>The base case's model: names and texts are the same in all cases.</summary>
    public Model Model => Results.Base.Case.Model;

    /// <summary>Index of the horizon that headlines use: the second, or the only one.</summary>
    public int Middle { get; }

    public Horizon MiddleHorizon => Scenario.Horizons[Middle];

    public LocalText Name(Id<Instrument> id) => instruments.TryGetValue(id, out var found) ? Name(found) : LocalText.Same(id.Value);

    /// <summary>An instrument's name with its ticker where it has one.</summary>
    public static LocalText Name(Instrument instrument) => instrument.Name;

    public LocalText Name(Id<InstrumentGroup> id) => groups.TryGetValue(id, out var found) ? found.Name : LocalText.Same(id.Value);

    public LocalText Name(Id<RiskFactor> id) => factors.TryGetValue(id, out var found) ? found.Name : LocalText.Same(id.Value);

    public RiskFactor? Factor(Id<RiskFactor> id) => factors.GetValueOrDefault(id);

    /// <summary>How a factor moves; null for one that was not simulated.</summary>
    public FactorScale? Scale(Id<RiskFactor> id) => scales.TryGetValue(id, out var found) ? found : null;

    /// <summary>The ledger's numbers of one item with its section, such as <c>factors.inference-market</c>.</summary>
    public IEnumerable<Assumption> NumbersOf(string item) => numbers[item];

    /// <summary>Where the number at a path comes from; null when the ledger does not list it.</summary>
    public Source? Source(string path) => sources.GetValueOrDefault(path);

    /// <summary>The claim that is referred to, or null when the thesis has none such.</summary>
    public Claim? Find(ClaimRef reference) =>
        theses.GetValueOrDefault(reference.Thesis)?.Claims.FirstOrDefault(c => c.Id == reference.Claim);

    /// <summary>Where in its article a claim stands: its sentence where the article is one line, else its line.</summary>
    public static LocalText Spot(Claim claim) =>
        claim.Sentence is { } sentence
            ? Sentence.Plain("sentence {number}", "第 {number} 句", ("number", $"{sentence}"))
            : Sentence.Plain("line {number}", "第 {number} 行", ("number", $"{claim.Line}"));

    /// <summary>Where a claim stands: the thesis and the article's line.</summary>
    public LocalText Place(ClaimRef reference) =>
        Find(reference) is { } claim
            ? Sentence.Plain("{article}, {spot}", "{article}{spot}", ("article", Title(reference.Thesis)), ("spot", Spot(claim)))
            : LocalText.Same(reference.ToString());

    /// <summary>Where several claims stand: each article once, its lines in order.</summary>
    public LocalText Places(IEnumerable<ClaimRef> references) =>
        CommonTexts.Join(references.GroupBy(r => r.Thesis).Select(Places), CommonTexts.Semicolon);

    private LocalText Places(IGrouping<Id<Thesis>, ClaimRef> references)
    {
        var claims = references.Select(Find).OfType<Claim>().ToList();
        var isOneLine = claims.TrueForAll(c => c.Sentence is not null);
        var spots = claims.Select(c => isOneLine ? c.Sentence!.Value : c.Line).Distinct().Order().ToList();
        if (spots.Count < 2)
            return Place(references.First());
        var counted = new LocalText(string.Join(", ", spots), string.Join('、', spots));
        return isOneLine
            ? Sentence.Plain(
                "{article}, sentences {numbers}",
                "{article}第 {numbers} 句",
                ("article", Title(references.Key)),
                ("numbers", counted)
            )
            : Sentence.Plain(
                "{article}, lines {numbers}",
                "{article}第 {numbers} 行",
                ("article", Title(references.Key)),
                ("numbers", counted)
            );
    }

    /// <summary>An article's title in quotation marks, cut where it is long; the thesis's id where it has none.</summary>
    private LocalText Title(Id<Thesis> id)
    {
        if (theses.GetValueOrDefault(id)?.Article.Title is not { Length: > 0 } title)
            return LocalText.Same(id.Value);
        // Chinese headlines often come in brackets of their own; quotation marks stand in their place.
        title = title.Trim('【', '】');
        var letters = new StringInfo(title);
        var shown = letters.LengthInTextElements <= MostTitle ? title : letters.SubstringByTextElements(0, MostTitle - 1) + "…";
        return new($"“{shown}”", $"《{shown}》");
    }

    /// <summary>What a claim says and where it stands.</summary>
    public Prose Quote(ClaimRef reference)
    {
        var says = Find(reference) is { } claim ? claim.Says : LocalText.Same("");
        return IsTraced(reference)
            ? Sentence.Of(
                "{says} ({reference})",
                "{says}（{reference}）",
                ("says", says),
                ("reference", Prose.Within(Place(reference), ClaimSection.Anchor(reference)))
            )
            : Sentence.Plain("{says} ({reference})", "{says}（{reference}）", ("says", says), ("reference", Place(reference)));
    }

    /// <summary>Whether the report has a row on what rests on the claim.</summary>
    private bool IsTraced(ClaimRef reference) =>
        Results.Attribution?.Claims.Any(c => c.Thesis.Id == reference.Thesis && c.Claim.Id == reference.Claim) ?? false;

    /// <summary>"in the base case", or in the case that stands for it where the base case was not simulated.</summary>
    public LocalText InTheCase =>
        Results.Base.Case.Id == Scenario.Base.Id
            ? new("in the base case", "基准情景下")
            : Sentence.Plain("in the case {case}", "在情景{case}下", ("case", Results.Base.Case.Name));

    /// <summary>"the article's advice", "the articles' advice".</summary>
    public LocalText TheAdvice =>
        Model.Theses.Count == 1 ? new("the article's advice", "文章的建议") : new("the articles' advice", "各文章的建议");

    /// <summary>"the article", "the articles", at the start of a sentence.</summary>
    public LocalText TheArticles => Model.Theses.Count == 1 ? new("The article", "文章") : new("The articles", "各文章");

    /// <summary>Where the row of a recommendation stands in this report.</summary>
    public static string Anchor(Recommendation recommendation) => $"recommendation-{recommendation.Id}";

    /// <summary>Where the row of an event stands in this report.</summary>
    public static string Anchor(RiskEvent occurrence) => $"event-{occurrence.Id}";

    /// <summary>Where the row of a case stands in this report.</summary>
    public static string Anchor(Case @case) => $"case-{@case.Id}";
}
