namespace RiskEngine.Cli.Printing;

/// <summary>A page could not be printed; the message says why.</summary>
internal sealed class PrintFailedException(string message, Exception? inner = null) : Exception(message, inner);
