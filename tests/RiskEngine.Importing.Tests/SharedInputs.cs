namespace RiskEngine.Importing.Tests;

/// <summary>Files beside the project; tests skip where there are none.</summary>
internal static class SharedInputs
{
    public static string Find(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine([folder.FullName, "shared", "inputs", .. parts]);
            if (File.Exists(path))
                return path;
        }

        Assert.Ignore($"there is no shared/inputs/{string.Join('/', parts)} above this project");
        return "";
    }
}
