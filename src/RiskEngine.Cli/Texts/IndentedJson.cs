using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace RiskEngine.Cli.Texts;

/// <summary>JSON as the program writes it where people look into it: a line a value, letters of any script as letters.</summary>
internal static class IndentedJson
{
    /// <summary>How it is written and read.</summary>
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            WriteIndented = true,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
}
