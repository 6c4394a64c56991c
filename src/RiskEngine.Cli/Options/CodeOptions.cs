using System.CommandLine;
using RiskEngine.Cli.Runs;

namespace RiskEngine.Cli.Options;

/// <summary>The options of every command that may run code of a user's own.</summary>
internal sealed class CodeOptions
{
    /// <summary>Agrees to run what scenarios bring.</summary>
    public Option<bool> AllowCode { get; } =
        new("--allow-code") { Description = "run the code that scenarios bring (factors/*.cs, plugins); without it they are refused" };

    /// <summary>Libraries to run beside.</summary>
    public Option<string[]> Plugins { get; } =
        new("--plugin") { Description = "load factor kinds from this compiled library; may be given several times", HelpName = "FILE" };

    /// <summary>How long a call into such code may take.</summary>
    public Option<int?> Patience { get; } =
        NumberOption.Create<int>(
            "--plugin-timeout",
            1,
            86_400,
            $"seconds that one call into a plug-in's code may take (default: {CodeSettings.DefaultPatience})"
        );

    /// <summary>What was asked for.</summary>
    public CodeSettings Of(ParseResult parsed) =>
        new(parsed.GetValue(AllowCode), parsed.GetValue(Plugins) ?? [])
        {
            Patience = parsed.GetValue(Patience) ?? CodeSettings.DefaultPatience,
        };
}
