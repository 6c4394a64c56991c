namespace RiskEngine.Reporting.Runs;

/// <summary>A copy of a file that a run read: kept in the run's folder, so that the run can be made again and held against others.</summary>
/// <param name="Path">Relative to the scenario's folder, with forward slashes; see <see cref="IsInside"/>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record KeptInput(string Path, byte[] Content)
{
    /// <summary>The folder of the copies in a run's folder; in it is one folder of the scenario's name.</summary>
    public const string FolderName = "inputs";

    /// <summary>
    /// Whether a path names a file inside of a scenario's folder: relative, without a step upwards, and without characters that some
    /// system reads as more than a name.
    /// </summary>
    public static bool IsInside(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/')
            .All(part => part.Length > 0 && part is not ("." or "..") && part.All(c => !char.IsControl(c) && c is not ('\\' or ':')));
    }
}
