using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Prices;
using RiskEngine.Importing.Text;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine import prices FILE-OR-FOLDER...</c>: vendors' price files as one table.</summary>
internal static class ImportPricesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var files = new Argument<string[]>("file-or-folder")
        {
            Description = "price files of vendors, or folders with a file each; newest or oldest first, one or many instruments a file",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<string?>("--out") { Description = "write the table here; without it, it is only shown", HelpName = "FILE" };
        var mark = ChoiceOption.Create<DecimalMark>("--decimal", "the decimal mark where the numbers do not show it");
        var dates = ChoiceOption.Create<DateOrder>("--dates", "day or month first where the dates do not show it");
        var force = new Option<bool>("--force") { Description = "replace the file of --out where it is there already" };
        var command = new Command("prices", "Read vendors' price files as one table of closes.") { files, target, mark, dates, force };
        command.SetAction(parsed =>
            Import(
                parsed.GetRequiredValue(files),
                parsed.GetValue(target),
                new PriceOptions(parsed.GetValue(mark), parsed.GetValue(dates) is { } order ? order == DateOrder.Dmy : null),
                parsed.GetValue(force),
                environment
            )
        );
        return command;
    }

    private static int Import(string[] given, string? target, PriceOptions options, bool force, CommandEnvironment environment)
    {
        if (OutputFile.Problem(target, force, environment) is { } taken)
            return UsageErrors.Refuse(taken, environment.Error);
        var found = new DiagnosticBag();
        var files = given
            .SelectMany(g => PriceFolder.Files(g, environment))
            .Select(f => OutsideFile.Read(environment.FullPath(f), f, found))
            .OfType<OutsideFile>()
            .ToList();
        if (files.Count == 0 && !found.HasErrors)
            found.Error(new SourceLocation(given[0]), $"expected price files ({string.Join(", ", PriceFolder.Endings)}), found none");
        var import = found.HasErrors ? null : new PriceImporter(options).Read(files, found);
        var findings = found.Sorted();
        foreach (var line in DiagnosticLines.Of("", findings))
            environment.Error.WriteLine(line);
        if (import is null)
        {
            environment.Error.WriteLine($"{DiagnosticLines.Count(findings)}; nothing was written");
            return ExitCode.BadInput;
        }

        environment.Output.Write(PriceImportScreen.Render(import));
        if (target is null)
            environment.WriteLine("Nothing was written; to write the table: --out FILE");
        else
            OutputFile.Write(target, PriceText.Write(import.History), environment);
        return ExitCode.Done;
    }
}
