using RiskEngine.Cli.Ingesting;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>The claims of an ingested scenario.</summary>
internal static class ClaimScreen
{
    /// <summary>A table of them with what the user said.</summary>
    public static IRenderable Render(ClaimFile file)
    {
        var table = TextTable.Create("!claim", "kind", "#line", "read as", "quote", "verdict");
        foreach (var claim in file.Claims)
        {
            var decision = file.Decisions.GetValueOrDefault(claim.Id);
            var edits = decision is null ? "" : string.Join(", ", decision.Edits.Select(e => $"{e.Key}={e.Value}"));
            table.Row(
                claim.Id,
                claim.Reader is "model" or "both" ? $"{claim.Kind} ({claim.Reader})" : claim.Kind,
                claim.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
                claim.Reading,
                claim.Quote.Length > 120 ? claim.Quote[..117] + "..." : claim.Quote,
                $"{decision?.Verdict} {edits}".Trim()
            );
        }

        return table;
    }
}
