using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Says in words what an event does when it occurs.</summary>
internal static class EventTexts
{
    // Beyond these an effect names how many instruments it hits; the scenario's files list them.
    private const int MostNamed = 6;

    /// <summary>The probability, below it the window.</summary>
    public static Cell Probability(ReportContext context, RiskEvent occurrence)
    {
        var window =
            occurrence.From == context.Scenario.AsOf
                ? Sentence.Plain("by {until}", "{until} 前", ("until", $"{occurrence.Until:yyyy-MM-dd}"))
                : Sentence.Plain(
                    "{from} to {until}",
                    "{from} 至 {until}",
                    ("from", $"{occurrence.From:yyyy-MM-dd}"),
                    ("until", $"{occurrence.Until:yyyy-MM-dd}")
                );
        return new(
            FormattedFigure.Known(occurrence.Probability),
            (Prose)(occurrence.Recurs ? Sentence.Plain("{window}, may recur", "{window}，可重复发生", ("window", window)) : window)
        );
    }

    /// <summary>All effects, the exit and the triggers.</summary>
    public static Prose Effects(ReportContext context, RiskEvent occurrence)
    {
        var said = occurrence.Effects.Select(e => (Prose)Effect(context, e)).ToList();
        if (occurrence.Exit is { } exit)
        {
            said.Add(
                Sentence.Plain(
                    "{company} ends by {route} at {multiple} times its mark",
                    "{company}以{route}了结，倍数 {multiple}",
                    ("company", context.Name(exit.Company)),
                    ("route", Route(exit.Route)),
                    ("multiple", ParameterTexts.Describe(exit.Multiple, percent: false))
                )
            );
        }

        said.AddRange(occurrence.Triggers.Select(t => (Prose)Trigger(context, t)));
        said.AddRange(occurrence.Excites.Select(x => (Prose)Excitation(context, x)));
        return said.Count == 0 ? CommonTexts.None : CommonTexts.Lines(said);
    }

    public static LocalText Route(ExitRoute route) =>
        route switch
        {
            ExitRoute.Listing => new("listing", "上市"),
            ExitRoute.Sale => new("sale", "出售"),
            ExitRoute.DownRound => new("down round", "降价融资"),
            _ => new("failure", "失败"),
        };

    private static LocalText Effect(ReportContext context, EventEffect effect)
    {
        List<LocalText> targets = [.. effect.Groups.Select(context.Name), .. effect.Factors.Select(context.Name)];
        if (effect.Groups.Count == 0)
        {
            if (effect.Instruments.Count <= MostNamed)
                targets.AddRange(effect.Instruments.Select(context.Name));
            else
                targets.Add(CommonTexts.Count(effect.Instruments.Count, "instrument", "instruments", "种资产"));
        }

        var channel = effect.Channel switch
        {
            EffectChannel.Volatility => new LocalText(" (volatility)", "（波动率）"),
            EffectChannel.Correlation => new LocalText(" (correlation)", "（相关性）"),
            _ => LocalText.Same(""),
        };
        var said = Sentence.Plain(
            "{list}{channel}: {size}",
            "{list}{channel}：{size}",
            ("list", CommonTexts.Join(targets, CommonTexts.Comma)),
            ("channel", channel),
            ("size", ParameterTexts.Describe(effect.Size, IsRelative(context, effect)))
        );
        if (effect.RecoveryHalfLife is { } halfLife && effect.RecoveryShare > 0)
        {
            said = Sentence.Plain(
                "{said}; {recoveryShare} recovers, half-life {span}",
                "{said}；{recoveryShare} 会恢复，半衰期 {span}",
                ("said", said),
                ("recoveryShare", FormattedFigure.Known(effect.RecoveryShare)),
                ("span", CommonTexts.Span(halfLife))
            );
        }

        return said;
    }

    /// <summary>Sizes are fractions, save for amounts on factors that move by amounts.</summary>
    private static bool IsRelative(ReportContext context, EventEffect effect) =>
        effect.Channel != EffectChannel.Level || effect.Factors.Count == 0 || effect.Factors.All(f => context.Scale(f) == FactorScale.Log);

    private static LocalText Excitation(ReportContext context, Excitation excitation) =>
        Sentence.Plain(
            "brings about {number} of {event} on average, half of them within {span}",
            "平均直接引发 {number} 次{event}，其中一半在 {span} 内",
            ("number", FormattedFigure.Number(excitation.Offspring)),
            ("event", Name(context, excitation.Event)),
            ("span", CommonTexts.Span(excitation.HalfLife))
        );

    private static LocalText Trigger(ReportContext context, Trigger trigger) =>
        Sentence.Plain(
            "makes {event} {multiple} times as likely for {span}",
            "使{event}的发生率变为 {multiple} 倍，持续 {span}",
            ("event", Name(context, trigger.Event)),
            ("multiple", FormattedFigure.Number(trigger.HazardMultiple)),
            ("span", CommonTexts.Span(trigger.For))
        );

    private static LocalText Name(ReportContext context, Id<RiskEvent> of) =>
        context.Model.Events.FirstOrDefault(e => e.Id == of)?.Name ?? LocalText.Same(of.Value);
}
