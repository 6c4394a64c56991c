namespace RiskEngine.Abstractions.Theses;

/// <summary>The article a thesis was made from: attribution, never its text.</summary>
/// <param name="Title">Its title as published.</param>
/// <param name="Author">Its author; "not named" in words where it names none.</param>
/// <param name="Published">Its date; null where it gives none.</param>
/// <param name="Address">Where it was published (http or https); null where unknown.</param>
/// <param name="File">The file name the line numbers refer to; null where unknown.</param>
public sealed record Article(string Title, string Author, DateOnly? Published, Uri? Address, string? File);
