using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Csv;

/// <summary>One cell without the white space around it, and its place.</summary>
internal readonly record struct CsvCell(string Text, SourceLocation Location);
