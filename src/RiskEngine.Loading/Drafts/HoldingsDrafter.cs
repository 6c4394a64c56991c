using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Loading.Drafts;

/// <summary>
/// Drafts a scenario for holdings: each gets the risk of its sector and country by the reference market and own risk by its size, or what
/// its own prices say. What is assumed is judgement marked <c>draft</c> in the ledger.
/// </summary>
/// <param name="market">What factors do.</param>
/// <param name="securities">What the world calls securities.</param>
/// <param name="settings">Day, currency and names.</param>
/// <param name="diagnostics">Takes errors (nobody knows a code, a rate is missing) and notices.</param>
public sealed class HoldingsDrafter(ReferenceMarket market, SecurityList securities, DraftSettings settings, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, DraftedRisk> drafted = [];
    private readonly Dictionary<string, DraftPosition> positions = [];

    /// <summary>What the user may say of the holdings that nobody knows.</summary>
    private readonly List<string> asked = [];

    /// <summary>Rates of the reference market that were taken, each said once.</summary>
    private readonly Dictionary<string, double> rates = [];

    /// <summary>The draft, or null after errors.</summary>
    public HoldingsDraft? Draft(IReadOnlyList<DraftHolding> holdings)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        if (!market.Currencies.ContainsKey(settings.Currency))
        {
            var known = string.Join(", ", market.Currencies.Keys);
            diagnostics.Error(
                new SourceLocation(settings.File),
                $"the scenario's currency: expected one of {known}, found '{settings.Currency}'"
            );
            return null;
        }

        foreach (var holding in holdings)
            Add(holding);
        if (asked.Count > 1)
            diagnostics.Notice(new SourceLocation(settings.File), $"all of them at once, SECTOR filled in: {string.Join(' ', asked)}");
        if (diagnostics.HasErrors || positions.Count == 0)
            return null;
        var value = positions.Values.Sum(p => p.Quantity * p.Price);
        if (value <= 0)
        {
            diagnostics.Error(
                new SourceLocation(settings.File),
                "expected holdings that are worth more than what is owed, found "
                    + FormattableString.Invariant($"{value:#,0.##} {settings.Currency}")
            );
            return null;
        }

        var risks = drafted.Values.Select(r => positions[r.Instrument.Id].Quantity < 0 ? r.Owed() : r).ToList();
        var assumed = AssumedShare(risks, value);
        return new HoldingsDraft(
            new HoldingsScenario(market, settings).Write(risks, [.. positions.Values], Records(holdings), assumed),
            assumed,
            value
        );
    }

    private void Add(DraftHolding holding)
    {
        if (CashCurrency(holding) is { } currency)
        {
            AddCash(holding, currency);
            return;
        }

        if (Rate(holding.Currency, holding.Location) is not { } rate)
            return;
        var (known, sector) = Find(holding);
        if (sector is null && holding.Estimate?.Beta is null)
        {
            Ask(holding);
            return;
        }

        var id = Id(known?.Id ?? holding.Code);
        if (!drafted.ContainsKey(id))
            drafted.Add(id, Drafted(id, holding, known, sector));
        AddPosition(id, holding, holding.Price * rate);
    }

    /// <summary>The drafted risk; where an estimate had to be lowered, that is said.</summary>
    private DraftedRisk Drafted(string id, DraftHolding holding, Security? known, string? sector)
    {
        var risk = DraftedRisk.Of(market, id, Name(holding, known), holding, known, sector, settings);
        if (risk.Scale < 1 && holding.Estimate is { } estimate)
        {
            var lowered = string.Join(
                ", ",
                risk.Instrument.Exposures.Select(e => $"{e.Key} {e.Value / risk.Scale:0.00} to {e.Value:0.00}")
            );
            diagnostics.Notice(
                holding.Location,
                FormattableString.Invariant(
                    $"'{holding.Code}': lowered from what was estimated or assumed, {lowered}: else they alone would explain more than "
                ) + FormattableString.Invariant($"four fifths of the variance of its own prices ({estimate.Volatility:0.0%} a year)")
            );
        }

        return risk;
    }

    private void AddCash(DraftHolding holding, string currency)
    {
        if (Rate(currency, holding.Location) is not { } rate)
            return;
        var isHome = currency == settings.Currency;
        var id = isHome ? "cash" : $"cash-{currency.ToLowerInvariant()}";
        if (!drafted.ContainsKey(id))
            drafted.Add(id, isHome ? HomeCash() : ForeignCash(id, currency));
        AddPosition(id, holding, rate * holding.Price);
    }

    private static DraftedRisk HomeCash() =>
        new(
            new DraftInstrument
            {
                Id = "cash",
                Name = new LocalText("Cash", "现金"),
                Kind = "cash",
            },
            0,
            IsAssumed: false
        );

    private DraftedRisk ForeignCash(string id, string currency)
    {
        var exposures = new List<KeyValuePair<string, double>>();
        foreach (var (code, sign) in new[] { (currency, 1), (settings.Currency, -1) })
        {
            if (market.Currencies[code].Factor is { Length: > 0 } factor)
                exposures.Add(new(factor, sign));
        }

        var instrument = new DraftInstrument
        {
            Id = id,
            Name = new LocalText($"Cash in {currency}", $"{currency}现金"),
            Symbol = currency,
            Kind = "fund",
            Exposures = exposures,
            Volatility = Math.Ceiling((Math.Sqrt(market.MostVariance(exposures)) * 1e4) - 1e-6) / 1e4,
            Sources = new Dictionary<string, Source> { ["all"] = new Calibrated(market.Calibration.Id) },
        };
        return new DraftedRisk(instrument, 0, IsAssumed: false);
    }

    private void AddPosition(string id, DraftHolding holding, double price)
    {
        if (!positions.TryGetValue(id, out var before))
        {
            positions.Add(id, new DraftPosition(id, holding.Quantity, price, holding.Name));
            return;
        }

        var quantity = before.Quantity + holding.Quantity;
        diagnostics.Notice(holding.Location, $"'{holding.Code}' stands in several rows: they were added up");
        if (quantity == 0)
        {
            diagnostics.Notice(holding.Location, $"'{holding.Code}': what is held and what is owed of it cancel out");
            positions.Remove(id);
            drafted.Remove(id);
            return;
        }

        // Of what is held and owed at once there is no mean price.
        var mean = ((before.Quantity * before.Price) + (holding.Quantity * price)) / quantity;
        positions[id] = before with { Quantity = quantity, Price = before.Quantity * holding.Quantity > 0 ? mean : price };
    }

    private string? CashCurrency(DraftHolding holding)
    {
        var code = holding.Code.ToUpperInvariant();
        if (code is "CASH" or "现金")
            return market.Currencies.ContainsKey(holding.Currency) ? holding.Currency : null;
        if (code.StartsWith("CASH", StringComparison.Ordinal))
            code = code[4..].TrimStart('-', '.', ' ', '_');
        return market.Currencies.ContainsKey(code) ? code : null;
    }

    private double? Rate(string currency, SourceLocation location)
    {
        if (currency == settings.Currency)
            return 1;
        if (settings.Rates.TryGetValue(currency, out var rate) || rates.TryGetValue(currency, out rate))
            return rate;
        if (market.RateOf(currency, settings.Currency) is { } known)
        {
            diagnostics.Warning(
                location,
                FormattableString.Invariant($"one {currency} counts as {known:G3} {settings.Currency}, ")
                    + $"the rate of {ReferenceMarket.RatesOf:yyyy-MM-dd}: --rate {currency}=PRICE says that of another day"
            );
            rates.Add(currency, known);
            return known;
        }

        diagnostics.Error(
            location,
            $"a price in {currency} beside the scenario's {settings.Currency}: say what one {currency} is worth, --rate {currency}=PRICE"
        );
        return null;
    }

    private (Security? Security, string? Sector) Find(DraftHolding holding)
    {
        if (settings.As.TryGetValue(holding.Code.ToUpperInvariant(), out var mapped))
            return (null, mapped);
        var known = securities.FindCode(holding.Code) ?? securities.FindName(holding.Code);
        if (known is null && holding.Name.Length > 0)
        {
            known = securities.FindName(holding.Name);
            if (known is not null)
                diagnostics.Notice(holding.Location, $"'{holding.Code}' was taken for {known.Name} ({known.Id}) by its name");
        }

        return known is not null && market.Factors.ContainsKey(known.Sector) ? (known, known.Sector) : (known, null);
    }

    private void Ask(DraftHolding holding)
    {
        var name = holding.Name.Length > 0 ? holding.Name : holding.Code;
        var sector = SectorWords.Suggest(name) is { } known && market.Factors.ContainsKey(known) ? known : "SECTOR";
        var hint = sector == "SECTOR" ? "" : " (a guess by its name)";
        diagnostics.Error(
            holding.Location,
            $"the security list does not know '{holding.Code}': map it with --as {holding.Code}={sector}{hint}, or add it to "
                + $"securities.csv under the header symbols,name,country,sector,size as {CsvText.Cell(holding.Code)},"
                + $"{CsvText.Cell(name)},US,{sector},mid; sectors are factors of the reference market, such as technology, financials or "
                + "europe-equity"
        );
        asked.Add($"--as {holding.Code}={sector}");
    }

    private static LocalText Name(DraftHolding holding, Security? known) =>
        known is null ? LocalText.Same(holding.Name.Length > 0 ? holding.Name : holding.Code)
        : known.ChineseName.Length > 0 ? new LocalText(known.Name, known.ChineseName)
        : LocalText.Same(known.Name);

    private string Id(string code)
    {
        var words = new string([.. code.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')]);
        var id = string.Join('-', words.Split('-', StringSplitOptions.RemoveEmptyEntries)).Trim('.');
        id = string.Join('.', id.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('-')).Where(w => w.Length > 0));
        if (id.Length is 0 or > 50)
            id = $"holding-{positions.Count + 1}";
        return market.Factors.ContainsKey(id) || id == "cash" ? $"{id}-holding" : id;
    }

    private static List<CalibrationRecord> Records(IReadOnlyList<DraftHolding> holdings) =>
        [.. holdings.Select(h => h.Estimate?.Record).OfType<CalibrationRecord>().DistinctBy(r => r.Id)];

    /// <summary>By Euler's contributions to the variance: weight times covariance with the portfolio.</summary>
    private double AssumedShare(List<DraftedRisk> risks, double value)
    {
        var weights = risks.ConvertAll(r => positions[r.Instrument.Id] is var p ? p.Quantity * p.Price / value : 0);
        var total = risks
            .SelectMany((r, i) => r.Instrument.Exposures.Select(e => KeyValuePair.Create(e.Key, weights[i] * e.Value)))
            .GroupBy(e => e.Key)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(e => e.Value)))
            .ToList();
        var contributions = risks
            .Select((r, i) => weights[i] * (market.Covariance(r.Instrument.Exposures, total) + (weights[i] * r.OwnVariance)))
            .ToList();
        var variance = contributions.Sum();
        return variance <= 0 ? 0 : Math.Clamp(contributions.Where((_, i) => risks[i].IsAssumed).Sum() / variance, 0, 1);
    }
}
