namespace RiskEngine.Reporting.Spreadsheets;

/// <summary>One sheet of a spreadsheet: a head, then rows as wide.</summary>
/// <param name="Name">Its name: at most 31 characters, none of <c>[]:*?/\</c>.</param>
/// <param name="Columns">The head.</param>
/// <param name="Rows">
/// The cells: a text, a number (<see cref="double"/>, <see cref="int"/>), a <see cref="DateOnly"/>, a <see cref="bool"/>; null, or
/// what is no
/// number, stays empty.
/// </param>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
