namespace RiskEngine.Results;

/// <summary>What makes a figure uncertain.</summary>
public enum UncertaintyKind
{
    /// <summary>The number of paths is finite.</summary>
    Sampling,

    /// <summary>Parameters are estimated from a history that is finite: their standard errors.</summary>
    Estimation,

    /// <summary>Parameters are somebody's judgement: their stated ranges.</summary>
    Judgement,

    /// <summary>The words of recommendations can be read in more than one way: their readings with weights.</summary>
    Reading,
}
