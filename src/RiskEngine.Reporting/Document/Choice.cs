using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>What a reader of the page chooses once, for all of it.</summary>
public enum Choice
{
    /// <summary>A portfolio.</summary>
    Portfolio,

    /// <summary>A case.</summary>
    Case,

    /// <summary>A horizon.</summary>
    Horizon,

    /// <summary>The portfolio as held, or with the advice followed.</summary>
    Variant,
}

/// <summary>A choice of the page with what can be chosen.</summary>
/// <param name="Choice">What is chosen.</param>
/// <param name="Options">What can be chosen, in the scenario's order.</param>
/// <param name="Default">The id of the option that is shown first.</param>
public sealed record ChoiceList(Choice Choice, IReadOnlyList<(string Id, LocalText Name)> Options, string Default)
{
    /// <summary>The name of the option that is shown first.</summary>
    public LocalText DefaultName => Options.First(o => o.Id == Default).Name;

    /// <summary>All choices that some blocks leave to the reader, those with one option aside.</summary>
    internal static IReadOnlyList<ChoiceList> Of(IEnumerable<Block> blocks)
    {
        var found = All(blocks).ToLookup(b => b.Choice);
        return
        [
            .. Enum.GetValues<Choice>()
                .Where(c => found[c].DistinctBy(b => b.Value).Skip(1).Any())
                .Select(c => new ChoiceList(
                    c,
                    [.. found[c].DistinctBy(b => b.Value).Select(b => (b.Value, b.Name))],
                    (found[c].FirstOrDefault(b => b.IsDefault) ?? found[c].First()).Value
                )),
        ];
    }

    private static IEnumerable<ChoiceBlocks> All(IEnumerable<Block> blocks) =>
        blocks.SelectMany(b =>
            b switch
            {
                ChoiceBlocks choice => All(choice.Blocks).Prepend(choice),
                Fold fold => All(fold.Blocks),
                Pairs pairs => All(pairs.Blocks),
                _ => [],
            }
        );
}
