using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds portfolios from their tables.</summary>
internal static class PortfolioBinder
{
    /// <summary>The portfolios that have no errors, in the order of the scenario file.</summary>
    public static IReadOnlyList<Portfolio> Bind(
        IReadOnlyList<PortfolioFile> files,
        IdSet instruments,
        string? currency,
        DiagnosticBag diagnostics
    )
    {
        var portfolios = new List<Portfolio>();
        foreach (var file in files)
        {
            var name = file.Name is null
                ? LocalText.Same(file.Id)
                : ValueReader.LocalText(file.Name, $"portfolio '{file.Id}', '{PortfolioKeys.Name.Name}'", diagnostics);
            var rows = file.Source.Foreign is { } foreign
                ? ForeignRows.Of(foreign, instruments, currency, diagnostics)
                : new PortfolioCsv(file.File, instruments, currency, diagnostics).Read(file.Source.Text);
            if (rows is null || name is null)
                continue;
            portfolios.Add(
                new Portfolio(
                    new Id<Portfolio>(file.Id),
                    name,
                    [.. rows.Select(r => new Position(new Id<Instrument>(r.Instrument), r.Quantity, r.Price) { Name = r.Name ?? "" })]
                )
                {
                    Maintenance = file.Maintenance,
                }
            );
        }

        return portfolios;
    }

    /// <summary>The portfolios with each contract's multiplier, which its instrument says.</summary>
    public static IReadOnlyList<Portfolio> WithMultipliers(IReadOnlyList<Portfolio> portfolios, IReadOnlyList<Instrument> instruments)
    {
        var multipliers = instruments
            .Select(i => (i.Id, Multiplier: ContractTerms.MultiplierOf(i.Pricing)))
            .Where(i => i.Multiplier != 1)
            .ToDictionary(i => i.Id, i => i.Multiplier);
        return multipliers.Count == 0
            ? portfolios
            :
            [
                .. portfolios.Select(portfolio =>
                    portfolio with
                    {
                        Positions =
                        [
                            .. portfolio.Positions.Select(p => p with { Multiplier = multipliers.GetValueOrDefault(p.Instrument, 1) }),
                        ],
                    }
                ),
            ];
    }
}
