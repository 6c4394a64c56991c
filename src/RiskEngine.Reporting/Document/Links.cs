namespace RiskEngine.Reporting.Document;

/// <summary>Decides which addresses of a scenario's files become links.</summary>
public static class Links
{
    /// <summary>The address as a link when it is absolute and http or https; otherwise <see langword="null"/>
    /// (a script, a file or a mail address from somebody's article is shown, never followed).</summary>
    public static Uri? From(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;
}
