using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a case.</summary>
internal static class CaseKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers") { Otherwise = "the id" };

    public static KeySpec<LocalTextValue> Summary { get; } = new("summary", new(), "for readers") { Otherwise = "empty" };

    public static KeySpec<SettingsValue> Set { get; } =
        new("set", new(), "what the case changes: paths, see below, with their new values") { Otherwise = "nothing" };

    public static KeySet All { get; } = new("case", [Name, Summary, Set]);
}
