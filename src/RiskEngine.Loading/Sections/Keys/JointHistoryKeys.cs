using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a joint history.</summary>
internal static class JointHistoryKeys
{
    public static KeySpec<TextValue> File { get; } =
        new("file", new("file"), "a CSV: first column `date`, oldest row first, then a column for each factor");

    public static KeySpec<ChoiceValue<HistoryContent>> Contains { get; } =
        new("contains", new([("prices", HistoryContent.Prices), ("returns", HistoryContent.Returns)]), "prices, or simple returns")
        {
            Default = "prices",
        };

    public static KeySpec<NumberValue> BlockLength { get; } =
        new("blockLength", new(NumberRange.Of(HistoryKeys.BlockLength)), HistoryKeys.BlockLength.Meaning.English)
        {
            Unit = HistoryKeys.BlockLength.Unit,
        };

    public static KeySet All { get; } = new("history", [File, Contains, BlockLength, SourceKeys.Source]) { HasOwnTable = true };
}
