namespace RiskEngine.Serving.Pages;

/// <summary>What answers that are no page of this program may do.</summary>
internal static class ContentPolicy
{
    /// <summary>Nothing.</summary>
    public const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>
    /// To be looked at: pages of other versions among them. Their scripts do not run here, for one could tell this server's address, which
    /// holds the token, to somebody else.
    /// </summary>
    public const string OfFiles = "sandbox; style-src 'unsafe-inline'; img-src data:; " + Nothing;
}
