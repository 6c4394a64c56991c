using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Reads references to claims: <c>thesis/claim</c>, within a thesis file just the claim's id.</summary>
internal static class ClaimReader
{
    /// <summary>The claim, or null after an error.</summary>
    /// <param name="node">The reference.</param>
    /// <param name="what">The item and key, for messages.</param>
    /// <param name="thesis">The thesis in whose file it stands; null where the thesis must be named.</param>
    /// <param name="ids">The known theses and claims.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static ClaimRef? Reference(YamlNode node, string what, string? thesis, ScenarioIds ids, DiagnosticBag diagnostics)
    {
        if (ValueReader.Text(node, what, diagnostics) is not { } text)
            return null;
        var slash = text.IndexOf('/');
        if (slash < 0 && thesis is null)
        {
            diagnostics.Error(node.Location, $"{what}: expected thesis/claim, found '{text}'");
            return null;
        }

        var owner = slash < 0 ? thesis! : text[..slash];
        var claim = text[(slash + 1)..];
        if (!ids.Theses.Check(owner, what, node.Location, diagnostics))
            return null;
        var claims = ids.Claims.GetValueOrDefault(owner);
        if (claims is null || !claims.Check(claim, $"{what}: in thesis '{owner}'", node.Location, diagnostics))
            return null;
        return new ClaimRef(new Id<Thesis>(owner), new Id<Claim>(claim));
    }

    /// <summary>The claim under a required key; the item fails without it.</summary>
    public static ClaimRef One(MappingReader reader, KeySpec<ReferenceValue> key, string? thesis, BindingScope scope) =>
        reader.Read(reader.Required(key), n => Reference(n, reader.What(key), thesis, scope.Ids, scope.Diagnostics)) ?? default;

    /// <summary>The claims in a list (or alone) under a key.</summary>
    public static IReadOnlyList<ClaimRef> Several(
        MappingReader reader,
        KeySpec<ListValue<ReferenceValue>> key,
        string? thesis,
        BindingScope scope
    ) =>
        [
            .. reader
                .Items(key)
                .Select(item => reader.Read(item, n => Reference(n, reader.What(key), thesis, scope.Ids, scope.Diagnostics)))
                .OfType<ClaimRef>(),
        ];
}
