namespace RiskEngine.Articles.LanguageModels;

/// <summary>One question to a language model: some of an article's sentences, each with its number.</summary>
/// <param name="First">Number of the first sentence, from 1.</param>
/// <param name="Last">Number of the last one.</param>
/// <param name="Text">What is asked, the sentences in it.</param>
public sealed record ModelQuestion(int First, int Last, string Text);
