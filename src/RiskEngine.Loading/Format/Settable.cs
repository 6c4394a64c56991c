namespace RiskEngine.Loading.Format;

/// <summary>Who may put another value in the place of a file's.</summary>
internal enum Settable
{
    /// <summary>Nobody: it is said in the file alone.</summary>
    Never,

    /// <summary><c>--set</c>: it holds for all cases alike.</summary>
    OnCommandLine,

    /// <summary><c>--set</c>, and the <c>set</c> of a case.</summary>
    InCases,
}
