using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Text;
using RiskEngine.Loading.Binding;
using RiskEngine.QLNet.Quotes;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine fit quotes.csv</c>: from market quotes to factors, by QLNet.</summary>
internal static class FitCommand
{
    /// <summary>The largest file of quotes that is read: 5 MiB.</summary>
    private const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var quotes = new Argument<string>("quotes.csv")
        {
            Description = "rates, swaption and option volatilities, credit default swaps: instrument,expiry,tenor,strike,quote",
        };
        var asOf = DateOption.Create("--as-of", "the day of the quotes");
        asOf.Required = true;
        var defaults = new Option<string?>("--default-of")
        {
            Description = "print a file of risks instead: the default of this instrument's issuer, by its credit default swaps",
            HelpName = "instrument",
        };
        var command = new Command("fit", "Bootstrap a curve and fit Hull-White and Heston to market quotes (QLNet); prints a market file.")
        {
            quotes,
            asOf,
            defaults,
        };
        command.SetAction(parsed =>
            Fit(parsed.GetRequiredValue(quotes), parsed.GetRequiredValue(asOf)!.Value, parsed.GetValue(defaults), environment)
        );
        return command;
    }

    private static int Fit(string file, DateOnly asOf, string? defaultOf, CommandEnvironment environment)
    {
        var path = environment.FullPath(file);
        if (defaultOf is not null && !IdText.IsWellFormed(defaultOf))
            return UsageErrors.Refuse($"--default-of: expected the id of an instrument, found '{defaultOf}'", environment.Error);
        var found = new DiagnosticBag();
        var name = Path.GetFileName(path);
        var text = OutsideFile.Read(path, name, found, MaxBytes)?.Text(found);
        var quotes = text is null ? null : QuoteFile.Read(text, name, found);
        if (quotes is not null && !found.HasErrors)
        {
            foreach (var problem in defaultOf is null ? FactorFile.Problems(quotes) : RiskFile.Problems(quotes))
                found.Error(new SourceLocation(name, 1, 1), problem);
        }

        foreach (var line in DiagnosticLines.Of(Path.GetDirectoryName(file) ?? "", found.Sorted()))
            environment.Error.WriteLine(line);
        if (quotes is null || found.HasErrors)
            return ExitCode.BadInput;
        try
        {
            // As written, without the screen's line breaks: it is to be piped into a file.
            environment.Text.Write(
                defaultOf is null ? FactorFile.Write(asOf, quotes, name) : RiskFile.Write(asOf, quotes, name, defaultOf)
            );
            return ExitCode.Done;
        }
        catch (ArgumentException e) // quotes that no curve or model can have, in a sentence
        {
            return UsageErrors.Refuse(e.Message.Split(" (Parameter", 2)[0], environment.Error);
        }
    }
}
