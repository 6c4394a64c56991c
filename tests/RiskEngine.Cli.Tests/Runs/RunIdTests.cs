using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Runs;

namespace RiskEngine.Cli.Tests.Runs;

public sealed class RunIdTests
{
    [Test]
    public void It_is_twelve_hexadecimal_digits_of_the_hash_of_lengths_names_and_values() =>
        // printf '7:version=3:1.0;6:a.yaml=2:ff;4:seed=1:7;' | sha256sum
        Assert.That(Of("1.0", [new("a.yaml", "ff")], ("seed", "7")), Is.EqualTo("60d52a3d5be8"));

    [Test]
    public void The_order_of_files_and_options_does_not_matter() =>
        Assert.That(
            Of("1.0", [new("b", "2"), new("a", "1")], ("y", "2"), ("x", "1")),
            Is.EqualTo(Of("1.0", [new("a", "1"), new("b", "2")], ("x", "1"), ("y", "2")))
        );

    [Test]
    public void Whatever_changes_gives_another_id()
    {
        string[] ids =
        [
            Of("1.0", [new("a", "1")], ("x", "1")),
            Of("1.1", [new("a", "1")], ("x", "1")),
            Of("1.0", [new("a", "2")], ("x", "1")),
            Of("1.0", [new("b", "1")], ("x", "1")),
            Of("1.0", [new("a", "1")], ("x", "2")),
            Of("1.0", [new("a", "1")], ("y", "1")),
            Of("1.0", [new("a", "1")]),
            Of("1.0", [], ("a", "1"), ("x", "1;")),
        ];

        Assert.That(ids, Is.Unique);
    }

    private static string Of(string version, InputFile[] inputs, params (string Name, string Value)[] options) =>
        RunId.Of(version, inputs, options.Select(o => KeyValuePair.Create(o.Name, o.Value)));
}
