namespace RiskEngine.Abstractions.Factors;

/// <summary>The numbers that a file gives for a joint history: units and ranges.</summary>
public static class HistoryKeys
{
    /// <summary>Expected length of a block.</summary>
    public static ParameterSpec BlockLength { get; } =
        new(
            "blockLength",
            "rows",
            1,
            10_000,
            null,
            new(
                "Of the history: expected number of rows that are taken one after the other; 1 for single rows.",
                "属于历史：连续抽取的期望行数；1 表示逐行独立抽取。"
            )
        );
}
