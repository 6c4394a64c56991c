using RiskEngine.Cli;

return await CommandLine.RunAsync(args, Surroundings.OfProcess());
