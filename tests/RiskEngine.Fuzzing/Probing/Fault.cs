namespace RiskEngine.Fuzzing.Probing;

/// <summary>What went wrong with an input.</summary>
/// <param name="Kind">What kind of fault it is; inputs of one kind are told once.</param>
/// <param name="Details">What was seen.</param>
public sealed record Fault(string Kind, string Details);
