using System.Collections.Frozen;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Theses;

/// <summary>
/// Finds the securities that can be traded for what an article names: themes stand for funds or the firms that make most of it.
/// </summary>
public static class TargetResolver
{
    private static readonly FrozenDictionary<string, string[]> members = Lexicon
        .Rows("theme-members.csv")
        .ToFrozenDictionary(row => row[0], row => row[1..]);

    /// <summary>Ids of securities, each once, in the order of the mentions; empty where nothing known stands for them.</summary>
    public static IReadOnlyList<string> Securities(IEnumerable<EntityMention> mentions) =>
        [
            .. mentions
                .SelectMany(m =>
                    m.Kind switch
                    {
                        EntityKind.Theme => members.GetValueOrDefault(m.Id, []),
                        EntityKind.UnknownSymbol or EntityKind.UnknownName => [],
                        _ => [m.Id],
                    }
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
