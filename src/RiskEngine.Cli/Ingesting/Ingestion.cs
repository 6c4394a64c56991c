using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Decisions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.LanguageModels;
using RiskEngine.Articles.Showing;
using RiskEngine.Cli.Ingesting.LanguageModels;
using RiskEngine.Cli.Ingesting.Reconciling;
using RiskEngine.Cli.Runs;
using RiskEngine.Importing.Securities;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Ingesting;

/// <summary>Reads articles and writes the scenario of them.</summary>
internal sealed class Ingestion(DiagnosticBag diagnostics)
{
    private const string ArticleFolder = "articles";

    /// <summary>What articles say; empty after errors.</summary>
    public IReadOnlyList<ArticleReading> Read(IReadOnlyList<InputFile> articles, DateOnly? asOf, SecurityList securities)
    {
        var reader = new ClaimReader(new EntityScanner(securities));
        var readings = new List<ArticleReading>();
        foreach (var article in articles)
        {
            try
            {
                readings.Add(reader.Read(ArticleReader.Read(article.Name, article.Content), asOf));
            }
            catch (ArticleUnreadableException e)
            {
                diagnostics.Error(new SourceLocation(article.Name, 1, 1), e.Message);
            }
        }

        return diagnostics.HasErrors ? [] : readings;
    }

