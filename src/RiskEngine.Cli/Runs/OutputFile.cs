namespace RiskEngine.Cli.Runs;

/// <summary>A file that a command writes where the user says.</summary>
internal static class OutputFile
{
    /// <summary>Why it cannot be written, or null; one that is there already is replaced only with <c>--force</c>.</summary>
    public static string? Problem(string? file, bool force, CommandEnvironment environment)
    {
        if (file is null)
            return null;
        if (string.IsNullOrWhiteSpace(file))
            return "--out: expected the name of a file, found nothing";
        var path = environment.FullPath(file);
        if (Directory.Exists(path))
            return $"--out: expected the name of a file, found the folder '{file}'";
        return File.Exists(path) && !force
            ? $"--out: expected the name of a new file, found '{file}' there already (--force replaces it)"
            : null;
    }

    /// <summary>Writes it beside its place and renames it when whole, then says where it is.</summary>
    public static void Write(string file, string text, CommandEnvironment environment)
    {
        var path = environment.FullPath(file);
        var beside = path + ".unfinished";
        environment.Temporary.Add(beside);
        try
        {
            FolderNotWritableException.Guard(file, () => Replace(path, beside, text), "a file");
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
            environment.Temporary.Remove(beside);
        }

        environment.WriteLine(environment.DisplayPath(path));
    }

    private static string Replace(string path, string beside, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
        return path;
    }
}
