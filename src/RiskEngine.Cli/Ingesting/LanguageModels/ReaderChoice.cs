namespace RiskEngine.Cli.Ingesting.LanguageModels;

/// <summary>Who reads articles: the rules, a language model, or both.</summary>
/// <param name="UsesRules">Whether the rules' claims count.</param>
/// <param name="Model">The model; null for none, and then no network is touched.</param>
internal sealed record ReaderChoice(bool UsesRules, ModelAddress? Model)
{
    /// <summary>The rules alone.</summary>
    public static ReaderChoice Rules { get; } = new(true, null);

    /// <summary>How long one answer of a model may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The values of <c>--reader</c>; none is the rules.</summary>
    public IReadOnlyList<string> Names =>
        (UsesRules, Model) switch
        {
            (_, null) => ["rules"],
            (true, { } model) => ["rules", model.ToString()],
            (false, { } model) => [model.ToString()],
        };

    /// <summary>Reads the values of <c>--reader</c>.</summary>
    /// <param name="given">The values; none is the rules.</param>
    /// <param name="problem">What was expected and found; null where all is well.</param>
    public static ReaderChoice Parse(IReadOnlyList<string> given, out string? problem)
    {
        problem = null;
        var models = new List<ModelAddress>();
        foreach (var text in given.Where(g => g != "rules"))
        {
            if (ModelAddress.Parse(text, out var wrong) is { } model)
                models.Add(model);
            else
                problem ??= wrong;
        }

        if (models.Count > 1)
            problem ??= $"expected one model, found {models.Count}";
        return new ReaderChoice(given.Count == 0 || given.Contains("rules"), models.FirstOrDefault());
    }
}
