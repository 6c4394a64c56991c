using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the attribution and the claims of a thesis file.</summary>
internal static class ClaimBinder
{
    public static Article? Article(MappingReader thesis)
    {
        if (thesis.Mapping(ThesisKeys.Article) is not { } reader)
            return null;
        var article = new Article(
            reader.Text(ArticleKeys.Title),
            reader.Text(ArticleKeys.Author),
            reader.OptionalDate(ArticleKeys.Published),
            Address(reader),
            reader.OptionalText(ArticleKeys.File)
        );
        if (reader.Finish())
            return article;
        thesis.Fail();
        return null;
    }

    public static IReadOnlyList<Claim> Claims(BindingScope scope, FileTree file)
    {
        var claims = new List<Claim>();
        foreach (var (id, reader) in scope.Section(file, ThesisKeys.Claims, "claim"))
        {
            var line = reader.Integer(ClaimKeys.Line);
            var sentence = reader.OptionalInteger(ClaimKeys.Sentence);
            var claim = new Claim(new Id<Claim>(id), (int)line, reader.LocalText(ClaimKeys.Section), reader.LocalText(ClaimKeys.Says))
            {
                Sentence = (int?)sentence,
            };
            if (reader.Finish())
                claims.Add(claim);
        }

        return claims;
    }

    private static Uri? Address(MappingReader reader)
    {
        if (reader.OptionalText(ArticleKeys.Address) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        reader.Refuse(ArticleKeys.Address, $"expected an address that begins with http:// or https://, found '{text}'");
        return null;
    }
}
