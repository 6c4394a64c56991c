namespace RiskEngine.Reporting;

/// <summary>How every path's outcome is written.</summary>
public enum OutcomeFormat
{
    /// <summary>As NumPy arrays: compact, and exact.</summary>
    Npy,

    /// <summary>As text: one row a path, one column for each portfolio, variant and horizon.</summary>
    Csv,

    /// <summary>As Apache Parquet: one row a path, one column for each portfolio, variant and horizon; exact.</summary>
    Parquet,

    /// <summary>Not at all.</summary>
    None,
}
