using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Decisions;
using RiskEngine.Cli.Ingesting;
using RiskEngine.Cli.Ingesting.LanguageModels;
using RiskEngine.Cli.Ingesting.Reconciling;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine ingest article... --out scenarios/NAME</c>: from articles to a scenario that runs.</summary>
internal static class IngestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var articles = new Argument<string[]>("article")
        {
            Description = "articles: Markdown, HTML, PDF with a text layer, or plain text; Chinese or English",
            Arity = ArgumentArity.OneOrMore,
        };
        var portfolio = new Option<string?>("--portfolio")
        {
            Description = "holdings: a broker's export, or a table with symbol, quantity, price and currency",
            HelpName = "FILE",
        };
        var asOf = DateOption.Create("--as-of", "the scenario's day (default: the day the newest article was published)");
        var folder = new Option<string>("--out")
        {
            Description = "the scenario's folder, new or ingested before",
            HelpName = "DIR",
            Required = true,
        };
        var prices = new Option<string?>("--prices")
        {
            Description = "price history (a column date, then one an instrument), whose last closes price holdings that have none",
            HelpName = "FILE",
        };
        var currency = new Option<string?>("--currency")
        {
            Description = "currency of holdings whose file says none, three letters",
            HelpName = "CODE",
        };
        var rates = new Option<string[]>("--rate")
        {
            Description = "what one unit of another currency is worth in the scenario's, such as EUR=1.18; may be given several times",
            HelpName = "CODE=PRICE",
        };
        var mapped = new Option<string[]>("--as")
        {
            Description = "gives a holding that nobody knows the risk of a sector, such as ABCX=technology; may be given several times",
            HelpName = "TICKER=SECTOR",
        };
        var weights = new Option<string[]>("--weight")
        {
            Description =
                "how much an article's advice counts in the case 'discounted', 0 to 1, such as note=0.5; may be given several times",
            HelpName = "ARTICLE=WEIGHT",
        };
        var supersedes = new Option<string[]>("--supersedes")
        {
            Description = "an older article whose advice counts no more there, such as march=january; may be given several times",
            HelpName = "NEWER=OLDER",
        };
        var record = new Option<string?>("--record")
        {
            Description = "the authors' record, as riskengine score --record writes it: an article without a weight counts by it",
            HelpName = "FILE",
        };
        var readers = new Option<string[]>("--reader")
        {
            Description =
                "who reads: rules (default), or a language model that answers in OpenAI's form, openai:MODEL@URL; both may be given. "
                + $"Only then is the network used; a key comes from {ModelAddress.KeyVariable}",
            HelpName = "READER",
        };
        var timeout = new Option<int>("--reader-timeout")
        {
            Description = "how long a language model may take for one answer",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 120,
        };
        var overwrite = new Option<bool>("--overwrite") { Description = "write over files that were changed by hand since" };
        var command = new Command("ingest", "Read articles and write a scenario that runs: theses, risks, instruments and a portfolio.")
        {
            articles,
            portfolio,
            prices,
            currency,
            asOf,
            rates,
            mapped,
            weights,
            supersedes,
            record,
            readers,
            timeout,
            folder,
            overwrite,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var choice = ReaderChoice.Parse(parsed.GetValue(readers) ?? [], out var problem);
                var seconds = parsed.GetValue(timeout);
                if (seconds is < 1 or > 3_600)
                    problem ??= $"--reader-timeout: expected 1 to 3,600 seconds, found {seconds}";
                else if (problem is not null)
                    problem = $"--reader: {problem}";
                return problem is not null
                    ? Task.FromResult(UsageErrors.Refuse(problem, environment.Error))
                    : IngestAsync(
                        parsed.GetRequiredValue(articles),
                        parsed.GetValue(portfolio),
                        parsed.GetValue(prices),
                        parsed.GetValue(record),
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(overwrite),
                        new IngestInput("", [], null, parsed.GetValue(asOf))
                        {
                            Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
                            Rates = parsed.GetValue(rates) ?? [],
                            As = parsed.GetValue(mapped) ?? [],
                            Weights = new SourceWeights(parsed.GetValue(weights) ?? [], parsed.GetValue(supersedes) ?? [], null),
                            Reader = choice with { Timeout = TimeSpan.FromSeconds(seconds) },
                        },
                        environment,
                        cancel
                    );
            }
        );
        return command;
    }

    private static async Task<int> IngestAsync(
        string[] given,
        string? portfolio,
        string? prices,
        string? record,
        string folder,
        bool overwrite,
        IngestInput options,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        if (
            InputFile.ReadAll(given.Concat(portfolio is null ? [] : [portfolio]), environment) is not { } files
            || InputFile.ReadAll(record is null ? [] : [record], environment) is not { } records
            || InputFile.ReadAll(prices is null ? [] : [prices], environment) is not { } histories
        )
        {
            return ExitCode.BadInput;
        }

        IReadOnlyList<InputFile> all = [.. files, .. records, .. histories];
        if (all.DistinctBy(f => f.Name).Count() < all.Count)
            return UsageErrors.Refuse("expected files with names of their own, found two of the same name", environment.Error);
        var target = environment.FullPath(folder);
        var before = ClaimFile.Read(target, out var problem);
        if (Path.Exists(target) && before is null)
        {
            return UsageErrors.Refuse(
                $"--out: expected a new folder or one that was ingested before, found '{folder}' there already, whose {problem}",
                environment.Error
            );
        }

        if (before is not null && !overwrite && ScenarioFolder.Changed(target, before) is { Count: > 0 } changed)
        {
            return UsageErrors.Refuse(
                $"changed by hand since it was written: {string.Join(", ", changed)}; keep a copy, and give --overwrite",
                environment.Error
            );
        }

        var holdings = portfolio is null ? null : files[^1];
        var articles = portfolio is null ? files : [.. files.SkipLast(1)];
        var diagnostics = new DiagnosticBag();
        var answers = await ModelQuestioning.AskAsync(options.Reader, articles, diagnostics, cancel).ConfigureAwait(false);
        foreach (var line in DiagnosticLines.Of("", diagnostics.Sorted()))
            environment.Error.WriteLine(line);
        if (answers is null)
            return ExitCode.BadInput;
        var input = options with
        {
            Name = Path.GetFileName(target.TrimEnd('/', '\\')),
            Articles = articles,
            Holdings = holdings,
            Prices = histories.Count > 0 ? histories[0] : null,
            Weights = options.Weights with { Record = records.Count > 0 ? records[0] : null },
            Answers = answers,
        };
        return Write(input, target, before, environment);
    }

    /// <summary>Writes a scenario and shows what was read, and what changed since the last time.</summary>
    public static int Write(IngestInput input, string target, ClaimFile? before, CommandEnvironment environment)
    {
        var diagnostics = new DiagnosticBag();
        var decisions = before?.Decisions ?? new Dictionary<string, ClaimDecision>();
        var result = new Ingestion(diagnostics).Write(target, environment.DisplayPath(target), input, decisions);
        foreach (var line in DiagnosticLines.Of("", diagnostics.Sorted()))
            environment.Error.WriteLine(line);
        if (result is null)
            return ExitCode.BadInput;
        foreach (var line in IngestLines.Of(result, before))
            environment.WriteLine(line);
        environment.WriteLine("");
        environment.WriteLine(environment.DisplayPath(target));
        return ExitCode.Done;
    }
}
