using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Securities;
using RiskEngine.Importing.Text;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Drafts;

/// <summary>Reads holdings, prices and security lists, and drafts a scenario of them.</summary>
/// <param name="settings">What the user gave.</param>
/// <param name="environment">Where files are, and where findings go.</param>
internal sealed class HoldingsDrafting(HoldingsSettings settings, CommandEnvironment environment)
{
    private readonly DiagnosticBag found = new();

    /// <summary>What was understood of the holdings' file; null without one and after errors.</summary>
    public PositionImport? Import { get; private set; }

    /// <summary>The draft, or null after errors; findings are on the error output then.</summary>
    /// <param name="file">The holdings; null for a few funds to begin with.</param>
    /// <param name="id">The scenario's id; empty for its folder's name.</param>
    /// <param name="name">Its name.</param>
    /// <param name="theme">What the thesis is about; may be empty.</param>
    public HoldingsDraft? Draft(string? file, string id, string name, string theme)
    {
        var draft = Make(file, id, name, theme);
        DiagnosticLines.Write(found, environment);
        return found.HasErrors ? null : draft;
    }

    private HoldingsDraft? Make(string? file, string id, string name, string theme)
    {
        var market = ReferenceMarket.Read();
        var securities = Securities(file);
        var prices = settings.Prices is null ? null : PriceFile.Read(settings.Prices, environment, found);
        var rates = HoldingsMappings.Rates(settings.Rates, found);
        var mapped = HoldingsMappings.Sectors(settings.As, market, found);
        var holdings = found.HasErrors ? null : Holdings(file, securities, prices);
        if (holdings is null || found.HasErrors || AsOf(file, prices) is not { } asOf)
            return null;
        if (prices is not null)
            holdings = new PriceEstimates(prices, market, securities, asOf, found).Of(holdings);
        var drafting = new DraftSettings
        {
            Id = id,
            Name = name,
            Theme = theme,
            AsOf = asOf,
            Currency = settings.Currency ?? Import?.Currencies[0] ?? holdings[0].Currency,
            Rates = rates,
            As = mapped,
            File = file is null ? "a few funds" : Path.GetFileName(file),
        };
        return found.HasErrors ? null : new HoldingsDrafter(market, securities, drafting, found).Draft(holdings);
    }

    private IReadOnlyList<DraftHolding>? Holdings(string? file, SecurityList securities, PriceFile? prices)
    {
        if (file is null)
            return PositionsFile.Starter;
        if (OutsideFile.Read(environment.FullPath(file), file, found) is not { } outside)
            return null;
        var closes = prices is null ? new Dictionary<string, double>() : LastCloses.Of(prices, securities);
        Import = PositionsFile.Read(outside, securities, settings.Currency, closes, found);
        if (Import is { Holdings.Count: 0 })
            found.Error(new SourceLocation(file), "expected at least one position that a portfolio can hold, found none");
        return Import is null ? null : PositionsFile.Of(Import);
    }

    /// <summary>
    /// The day that the user says, that of the last prices, that which the file says or, with a warning, that on which it was saved.
    /// </summary>
    private DateOnly? AsOf(string? file, PriceFile? prices)
    {
        if ((settings.AsOf ?? prices?.History.Dates[^1]) is { } given)
            return given;
        if (file is null)
        {
            found.Error(new SourceLocation("--as-of"), "of which day is the scenario? Say --as-of DATE, such as 2026-02-06");
            return null;
        }

        if (Import?.AsOf is { } said)
        {
            found.Notice(new SourceLocation(file), $"the holdings are of {said.Date:yyyy-MM-dd}, as {said.From} says");
            return said.Date;
        }

        var saved = DateOnly.FromDateTime(File.GetLastWriteTimeUtc(environment.FullPath(file)));
        found.Warning(
            new SourceLocation(file),
            $"the file does not say of which day it is: {saved:yyyy-MM-dd}, when it was saved, is taken; --as-of DATE says another"
        );
        return saved;
    }

    private SecurityList Securities(string? holdings)
    {
        var shipped = ShippedSecurities.Read();
        var beside = holdings is null ? null : Path.Combine(Path.GetDirectoryName(holdings) ?? "", "securities.csv");
        var file = settings.Securities ?? (beside is not null && File.Exists(environment.FullPath(beside)) ? beside : null);
        if (file is null)
            return new SecurityList(shipped);
        return OutsideFile.Read(environment.FullPath(file), file, found)?.Text(found) is { } text
            ? new SecurityList([.. shipped, .. SecurityReader.Read(text, file, found)])
            : SecurityList.Empty;
    }
}
