using System.Text.RegularExpressions;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Whatever stands in a file, reading ends with a scenario or with errors at places, never with an exception.</summary>
internal sealed partial class MutationTests
{
    private static readonly string[] values =
    [
        "",
        "~",
        "{}",
        "[]",
        "[[]]",
        "-1",
        "0",
        "1",
        "1e400",
        "x",
        "a.b",
        "2026-01-01",
        "9999-12-31",
        "0001-01-01",
        "99999999999999999999",
        "200y",
        "{ pert: [1] }",
        "{ a: b }",
        "chips",
        "market",
        "alpha",
        "chips/size",
        "../x",
        "\"\\u0000\"",
        "'",
        ":",
        "- ",
        "\t",
        "all",
        "true",
    ];

    [Test]
    public void No_value_in_place_of_another_escapes_as_an_exception()
    {
        var random = new Random(20260206);
        for (var i = 0; i < 200; i++)
        {
            using var tiny = new TinyScenario();
            var file = tiny.Files.ElementAt(random.Next(tiny.Files.Count));
            var text = tiny.TextOf(file);
            var tokens = Token().Matches(text);
            var token = tokens[random.Next(tokens.Count)];
            var value = values[random.Next(values.Length)];
            var change = $"{file}: '{token.Value}' at {token.Index} became '{value}'";
            tiny.WithFile(file, text[..token.Index] + value + text[(token.Index + token.Length)..]);
            LoadResult? result = null;
            Assert.That(() => result = tiny.Read(), Throws.Nothing, change);
            Assert.That(result!.Scenario is null, Is.EqualTo(result.Errors.Any()), change);
        }
    }

    [Test]
    public void A_line_of_repeated_keys_is_no_flood()
    {
        using var tiny = new TinyScenario();
        var keys = string.Join(", ", Enumerable.Repeat("a: 1", 10_000));
        var errors = tiny.WithFile("risks.yaml", $"risks: {{ {keys} }}\n").Errors();
        Assert.That(errors, Has.Length.LessThan(30));
        Assert.That(errors, Has.Some.EndsWith("duplicate key 'a' (first at line 1); and 9978 more of this kind"));
    }

    [GeneratedRegex("[^\\s{}\\[\\],:\"]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
