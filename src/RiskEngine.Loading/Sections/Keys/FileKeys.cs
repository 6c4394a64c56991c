using System.Collections.Frozen;
using System.Collections.ObjectModel;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of all files of a scenario together.</summary>
internal static class FileKeys
{
    /// <summary>The kinds of files, each with its outermost keys.</summary>
    public static IReadOnlyList<KeySet> All { get; } = [ScenarioKeys.All, MarketKeys.All, ThesisKeys.All, RiskFileKeys.All];

    private static readonly FrozenDictionary<Settable, ReadOnlyDictionary<string, bool>> settable = Enum.GetValues<Settable>()
        .ToFrozenDictionary(
            way => way,
            way => Outermost(way).ToDictionary(k => k.Name, k => k.Form is ITable { Declares: true }).AsReadOnly()
        );

    /// <summary>The outermost keys that may be set in a way, each with whether ids are declared below it.</summary>
    public static IReadOnlyDictionary<string, bool> SettableBy(Settable way) => settable[way];

    /// <summary>The outermost keys that may be set in a way, in the order of the files.</summary>
    public static IEnumerable<KeySpec> Outermost(Settable way) =>
        All.SelectMany(f => f.Keys).Where(k => k.Settable >= way).DistinctBy(k => k.Name);
}
