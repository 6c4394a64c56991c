using System.CommandLine;
using System.CommandLine.Parsing;

namespace RiskEngine.Cli.Options;

/// <summary>The option that names the user's collector of OpenTelemetry: <c>http://localhost:4318</c>.</summary>
internal static class TelemetryOption
{
    /// <summary>The option.</summary>
    public static Option<Uri?> Create() =>
        new("--telemetry")
        {
            Description =
                "send traces and metrics to this OpenTelemetry collector (OTLP over HTTP), as in http://localhost:4318; without it "
                + "nothing is gathered or sent",
            HelpName = "URL",
            CustomParser = Parse,
        };

    private static Uri? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        // OTLP over HTTP takes no password from its URL, and this URL is shown: one in it could only leak.
        if (text.Contains('@'))
        {
            result.AddError("--telemetry: expected a collector's address without a name or password in it, found one");
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0)
            return url;
        result.AddError($"--telemetry: expected the address of a collector such as http://localhost:4318, found '{text}'");
        return null;
    }
}
