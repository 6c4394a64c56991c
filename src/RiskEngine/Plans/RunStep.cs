namespace RiskEngine.Plans;

/// <summary>
/// One step of a plan: outcomes are simulated, measured or released. All that it needs is plain data, so that it can be written down,
/// compared, sent elsewhere and done again.
/// </summary>
/// <param name="Stage">What it does, in words, for progress and for those who read the plan.</param>
public abstract record RunStep(string Stage);
