using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Cli.Runs;

/// <summary>The factor kinds that a command knows, and the files that some of them are from.</summary>
/// <param name="Catalogue">The kinds.</param>
/// <param name="Inputs">The files of code that were run; they decide results like any other input.</param>
internal sealed record KnownKinds(FactorCatalogue Catalogue, IReadOnlyList<InputFile> Inputs);
