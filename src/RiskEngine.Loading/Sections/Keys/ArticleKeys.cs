using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>article</c>: attribution.</summary>
internal static class ArticleKeys
{
    public static KeySpec<TextValue> Title { get; } = new("title", new(), "the article's title");

    public static KeySpec<TextValue> Author { get; } = new("author", new(), "who wrote it");

    public static KeySpec<DateValue> Published { get; } = new("published", new(), "when it came out") { Otherwise = "not known" };

    public static KeySpec<TextValue> Address { get; } =
        new("address", new("http(s) address") { Pattern = "^https?://" }, "where it stands") { Otherwise = "not known" };

    public static KeySpec<TextValue> File { get; } = new("file", new(), "the file that line numbers refer to") { Otherwise = "not known" };

    public static KeySet All { get; } = new("article", [Title, Author, Published, Address, File]);
}
