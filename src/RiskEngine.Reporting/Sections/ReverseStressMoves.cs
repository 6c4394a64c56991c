using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The picture of where factors stand on the bad paths of a portfolio.</summary>
internal static class ReverseStressMoves
{
    private const int MostMoves = 8;

    /// <summary>The furthest factors, beside the most likely moves to the same loss.</summary>
    public static Figure Chart(ReverseStressResult stress) =>
        new(
            new EffectsChart(
                AxisFormat.Number(new("standard deviations", "标准差")),
                [new("on the bad paths", "坏路径上的平均"), new("most likely, if normal", "正态下最可能")],
                [
                    .. stress
                        .Moves.Take(MostMoves)
                        .Select(m => new DotRow(
                            m.Factor.Name,
                            [FormattedFigure.AsDot(m.Deviations), new Dot(m.MostLikely, m.MostLikely, m.MostLikely)]
                        )),
                ]
            ),
            Sentence.Plain(
                "How far factors stand from their usual place on the bad paths, in standard deviations, with 95% intervals; "
                    + "beside it the most likely set of moves to exactly this loss. The furthest {count}.",
                "坏路径上各因素偏离常态的程度（标准差），附 95% 区间；另列恰好造成该损失的最可能组合。最远的 {count}。",
                ("count", CommonTexts.Count(Math.Min(MostMoves, stress.Moves.Count), "factor", "factors", "个因素"))
            )
        )
        {
            Title =
                stress.Moves.Count == 0
                    ? null
                    : Sentence.Plain(
                        "Furthest from its usual place is {factor}, by {deviations} standard deviations",
                        "偏离常态最远的是{factor}：{deviations} 个标准差",
                        ("factor", stress.Moves[0].Factor.Name),
                        ("deviations", Digits.Write(stress.Moves[0].Deviations.Value, 1, withPlus: true))
                    ),
        };
}
