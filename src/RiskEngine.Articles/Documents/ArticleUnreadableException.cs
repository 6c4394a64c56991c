namespace RiskEngine.Articles.Documents;

/// <summary>A file that cannot be read as an article; the message says what was expected and what was found.</summary>
public sealed class ArticleUnreadableException(string message) : Exception(message);
