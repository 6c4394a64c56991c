namespace RiskEngine.Serving.Access;

/// <summary>Files that addresses name: those inside of one folder, and no others.</summary>
internal static class ContainedPath
{
    /// <summary>The full path of a file or folder; null where the address leads out of it, by a step upwards or by a link.</summary>
    /// <param name="folder">The folder, a full path.</param>
    /// <param name="address">The path from it, with forward slashes.</param>
    public static string? Of(string folder, string address)
    {
        if (!address.Split('/').All(IsName))
            return null;
        var path = Path.GetFullPath(Path.Combine(folder, address));
        if (!path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        for (var part = path; part.Length > folder.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                return null;
        }

        return path;
    }

    /// <summary>Whether it is a plain name: no step, nothing hidden, no character that some system reads as more than a name.</summary>
    private static bool IsName(string part) => part.Length > 0 && part[0] != '.' && !part.Any(c => char.IsControl(c) || c is '\\' or ':');
}
