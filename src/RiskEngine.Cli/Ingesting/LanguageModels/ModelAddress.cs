namespace RiskEngine.Cli.Ingesting.LanguageModels;

/// <summary>A language model that answers in OpenAI's form, as the user names it: <c>openai:MODEL@URL</c>.</summary>
/// <param name="Model">The model's name at its server.</param>
/// <param name="Url">The server's address, up to and with its version: <c>http://localhost:11434/v1</c>.</param>
internal sealed record ModelAddress(string Model, Uri Url)
{
    /// <summary>The environment variable with the server's key.</summary>
    public const string KeyVariable = "RISKENGINE_MODEL_KEY";

    private const string Prefix = "openai:";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What was expected and found; null where it is one.</param>
    public static ModelAddress? Parse(string text, out string? problem)
    {
        problem = $"expected rules or openai:MODEL@URL, such as openai:llama3.1@http://localhost:11434/v1, found '{text}'";
        var at = text.LastIndexOf("@http", StringComparison.OrdinalIgnoreCase);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || at <= Prefix.Length)
            return null;
        if (!Uri.TryCreate(text[(at + 1)..], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return null;
        if (url.UserInfo.Length > 0)
        {
            problem = $"expected a URL without a name or password in it, found one; a key goes into {KeyVariable}";
            return null;
        }

        problem = null;
        return new ModelAddress(text[Prefix.Length..at], url);
    }

    /// <summary>As the user wrote it.</summary>
    public override string ToString() => $"{Prefix}{Model}@{Url.ToString().TrimEnd('/')}";
}
