namespace RiskEngine.Importing.Tables;

/// <summary>One cell of an outside table.</summary>
/// <param name="Text">Its text without white space around it.</param>
/// <param name="Number">Its value where the file itself says that it is a number (a spreadsheet, JSON); else NaN.</param>
public readonly record struct Cell(string Text, double Number = double.NaN)
{
    /// <summary>Nothing.</summary>
    public static Cell Empty { get; } = new("");

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>Whether the file itself says that it is a number.</summary>
    public bool IsNumber => !double.IsNaN(Number);

    /// <summary>The text.</summary>
    public override string ToString() => Text ?? "";
}
