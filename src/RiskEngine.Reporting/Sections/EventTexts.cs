using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Says in words what an event does when it strikes.</summary>
internal static class EventTexts
{
    // Beyond these an effect names how many instruments it hits; the scenario's files list them.
    private const int MostNamed = 6;

    /// <summary>The probability, below it the window.</summary>
    public static Cell Probability(ReportContext context, RiskEvent occurrence)
    {
        var window =
            occurrence.From == context.Scenario.AsOf
                ? new Text($"by {occurrence.Until:yyyy-MM-dd}", $"{occurrence.Until:yyyy-MM-dd} 前")
                : new Text(
                    $"{occurrence.From:yyyy-MM-dd} to {occurrence.Until:yyyy-MM-dd}",
                    $"{occurrence.From:yyyy-MM-dd} 至 {occurrence.Until:yyyy-MM-dd}"
                );
        return new(
            FormattedFigure.Known(occurrence.Probability),
            (Prose)(occurrence.Recurs ? window + new Text(", may recur", "，可重复发生") : window)
        );
    }

    /// <summary>All effects, the exit and the triggers.</summary>
    public static Prose Effects(ReportContext context, RiskEvent occurrence)
    {
        var said = occurrence.Effects.Select(e => (Prose)Effect(context, e)).ToList();
        if (occurrence.Exit is { } exit)
            said.Add(
                context.Name(exit.Company)
                    + new Text(" ends by ", "以")
                    + Route(exit.Route)
                    + new Text(" at ", "了结，倍数 ")
                    + ParameterTexts.Say(exit.Multiple, percent: false)
                    + new Text(" times its mark", "")
            );
        said.AddRange(occurrence.Triggers.Select(t => (Prose)Trigger(context, t)));
        return said.Count == 0 ? CommonTexts.None : CommonTexts.Lines(said);
    }

    public static Text Route(ExitRoute route) =>
        route switch
        {
            ExitRoute.Listing => new("listing", "上市"),
            ExitRoute.Sale => new("sale", "出售"),
            ExitRoute.DownRound => new("down round", "降价融资"),
            _ => new("failure", "失败"),
        };

    private static Text Effect(ReportContext context, EventEffect effect)
    {
        List<Text> targets = [.. effect.Groups.Select(context.Name), .. effect.Factors.Select(context.Name)];
        if (effect.Groups.Count == 0)
        {
            if (effect.Instruments.Count <= MostNamed)
                targets.AddRange(effect.Instruments.Select(context.Name));
            else
                targets.Add(CommonTexts.Count(effect.Instruments.Count, "instrument", "instruments", "种资产"));
        }

        var channel = effect.Channel switch
        {
            EffectChannel.Volatility => new Text(" (volatility)", "（波动率）"),
            EffectChannel.Correlation => new Text(" (correlation)", "（相关性）"),
            _ => Text.Same(""),
        };
        var said =
            CommonTexts.Join(targets, CommonTexts.Comma)
            + channel
            + CommonTexts.Colon
            + ParameterTexts.Say(effect.Size, IsRelative(context, effect));
        if (effect.RecoveryHalfLife is { } halfLife && effect.RecoveryShare > 0)
        {
            said =
                said
                + new Text("; ", "；")
                + FormattedFigure.Known(effect.RecoveryShare)
                + new Text(" recovers, half-life ", " 会恢复，半衰期 ")
                + CommonTexts.Span(halfLife);
        }

        return said;
    }

    /// <summary>Sizes are fractions, save for amounts on factors that move by amounts.</summary>
    private static bool IsRelative(ReportContext context, EventEffect effect) =>
        effect.Channel != EffectChannel.Level || effect.Factors.Count == 0 || effect.Factors.All(f => context.Scale(f) == FactorScale.Log);

    private static Text Trigger(ReportContext context, Trigger trigger)
    {
        var other = context.Model.Events.FirstOrDefault(e => e.Id == trigger.Event);
        return new Text("makes ", "使")
            + (other is null ? Text.Same(trigger.Event.Value) : CommonTexts.Of(other.Name))
            + new Text(" ", "的发生率变为 ")
            + FormattedFigure.Number(trigger.HazardMultiple)
            + new Text(" times as likely for ", " 倍，持续 ")
            + CommonTexts.Span(trigger.For);
    }
}
