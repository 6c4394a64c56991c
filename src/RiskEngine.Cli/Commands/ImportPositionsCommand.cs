using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Text;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine import positions FILE...</c>: a broker's export as a portfolio.</summary>
internal static class ImportPositionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "what a broker exports (CSV, xlsx, xls, JSON): holdings or transactions; several files add up",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<string?>("--out")
        {
            Description = "write the portfolio here; without it, it is only shown",
            HelpName = "FILE",
        };
        var formats = new Option<string?>("--formats") { Description = "folder with format files of your own (*.yaml)", HelpName = "DIR" };
        var currency = new Option<string?>("--currency") { Description = "the currency where the file says none", HelpName = "CODE" };
        var mark = ChoiceOption.Create<DecimalMark>("--decimal", "the decimal mark where the numbers do not show it");
        var dates = ChoiceOption.Create<DateOrder>("--dates", "day or month first where the dates do not show it");
        var prices = new Option<string?>("--prices")
        {
            Description = "a price file: its last closes are the prices of transactions and of rows without a price",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "replace the file of --out where it is there already" };
        var command = new Command("positions", "Read a broker's export as a portfolio.")
        {
            files,
            target,
            formats,
            currency,
            mark,
            dates,
            prices,
            force,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(currency)?.ToUpperInvariant();
            if (code is not null && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
                return UsageErrors.Refuse($"--currency: expected three letters such as USD, found '{code}'", environment.Error);
            var given = new Settings(
                parsed.GetRequiredValue(files),
                parsed.GetValue(target),
                parsed.GetValue(formats),
                code,
                parsed.GetValue(mark),
                parsed.GetValue(dates) is { } order ? order == DateOrder.Dmy : null,
                parsed.GetValue(prices),
                parsed.GetValue(force)
            );
            return Import(given, environment);
        });
        return command;
    }

    private static int Import(Settings given, CommandEnvironment environment)
    {
        if (OutputFile.Problem(given.Out, given.Force, environment) is { } taken)
            return UsageErrors.Refuse(taken, environment.Error);
        var found = new DiagnosticBag();
        var import = Read(given, found, environment);
        var findings = found.Sorted();
        foreach (var line in DiagnosticLines.Of("", findings))
            environment.Error.WriteLine(line);
        if (import is null)
        {
            environment.Error.WriteLine($"{DiagnosticLines.Count(findings)}; nothing was written");
            return ExitCode.BadInput;
        }

        environment.Output.Write(ImportScreen.Render(import));
        if (given.Out is null)
            environment.WriteLine("Nothing was written; to write the portfolio: --out FILE");
        else
            OutputFile.Write(given.Out, PortfolioText.Write(import.Holdings), environment);
        return ExitCode.Done;
    }

    private static PositionImport? Read(Settings given, DiagnosticBag found, CommandEnvironment environment)
    {
        var folder = given.Formats is null ? null : environment.FullPath(given.Formats);
        var formats = FormatCatalogue.Load(folder, found);
        var files = given.Files.Select(f => OutsideFile.Read(environment.FullPath(f), f, found)).OfType<OutsideFile>().ToList();
        var closes = given.Prices is null ? null : LastCloses.Read(given.Prices, environment, found);
        if (formats is null || found.HasErrors || (given.Prices is not null && closes is null))
            return null;
        var options = new ImportOptions
        {
            Formats = formats,
            Securities = Importers.Securities(),
            Currency = given.Currency,
            DecimalMark = given.Decimal,
            DayFirst = given.DayFirst,
            Closes = closes ?? new Dictionary<string, double>(StringComparer.Ordinal),
        };
        return new PositionImporter(options).Read(files, found);
    }

    private sealed record Settings(
        IReadOnlyList<string> Files,
        string? Out,
        string? Formats,
        string? Currency,
        DecimalMark? Decimal,
        bool? DayFirst,
        string? Prices,
        bool Force
    );
}
