namespace RiskEngine.Importing.Numbers;

/// <summary>What the digits of one number say about the decimal mark of its column.</summary>
internal enum MarkEvidence
{
    /// <summary>Nothing: <c>1234</c>.</summary>
    None,

    /// <summary>A point is the decimal mark: <c>1,234.5</c>, <c>12.34</c>, <c>1,234,567</c>.</summary>
    Point,

    /// <summary>A comma is: <c>1.234,5</c>, <c>12,34</c>, <c>1.234.567</c>.</summary>
    Comma,

    /// <summary>Two readings: <c>1,234</c>.</summary>
    AmbiguousComma,

    /// <summary>Two readings: <c>1.234</c>.</summary>
    AmbiguousPoint,

    /// <summary>Not the form of any number: <c>1,2,3</c>.</summary>
    Malformed,
}
