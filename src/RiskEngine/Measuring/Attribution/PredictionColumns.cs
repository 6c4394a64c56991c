using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Measuring.Attribution;

/// <summary>On which of the first paths a prediction comes true on its own date.</summary>
internal static class PredictionColumns
{
    public static bool[] Of(BaseColumns columns, Prediction prediction)
    {
        var first = columns.Model.Predictions.TakeWhile(p => p.Id != prediction.Id).Sum(p => Parts(p.Condition));
        var parts = columns.Outcomes.Conditions[first..(first + Parts(prediction.Condition))];
        var holds = new bool[columns.Paths];
        Array.Fill(holds, true);
        foreach (var part in parts)
        {
            for (var k = 0; k < holds.Length; k++)
                holds[k] &= part[k];
        }

        return holds;
    }

    private static int Parts(Condition condition) => condition is AllCondition all ? all.Parts.Sum(Parts) : 1;
}
