using RiskEngine.Abstractions.Files;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.LanguageModels;
using RiskEngine.Cli.Ingesting.LanguageModels;
using RiskEngine.Cli.Ingesting.Reconciling;
using RiskEngine.Cli.Options;

namespace RiskEngine.Cli.Ingesting;

/// <summary>A file as it was read.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record InputFile(string Name, byte[] Content)
{
    /// <summary>Reads the files that a user named; null after errors, all of them told.</summary>
    /// <param name="given">The files as given.</param>
    /// <param name="environment">Where they are, and where errors go.</param>
    public static IReadOnlyList<InputFile>? ReadAll(IEnumerable<string> given, CommandEnvironment environment)
    {
        var (files, isWhole) = (new List<InputFile>(), true);
        foreach (var path in given)
        {
            var full = environment.FullPath(path);
            if (RegularFile.Read(full, ArticleReader.MaxBytes, out var problem) is { } content)
                files.Add(new InputFile(Path.GetFileName(full), content));
            else
                isWhole = UsageErrors.Refuse($"the file '{path}' {problem}", environment.Error) == ExitCode.Done;
        }

        return isWhole ? files : null;
    }
}

/// <summary>What a scenario is made of by <c>ingest</c>.</summary>
/// <param name="Name">The scenario's name, which is that of its folder.</param>
/// <param name="Articles">The articles.</param>
/// <param name="Holdings">A table of holdings; null for a plain portfolio of shares and bonds.</param>
/// <param name="AsOf">The scenario's day; null for the day the newest article was published.</param>
internal sealed record IngestInput(string Name, IReadOnlyList<InputFile> Articles, InputFile? Holdings, DateOnly? AsOf)
{
    /// <summary>The currency of holdings whose file says none; null where it is to be asked.</summary>
    public string? Currency { get; init; }

    /// <summary>A price history whose last closes are the prices of holdings without one; null for none.</summary>
    public InputFile? Prices { get; init; }

    /// <summary>Each <c>CODE=PRICE</c>.</summary>
    public IReadOnlyList<string> Rates { get; init; } = [];

    /// <summary>Each <c>TICKER=SECTOR</c>.</summary>
    public IReadOnlyList<string> As { get; init; } = [];

    /// <summary>What decides how much each article counts.</summary>
    public SourceWeights Weights { get; init; } = SourceWeights.None;

    /// <summary>Who reads the articles.</summary>
    public ReaderChoice Reader { get; init; } = ReaderChoice.Rules;

    /// <summary>What a model answered, by name of the article.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ModelAnswer>> Answers { get; init; } =
        new Dictionary<string, IReadOnlyList<ModelAnswer>>();
}
