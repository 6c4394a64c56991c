using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the attribution and the claims of a thesis file.</summary>
internal static class ClaimBinder
{
    public static Article? Article(MappingReader thesis)
    {
        if (thesis.Mapping("article") is not { } reader)
            return null;
        var article = new Article(
            reader.Text("title"),
            reader.Text("author"),
            reader.OptionalDate("published"),
            Address(reader),
            reader.OptionalText("file")
        );
        if (reader.Finish())
            return article;
        thesis.Fail();
        return null;
    }

    public static IReadOnlyList<Claim> Claims(BindingScope scope, FileTree file)
    {
        var claims = new List<Claim>();
        foreach (var (id, reader) in scope.Section(file, "claims", "claim"))
        {
            var line = reader.Integer("line", 1, 1_000_000);
            var claim = new Claim(
                new Id<Claim>(id),
                (int)line,
                reader.OptionalLocalText("section") ?? LocalText.Same(""),
                reader.LocalText("says")
            );
            if (reader.Finish())
                claims.Add(claim);
        }

        return claims;
    }

    private static Uri? Address(MappingReader reader)
    {
        if (reader.OptionalText("address") is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        reader.Refuse("address", $"expected an address that begins with http:// or https://, found '{text}'");
        return null;
    }
}
