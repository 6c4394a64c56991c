using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Tests.Document;

/// <summary>Reads every template in the report's sources, also those that no sample fills.</summary>
internal sealed class TemplateSourceTests
{
    private static readonly IReadOnlyList<InvocationExpressionSyntax> sentences =
    [
        .. Directory
            .EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f).GetRoot().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Where(i => i.Expression.ToString() is "Sentence.Of" or "Sentence.Plain"),
    ];

    [Test]
    public void Both_languages_of_every_template_name_the_holes_that_are_filled()
    {
        Assert.That(sentences, Has.Count.GreaterThan(100), "the search for templates finds too few");
        using (Assert.EnterMultipleScope())
        {
            foreach (var sentence in sentences)
            {
                var arguments = sentence.ArgumentList.Arguments.Select(a => a.Expression).ToList();
                var place = $"{Path.GetFileName(sentence.SyntaxTree.FilePath)}: {arguments[0]}";
                if (arguments is [_, _, IdentifierNameSyntax])
                    continue; // the values stand in a variable: Sentence itself compares them when the section is built
                var names = arguments.Skip(2).Select(Name).ToList();
                Assert.That(Template.Problem(Words(arguments[0]), Words(arguments[1]), names), Is.Null, place);
            }
        }
    }

    private static string Name(ExpressionSyntax hole) =>
        hole is TupleExpressionSyntax { Arguments: [{ Expression: LiteralExpressionSyntax name }, _] }
            ? name.Token.ValueText
            : throw new InvalidOperationException($"Expected a name and a value, found {hole}.");

    /// <summary>A literal, or literals joined by +: nothing else may stand in a template.</summary>
    private static string Words(ExpressionSyntax template) =>
        template switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            BinaryExpressionSyntax sum => Words(sum.Left) + Words(sum.Right),
            _ => throw new InvalidOperationException($"Expected a literal template, found {template}."),
        };

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var sources = Path.Combine(folder.FullName, "src", "RiskEngine.Reporting");
            if (Directory.Exists(sources))
                return sources;
        }

        throw new DirectoryNotFoundException("Expected src/RiskEngine.Reporting above the tests.");
    }
}
