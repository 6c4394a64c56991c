using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Overrides;

/// <summary>One changed value: what a case's <c>set</c> or the command line's <c>--set</c> puts in place of what the files say.</summary>
/// <param name="Path">The place in the scenario, such as <c>risks.supply-chain.probability</c>.</param>
/// <param name="Value">The new value, with its own location.</param>
/// <param name="Location">The place of the path.</param>
internal sealed record Setting(string Path, YamlNode Value, SourceLocation Location)
{
    /// <summary>How the places of command line settings begin.</summary>
    public const string CommandLine = "--set ";

    /// <summary>A setting of the command line, <c>PATH=VALUE</c>; null after an error.</summary>
    public static Setting? Parse(string option, DiagnosticBag diagnostics)
    {
        var location = new SourceLocation(CommandLine + option);
        var equals = option.IndexOf('=');
        var path = equals < 0 ? "" : option[..equals].Trim();
        if (path.Length == 0)
        {
            diagnostics.Error(location, $"expected PATH=VALUE, such as risks.supply-chain.probability=0.7, found '{option}'");
            return null;
        }

        return YamlReader.ReadValue(option[(equals + 1)..], location, diagnostics) is { } value ? new Setting(path, value, location) : null;
    }
}
