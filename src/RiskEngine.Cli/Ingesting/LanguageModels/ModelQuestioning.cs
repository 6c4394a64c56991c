using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.LanguageModels;

namespace RiskEngine.Cli.Ingesting.LanguageModels;

/// <summary>Asks a language model about articles, and says where it did not answer.</summary>
internal static class ModelQuestioning
{
    /// <summary>The answers by name of the article; null after an error: nothing at all was answered and no rules read beside.</summary>
    /// <param name="choice">Who reads.</param>
    /// <param name="articles">The articles.</param>
    /// <param name="diagnostics">Takes what was not answered.</param>
    /// <param name="cancel">Ends the questions.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<ModelAnswer>>?> AskAsync(
        ReaderChoice choice,
        IReadOnlyList<InputFile> articles,
        DiagnosticBag diagnostics,
        CancellationToken cancel
    )
    {
        var all = new Dictionary<string, IReadOnlyList<ModelAnswer>>(StringComparer.Ordinal);
        if (choice.Model is not { } model)
            return all;
        var key = Environment.GetEnvironmentVariable(ModelAddress.KeyVariable) ?? "";
        if (key.Length > 0 && model.Url is { Scheme: "http", IsLoopback: false })
        {
            diagnostics.Error(new SourceLocation("--reader"), $"expected https for a server that is sent a key, found {model.Url}");
            return null;
        }

        using var client = new ModelClient(model, key, choice.Timeout);
        foreach (var article in articles)
        {
            if (Text(article) is not { } text)
                continue;
            var answers = await client.AskAsync(ModelQuestions.Of(text), cancel).ConfigureAwait(false);
            all.Add(article.Name, answers);
            if (answers.FirstOrDefault(a => a.Problem is not null) is not { } failed)
                continue;
            var isAll = answers.All(a => a.Problem is not null);
            var words = $"{model}: {failed.Problem}; sentences {failed.First} to {answers[^1].Last} were not read by it";
            if (isAll && !choice.UsesRules)
                diagnostics.Error(new SourceLocation(article.Name, 1, 1), words);
            else
                diagnostics.Warning(new SourceLocation(article.Name, 1, 1), words);
        }

        return diagnostics.HasErrors ? null : all;
    }

    /// <summary>The article's text; null where it cannot be read, which whoever reads it next says.</summary>
    private static ArticleText? Text(InputFile article)
    {
        try
        {
            return ArticleReader.Read(article.Name, article.Content);
        }
        catch (ArticleUnreadableException)
        {
            return null;
        }
    }
}
