using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a source.</summary>
internal static class SourceKeys
{
    public static KeySpec<SourceValue> Source { get; } = new("source", new(), "where its numbers come from") { Otherwise = "not stated" };

    public static KeySpec<ReferenceValue> Article { get; } =
        new("article", new("`thesis/claim`, in a thesis file its claim's id"), "the claim that says it") { Otherwise = "none" };

    public static KeySpec<ReferenceValue> Calibrated { get; } =
        new("calibrated", new("id of a calibration"), "the estimation that it comes from") { Otherwise = "none" };

    public static KeySpec<NumberValue> StandardError { get; } =
        new("standardError", new(NumberRange.NotNegative), "one standard error of what was estimated, beside `calibrated` only")
        {
            Unit = "the number's own",
            Otherwise = "not known",
        };

    public static KeySpec<LocalTextValue> Judgement { get; } =
        new("judgement", new(), "why somebody holds this value for right") { Otherwise = "none" };

    public static KeySet All { get; } =
        new("source", [Article, Calibrated, StandardError, Judgement])
        {
            ExactlyOneOf = [Article, Calibrated, Judgement],
            HasOwnTable = true,
        };
}
