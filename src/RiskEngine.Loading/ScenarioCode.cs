namespace RiskEngine.Loading;

/// <summary>A file of code that a scenario brings.</summary>
/// <param name="Path">Where it is; a full path.</param>
/// <param name="Name">The file relative to the scenario folder, with forward slashes.</param>
/// <param name="IsSource">Whether it is C# source; else it is a compiled library.</param>
public sealed record ScenarioCode(string Path, string Name, bool IsSource);
