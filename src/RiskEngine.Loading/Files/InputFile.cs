namespace RiskEngine.Loading.Files;

/// <summary>A file that was read, as the manifest lists it.</summary>
/// <param name="Path">The path relative to the scenario folder, with forward slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record InputFile(string Path, long Bytes, string Sha256);
