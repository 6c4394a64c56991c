using System.Text.Json;

namespace RiskEngine.Articles.LanguageModels;

/// <summary>One claim of a model's answer, as it stands there: nothing of it is believed yet.</summary>
/// <param name="Kind">What kind of claim it says it is.</param>
/// <param name="Sentence">The sentence it names.</param>
/// <param name="Quote">The words it quotes.</param>
/// <param name="Fields">Its further keys with a text or texts.</param>
internal sealed record ModelItem(string Kind, int Sentence, string Quote, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    private const int MostItems = 1_000;
    private const int LongestText = 2_000;

    /// <summary>The text of a key; empty where there is none.</summary>
    public string this[string key] => Fields.TryGetValue(key, out var texts) && texts.Count > 0 ? texts[0] : "";

    /// <summary>The texts of a key.</summary>
    public IReadOnlyList<string> All(string key) => Fields.GetValueOrDefault(key, []);

    /// <summary>
    /// The claims of an answer. A model may put its JSON between marks of code or words of its own: what stands from the first brace to the
    /// last one counts.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="problem">Why it cannot be read: expected and found; null where it can.</param>
    public static IReadOnlyList<ModelItem> Of(string answer, out string? problem)
    {
        var (from, to) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        problem = "expected a JSON object with 'claims', found " + (answer.Length == 0 ? "nothing" : $"'{Start(answer)}'");
        if (from < 0 || to <= from)
            return [];
        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(from, to + 1 - from), new JsonDocumentOptions { MaxDepth = 16 });
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("claims", out var claims)
                || claims.ValueKind != JsonValueKind.Array
            )
            {
                return [];
            }

            problem = claims.GetArrayLength() > MostItems ? $"expected at most {MostItems} claims, found {claims.GetArrayLength()}" : null;
            return problem is null ? [.. claims.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object).Select(Of)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static ModelItem Of(JsonElement item)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var property in item.EnumerateObject())
            fields[property.Name] = Texts(property.Value);
        var number = item.TryGetProperty("sentence", out var sentence) && sentence.ValueKind == JsonValueKind.Number;
        var made = new ModelItem("", number && sentence.TryGetInt32(out var at) ? at : 0, "", fields);
        return made with { Kind = made["kind"], Quote = made["quote"] };
    }

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [Cut(value.GetString()!)],
            JsonValueKind.Number => [value.GetRawText()],
            JsonValueKind.Array =>
            [
                .. value.EnumerateArray().Take(50).Where(v => v.ValueKind == JsonValueKind.String).Select(v => Cut(v.GetString()!)),
            ],
            _ => [],
        };

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static string Start(string answer) => answer.Length <= 60 ? answer : answer[..60] + "...";
}
