using RiskEngine.Cli.Hosting;
using RiskEngine.WarmingUp;

// A run reads its files for a good part of its start: another core compiles meanwhile what will simulate them.
if (args is ["run" or "serve", ..] && Environment.ProcessorCount > 1 && !Supervisor.IsNeeded(args))
    _ = Task.Run(WarmUp.Run);

return await ProgramHost.RunAsync(args);
