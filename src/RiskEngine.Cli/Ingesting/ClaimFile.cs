using System.Text.Json;
using System.Text.Json.Serialization;
using RiskEngine.Abstractions.Files;
using RiskEngine.Articles.Decisions;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Ingesting;

/// <summary><c>claims.json</c> of a scenario: what it was made of, which claims were read, and what the user said of them.</summary>
internal sealed record ClaimFile
{
    /// <summary>The file's name within the scenario's folder.</summary>
    public const string FileName = "claims.json";

    /// <summary>The largest file that is read: 64 MiB.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions options = new(IndentedJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The scenario's day where the user gave it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Names of the articles, in the folder <c>articles</c>.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Name of the table of holdings, in the folder <c>articles</c>; null where there was none.</summary>
    public string? Holdings { get; init; }

    /// <summary>The currency of holdings whose file says none; null where the user said nothing.</summary>
    public string? Currency { get; init; }

    /// <summary>Name of the price history, in the folder <c>articles</c>; null where there was none.</summary>
    public string? Prices { get; init; }

    /// <summary>What the user said of exchange rates, each <c>CODE=PRICE</c>; null where nothing.</summary>
    public IReadOnlyList<string>? Rates { get; init; }

    /// <summary>What the user said of holdings that nobody knows, each <c>TICKER=SECTOR</c>; null where nothing.</summary>
    public IReadOnlyList<string>? As { get; init; }

    /// <summary>What the user said of how much articles count, each <c>ARTICLE=WEIGHT</c>; null where nothing.</summary>
    public IReadOnlyList<string>? Weights { get; init; }

    /// <summary>Which article supersedes which, each <c>NEWER=OLDER</c>; null where none.</summary>
    public IReadOnlyList<string>? Supersedes { get; init; }

    /// <summary>Name of the authors' record, in the folder <c>articles</c>; null where there was none.</summary>
    public string? Record { get; init; }

    /// <summary>Who read the articles, each a value of <c>--reader</c>; null for the rules alone.</summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>The claims that were read.</summary>
    public IReadOnlyList<ListedClaim> Claims { get; init; } = [];

    /// <summary>What the user said, by <c>thesis/claim</c>.</summary>
    public IReadOnlyDictionary<string, ClaimDecision> Decisions { get; init; } = new Dictionary<string, ClaimDecision>();

    /// <summary>SHA-256 of the files that were written, by path within the folder: a file that differs was changed by the user.</summary>
    public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the file of a scenario's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problem">Why there is none: <c>claims.json does not exist</c>; empty when there is.</param>
    /// <returns>The file, or null.</returns>
    public static ClaimFile? Read(string folder, out string problem)
    {
        if (RegularFile.Read(Path.Combine(folder, FileName), MaxBytes, out problem) is not { } bytes)
        {
            problem = $"{FileName} {problem}";
            return null;
        }

        try
        {
            var file = JsonSerializer.Deserialize<ClaimFile>(bytes, options);
            problem = file is { IsWhole: true } ? "" : $"{FileName} is not one that ingest wrote: parts of it are missing";
            return problem.Length == 0 ? file : null;
        }
        catch (JsonException e)
        {
            problem = $"{FileName} is not one that ingest wrote: {e.Message}";
            return null;
        }
    }

    /// <summary>Whether no part is null, and no name leads out of the folder.</summary>
    private bool IsWhole =>
        Articles?.All(IsName) == true
        && (Holdings is null || IsName(Holdings))
        && (Record is null || IsName(Record))
        && (Prices is null || IsName(Prices))
        && Claims?.All(c => c is { Id: not null, Kind: not null, Reading: not null, Quote: not null }) == true
        && Decisions?.Values.All(d => d is { Edits: not null } && d.Edits.Values.All(e => e is not null)) == true
        && Written?.All(w => w.Value is not null && IsInside(w.Key)) == true;

    private static bool IsName(string? name) => !string.IsNullOrEmpty(name) && name == Path.GetFileName(name) && name is not ("." or "..");

    private static bool IsInside(string path) => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");

    /// <summary>The file's text.</summary>
    public string Write() => JsonSerializer.Serialize(this, options) + "\n";
}

/// <summary>A claim as it stands in a list.</summary>
/// <param name="Id"><c>thesis/claim</c>.</param>
/// <param name="Kind">What kind of claim it is.</param>
/// <param name="Line">Line of the article.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="Offset">Offset of its first character in the article's text.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Quote">The article's words.</param>
/// <param name="Reader">Who read it: rules, model or both; null where only the rules were asked.</param>
internal sealed record ListedClaim(
    string Id,
    string Kind,
    int Line,
    int Sentence,
    int Offset,
    int Length,
    string Reading,
    string Quote,
    string? Reader = null
);
