namespace RiskEngine.Loading.Tests.Format;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds RiskEngine.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds RiskEngine.sln.");
    }
}
