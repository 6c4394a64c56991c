using System.Text.Json;
using RiskEngine.Articles.LanguageModels;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Ingesting.LanguageModels;

/// <summary>
/// What a model answered, kept with the scenario: so a claim can be accepted or rejected without asking again, and the same answers give
/// the same scenario.
/// </summary>
internal static class AnswerFile
{
    /// <summary>The largest file that is read: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The file's name, in the folder of the articles.</summary>
    public static string NameOf(string thesis) => $"{thesis}.answers.json";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(IReadOnlyList<ModelAnswer> answers) => JsonSerializer.SerializeToUtf8Bytes(answers, IndentedJson.Options);

    /// <summary>The answers; null where the bytes are none.</summary>
    public static IReadOnlyList<ModelAnswer>? Read(byte[] bytes)
    {
        try
        {
            var answers = JsonSerializer.Deserialize<List<ModelAnswer>>(bytes, IndentedJson.Options);
            return answers?.TrueForAll(a => a is { Text: not null }) == true ? answers : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
