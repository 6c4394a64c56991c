namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>A place in an input file.</summary>
/// <param name="File">The file, relative to the scenario folder, with forward slashes; or what stands for one, such as a command line
/// option.</param>
/// <param name="Line">The line, counted from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column in UTF-16 characters, counted from 1; 0 when the whole line is meant.</param>
public readonly record struct SourceLocation(string File, int Line = 0, int Column = 0) : IComparable<SourceLocation>
{
    /// <summary>Whether it is an option of the command line instead of a file.</summary>
    public bool IsCommandLine => File is ['-', '-', ..];

    /// <summary>By file (ordinal), then line, then column.</summary>
    public int CompareTo(SourceLocation other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0)
            return byFile;
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary><c>scenario.yaml:12:7</c>; what is 0 is left out.</summary>
    public override string ToString() =>
        (Line, Column) switch
        {
            (0, _) => File ?? "",
            (_, 0) => $"{File}:{Line}",
            _ => $"{File}:{Line}:{Column}",
        };

    /// <summary>Ordered as <see cref="CompareTo"/> says.</summary>
    public static bool operator <(SourceLocation left, SourceLocation right) => left.CompareTo(right) < 0;

    /// <summary>Ordered as <see cref="CompareTo"/> says.</summary>
    public static bool operator >(SourceLocation left, SourceLocation right) => left.CompareTo(right) > 0;

    /// <summary>Ordered as <see cref="CompareTo"/> says.</summary>
    public static bool operator <=(SourceLocation left, SourceLocation right) => left.CompareTo(right) <= 0;

    /// <summary>Ordered as <see cref="CompareTo"/> says.</summary>
    public static bool operator >=(SourceLocation left, SourceLocation right) => left.CompareTo(right) >= 0;
}
