namespace RiskEngine.Serving.Saving;

/// <summary>Ids of scenarios that are saved.</summary>
internal static class ScenarioName
{
    /// <summary>The most characters.</summary>
    public const int MostLetters = 64;

    /// <summary>Whether it is lower-case words of letters and digits joined by hyphens or dots.</summary>
    public static bool IsId(string name) =>
        name.Length <= MostLetters
        && name.Split('-', '.').All(w => w.Length > 0 && w.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)));
}
