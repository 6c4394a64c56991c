using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Whether the answer would be another if something were read otherwise.</summary>
internal static class ReadingTexts
{
    /// <summary>Whether any portfolio's answer changes; null where nothing was run.</summary>
    public static bool? Changes(ReadingResult? reading) =>
        reading is null || reading.Decisions.Count == 0 ? null : reading.Decisions.Any(d => Of(d.Stands) != Of(d.Otherwise));

    /// <summary>The answer in words, with both readings where they differ.</summary>
    public static LocalText Of(ReadingResult? reading)
    {
        if (reading is null)
            return new("no figure of the scenario is said to rest on it", "情景中未注明有数字以此为据");
        if (reading.Decisions.Count == 0)
            return new("not run: read otherwise the scenario does not fit together", "未运行：按另一种理解，情景自身不成立");
        var changed = reading.Decisions.Where(d => Of(d.Stands) != Of(d.Otherwise)).ToList();
        if (changed.Count == 0)
        {
            return Sentence.Plain(
                "no: following {verdict} either way",
                "否：两种理解下，遵循建议均为“{verdict}”",
                ("verdict", CommonTexts.Join(reading.Decisions.Select(d => Of(d.Stands)).Distinct(), CommonTexts.Semicolon))
            );
        }

        return CommonTexts.Join(
            changed.Select(d =>
                Sentence.Plain(
                    "yes, for {portfolio}: following {stands} as it stands, {otherwise} otherwise",
                    "是（{portfolio}）：现读“{stands}”，另读“{otherwise}”",
                    ("portfolio", d.Portfolio.Name),
                    ("stands", Of(d.Stands)),
                    ("otherwise", Of(d.Otherwise))
                )
            ),
            CommonTexts.Semicolon
        );
    }

    private static LocalText Of(FollowingDecision decision) => Comparison.Of(decision.Effect, decision.Held);
}
