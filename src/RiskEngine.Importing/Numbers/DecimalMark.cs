namespace RiskEngine.Importing.Numbers;

/// <summary>What parts whole numbers from fractions.</summary>
public enum DecimalMark
{
    /// <summary>1,234.56.</summary>
    Point,

    /// <summary>1.234,56.</summary>
    Comma,
}