    /// <summary>Writes the scenario; null after errors, and then nothing was written.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="input">What it is made of.</param>
    /// <param name="decisions">What the user said of claims.</param>
    public IngestResult? Write(string folder, string shown, IngestInput input, IReadOnlyDictionary<string, ClaimDecision> decisions)
    {
        var securities = new SecurityList(ShippedSecurities.Read());
        var readings = Read(input.Articles, input.AsOf, securities);
        if (readings.Count == 0)
            return null;
        var unions = readings.Select((reading, i) => Union(reading, input.Articles[i], input, securities)).ToList();
        readings = [.. unions.Select((u, i) => u?.Reading ?? readings[i])];
        var ids = ThesisIds.Of(input.Articles.Select(a => a.Name));
        var drafted = new ArticleScenario(ReferenceMarket.Read(), securities, diagnostics).Draft(input, readings, ids, decisions);
        if (drafted is null)
            return null;
        var files = DraftWriter.Write(drafted.Scenario).Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text))).ToList();
        files.AddRange(input.Articles.Select(a => ($"{ArticleFolder}/{a.Name}", a.Content)));
        files.AddRange(readings.Select((r, i) => ($"{ArticleFolder}/{ids[i]}.reading.html", Encoding.UTF8.GetBytes(ReadingPage.Write(r)))));
        files.AddRange(
            input
                .Articles.Select((article, i) => (ids[i], Answers: input.Answers.GetValueOrDefault(article.Name)))
                .Where(a => a.Answers is not null)
                .Select(a => ($"{ArticleFolder}/{AnswerFile.NameOf(a.Item1)}", AnswerFile.Write(a.Answers!)))
        );
        foreach (var given in new[] { input.Holdings, input.Weights.Record, input.Prices }.OfType<InputFile>())
            files.Add(($"{ArticleFolder}/{given.Name}", given.Content));
        var claims = new ClaimFile
        {
            AsOf = input.AsOf,
            Articles = [.. input.Articles.Select(a => a.Name)],
            Holdings = input.Holdings?.Name,
            Currency = input.Currency,
            Prices = input.Prices?.Name,
            Rates = input.Rates.Count > 0 ? input.Rates : null,
            As = input.As.Count > 0 ? input.As : null,
            Weights = input.Weights.Weight.Count > 0 ? input.Weights.Weight : null,
            Supersedes = input.Weights.Supersedes.Count > 0 ? input.Weights.Supersedes : null,
            Record = input.Weights.Record?.Name,
            Readers = input.Reader.Model is null ? null : input.Reader.Names,
            Claims = [.. readings.SelectMany((r, i) => r.Claims.Select(c => Listed(ids[i], c, unions[i])))],
            Decisions = decisions,
        };
        FolderNotWritableException.Guard(shown, () => ScenarioFolder.Write(folder, claims, files));
        return new IngestResult(readings, ids, drafted, claims) { Unions = unions };
    }

    /// <summary>What the rules and a model read together; null where no model was asked about the article.</summary>
    private static ReadingUnion? Union(ArticleReading rules, InputFile article, IngestInput input, SecurityList securities)
    {
        if (input.Answers.GetValueOrDefault(article.Name) is not { } answers)
            return null;
        var model = ModelReading.Of(rules.Article, answers, new EntityScanner(securities), input.AsOf);
        return ReadingUnion.Of(rules, model, modelOnly: !input.Reader.UsesRules);
    }

    /// <summary>What a scenario was made of; null where a file is gone.</summary>
    public IngestInput? Stored(string folder, ClaimFile claims)
    {
        var articles = claims.Articles.Select(name => Stored(folder, name)).ToList();
        var holdings = claims.Holdings is { } name ? Stored(folder, name) : null;
        var record = claims.Record is { } recorded ? Stored(folder, recorded) : null;
        var prices = claims.Prices is { } priced ? Stored(folder, priced) : null;
        var named = new[] { claims.Holdings, claims.Record, claims.Prices }.Count(n => n is not null);
        if (articles.Contains(null) || new[] { holdings, record, prices }.Count(f => f is not null) < named)
            return null;
        return new IngestInput(Path.GetFileName(folder.TrimEnd('/', '\\')), [.. articles.OfType<InputFile>()], holdings, claims.AsOf)
        {
            Currency = claims.Currency,
            Prices = prices,
            Rates = claims.Rates ?? [],
            As = claims.As ?? [],
            Weights = new SourceWeights(claims.Weights ?? [], claims.Supersedes ?? [], record),
            Reader = ReaderChoice.Parse(claims.Readers ?? [], out _),
            Answers = claims.Readers is null ? new Dictionary<string, IReadOnlyList<ModelAnswer>>() : StoredAnswers(folder, claims),
        };
    }

    /// <summary>What a model answered when the scenario was made; it is not asked again.</summary>
    private Dictionary<string, IReadOnlyList<ModelAnswer>> StoredAnswers(string folder, ClaimFile claims)
    {
        var answers = new Dictionary<string, IReadOnlyList<ModelAnswer>>(StringComparer.Ordinal);
        foreach (var (article, id) in claims.Articles.Zip(ThesisIds.Of(claims.Articles)))
        {
            var path = Path.Combine(folder, ArticleFolder, AnswerFile.NameOf(id));
            if (RegularFile.Read(path, AnswerFile.MaxBytes, out _) is { } bytes && AnswerFile.Read(bytes) is { } read)
            {
                answers.Add(article, read);
            }
            else
            {
                diagnostics.Warning(
                    new SourceLocation($"{ArticleFolder}/{AnswerFile.NameOf(id)}", 1, 1),
                    "what the model answered cannot be read: its claims are left out until the article is ingested again"
                );
            }
        }

        return answers;
    }

    private InputFile? Stored(string folder, string name)
    {
        var path = Path.Combine(folder, ArticleFolder, Path.GetFileName(name));
        if (RegularFile.Read(path, ArticleReader.MaxBytes, out var problem) is { } content)
            return new InputFile(Path.GetFileName(name), content);
        diagnostics.Error(
            new SourceLocation($"{ArticleFolder}/{Path.GetFileName(name)}"),
            $"the file that the scenario was made of {problem}: ingest it again"
        );
        return null;
    }

    private static ListedClaim Listed(string thesis, ArticleClaim claim, ReadingUnion? union) =>
        new(
            $"{thesis}/{claim.Id}",
            claim.Kind,
            claim.Evidence.Line,
            claim.Evidence.Sentence,
            claim.Evidence.Span.Start,
            claim.Evidence.Span.Length,
            PlainLine.Of(ClaimSummary.Of(claim)),
            PlainLine.Of(claim.Evidence.Quote),
            union?.ReaderOf(claim)
        );
}

/// <summary>What was written.</summary>
/// <param name="Readings">The articles as read.</param>
/// <param name="Ids">Ids of their theses.</param>
/// <param name="Drafted">The scenario.</param>
/// <param name="Claims">The list of claims.</param>
internal sealed record IngestResult(
    IReadOnlyList<ArticleReading> Readings,
    IReadOnlyList<string> Ids,
    DraftedArticles Drafted,
    ClaimFile Claims
)
{
    /// <summary>By article: what rules and model read together; null where no model was asked.</summary>
    public IReadOnlyList<ReadingUnion?> Unions { get; init; } = [];
}
