namespace RiskEngine.Reporting.Files;

/// <summary>Keeps what is written inside the reports folder, whatever a scenario calls itself.</summary>
internal static class FolderNames
{
    /// <summary>The id, when it is safe as the name of a file or folder.</summary>
    /// <param name="id">The id.</param>
    /// <param name="what">What it names, for the error.</param>
    /// <exception cref="ArgumentException">It is not made of lower-case letters, digits, hyphens and inner dots.</exception>
    public static string Checked(string id, string what)
    {
        var isPlain =
            id is { Length: > 0 and <= 100 }
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            && id[0] is not ('.' or '-')
            && id[^1] != '.'
            && !id.Contains("..", StringComparison.Ordinal);
        return isPlain
            ? id
            : throw new ArgumentException(
                $"Expected the id of the {what} to be lower-case letters and digits joined by '-' or '.', found '{id}'.",
                nameof(id)
            );
    }
}
