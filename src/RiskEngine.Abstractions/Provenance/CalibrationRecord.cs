using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Provenance;

/// <summary>One estimation from data that numbers of the scenario refer to.</summary>
/// <param name="Id">The calibration's id.</param>
/// <param name="Data">Which data, in words.</param>
/// <param name="From">First day of the window.</param>
/// <param name="Until">Last day of the window.</param>
/// <param name="Method">Estimator, sampling frequency and anything adjusted, in words.</param>
public sealed record CalibrationRecord(Id<CalibrationRecord> Id, LocalText Data, DateOnly From, DateOnly Until, LocalText Method);
