using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Plugins;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine new factor NAME</c>: a working factor kind of one's own to start from.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var name = new Argument<string>("name") { Description = "what it is called, such as MoodSwing" };
        var file = new Option<bool>("--file") { Description = "write one C# file (default), for the folder 'factors' of a scenario" };
        var library = new Option<bool>("--library") { Description = "write a class library with a test, to be loaded with --plugin" };
        var folder = new Option<string>("--out")
        {
            Description = "folder to write in",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var factor = new Command("factor", "Write a working factor kind to start from.") { name, file, library, folder };
        factor.SetAction(parsed =>
            parsed.GetValue(file) && parsed.GetValue(library)
                ? UsageErrors.Refuse("expected one of --file and --library, found both", environment.Error)
                : Write(parsed.GetRequiredValue(name), parsed.GetValue(library), parsed.GetRequiredValue(folder), environment)
        );
        return new Command("new", "Write something to start from.") { NewScenarioCommand.Create(environment), factor };
    }

    private static int Write(string given, bool library, string folder, CommandEnvironment environment)
    {
        if (FactorName.Of(given, out var problem) is not { } name)
            return UsageErrors.Refuse(problem, environment.Error);
        if (BuiltInKinds.All.Any(k => k.Name == name.Kind))
            return UsageErrors.Refuse($"the engine has a kind '{name.Kind}' already", environment.Error);
        var contract = library ? ContractPackage.Of(AppContext.BaseDirectory) : null;
        if (library && contract is null)
            return UsageErrors.Refuse("expected the contract's package in the program's folder 'packages', found none", environment.Error);
        var files = contract is not null ? FactorTemplate.Library(name, contract.Version) : [FactorTemplate.File(name)];
        var taken = library ? name.Class : files[0].Path;
        if (Path.Exists(environment.FullPath(Path.Combine(folder, taken))))
            return UsageErrors.Refuse($"expected a new name, found '{Path.Combine(folder, taken)}' there already", environment.Error);

        foreach (var (path, text) in files)
        {
            var full = environment.FullPath(Path.Combine(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            environment.WriteLine(environment.DisplayPath(full));
        }

        if (contract is not null)
        {
            var package = environment.FullPath(Path.Combine(folder, FactorTemplate.PackageFolder(name), Path.GetFileName(contract.File)));
            Directory.CreateDirectory(Path.GetDirectoryName(package)!);
            File.Copy(contract.File, package);
            environment.WriteLine(environment.DisplayPath(package));
        }

        environment.WriteLine("");
        environment.WriteLine("To use it, put these lines under 'factors' of a market file:");
        environment.WriteLine("");
        environment.WriteLine(FactorTemplate.Usage(name));
        environment.WriteLine($"give an instrument the exposure '{name.Kind}: 0.3', and then");
        environment.WriteLine("");
        foreach (
            var command in library
                ? LibraryCommands(name, Path.Combine(folder, name.Class).Replace('\\', '/'))
                : ["riskengine run SCENARIO --allow-code"]
        )
        {
            environment.WriteLine($"  {command}");
        }

        return ExitCode.Done;
    }

    private static string[] LibraryCommands(FactorName name, string folder) =>
        [
            $"dotnet test {folder}/{name.Class}.Tests",
            $"riskengine run SCENARIO --plugin {folder}/{name.Class}/bin/Debug/net10.0/{name.Class}.dll",
        ];
}
