using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Numbers;

/// <summary>What one row of a number column holds.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Value">The number, NaN where there is none.</param>
/// <param name="Currency">The currency that stands beside the number, or empty.</param>
/// <param name="Problem">What was found instead of a number, or null.</param>
internal readonly record struct ColumnNumber(int Line, double Value, string Currency, string? Problem = null)
{
    public bool IsMissing => double.IsNaN(Value) && Problem is null;
}

/// <summary>
/// A column of written numbers. Its decimal mark is decided by the whole column: <c>1,234</c> alone may be a thousand or one and a bit,
/// beside <c>12.50</c> it is a thousand. A column that shows both marks is in no locale.
/// </summary>
/// <param name="name">The heading, for messages.</param>
internal sealed class NumberColumn(string name)
{
    private const int MostShown = 5;

    private readonly List<(int Line, Cell Cell, NumberText? Text, MarkEvidence Evidence)> entries = [];

    /// <summary>The heading.</summary>
    public string Name => name;

    /// <summary>Adds a row.</summary>
    public void Add(int line, Cell cell)
    {
        if (cell.IsNumber)
        {
            entries.Add((line, cell, null, MarkEvidence.None));
            return;
        }

        // Few numbers come in exponent form, and those are plain: 1.5E-05.
        if (cell.Text.Contains('e', StringComparison.OrdinalIgnoreCase) && Exponent(cell.Text) is { } value)
        {
            entries.Add((line, cell with { Number = value }, null, MarkEvidence.None));
            return;
        }

        var text = NumberText.Of(cell.Text);
        entries.Add((line, cell, text, text is { IsMissing: false } number ? Digits.Evidence(number.Digits) : MarkEvidence.None));
    }

    /// <summary>What the column says by itself; null where it says nothing or both.</summary>
    public DecimalMark? OwnMark =>
        (Has(MarkEvidence.Point), Has(MarkEvidence.Comma)) switch
        {
            (true, false) => DecimalMark.Point,
            (false, true) => DecimalMark.Comma,
            _ => null,
        };

    /// <summary>Whether a number in it has two readings and nothing else in the column decides.</summary>
    public bool IsAmbiguous => OwnMark is null && (Has(MarkEvidence.AmbiguousComma) || Has(MarkEvidence.AmbiguousPoint));

    /// <summary>Which rows show which mark where the column shows both; null where it does not.</summary>
    public string? Mixed
    {
        get
        {
            if (!Has(MarkEvidence.Point) || !Has(MarkEvidence.Comma))
                return null;
            return $"the column '{name}' mixes decimal points ({Rows(MarkEvidence.Point)}) with decimal commas "
                + $"({Rows(MarkEvidence.Comma)}): one column has one locale";
        }
    }

    /// <summary>An ambiguous number, for messages.</summary>
    public string Ambiguity => Rows(Has(MarkEvidence.AmbiguousComma) ? MarkEvidence.AmbiguousComma : MarkEvidence.AmbiguousPoint);

    /// <summary>The numbers under a decimal mark, row by row as added.</summary>
    public IReadOnlyList<ColumnNumber> Read(DecimalMark mark)
    {
        var numbers = new ColumnNumber[entries.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (line, cell, text, _) = entries[i];
            if (cell.IsNumber)
                numbers[i] = new ColumnNumber(line, cell.Number, "");
            else if (text is not { } number)
                numbers[i] = new ColumnNumber(line, double.NaN, "", $"'{cell.Text}'");
            else if (number.IsMissing)
                numbers[i] = new ColumnNumber(line, double.NaN, "");
            else if (Digits.Value(number.Digits, mark) is { } value)
                numbers[i] = new ColumnNumber(line, (number.IsNegative ? -value : value) / (number.IsPercent ? 100 : 1), number.Currency);
            else
                numbers[i] = new ColumnNumber(line, double.NaN, "", $"'{cell.Text}'");
        }

        return numbers;
    }

    private bool Has(MarkEvidence evidence) => entries.Exists(e => e.Evidence == evidence);

    private string Rows(MarkEvidence evidence)
    {
        var found = entries.Where(e => e.Evidence == evidence).ToList();
        var shown = string.Join(", ", found.Take(MostShown).Select(e => $"row {e.Line}: '{e.Cell.Text}'"));
        return found.Count > MostShown ? $"{shown} and {found.Count - MostShown} more" : shown;
    }

    private static double? Exponent(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : null;
}
