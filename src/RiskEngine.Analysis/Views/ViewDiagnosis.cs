namespace RiskEngine.Analysis.Views;

/// <summary>Finds which of some views can't be held, and how far one could go.</summary>
internal static class ViewDiagnosis
{
    private const int Bisections = 12;

    internal static ViewRefusal Of(View[] views, double[] prior, double largestEntropy)
    {
        foreach (var view in views)
        {
            var (low, high) = view.Quantity.Range;
            if (view.Miss(Math.Clamp(view.Target, low, high)) > 0)
                return new ViewRefusal(view, low, high, Alone: true);
        }

        // Views join one by one; the first that has no solution with those before it is named.
        var reached = prior;
        for (var k = 0; k < views.Length; k++)
        {
            var solver = new ViewSolver(views[..(k + 1)], prior, largestEntropy);
            if (!solver.Solve())
                return Nearest(views[..(k + 1)], reached, prior, largestEntropy);
            reached = solver.Probabilities;
        }

        // All but the last can be held; only together they leave too little.
        return Nearest(views, reached, prior, largestEntropy);
    }

    /// <summary>From the last view's value without it, how far toward its target it can go.</summary>
    private static ViewRefusal Nearest(View[] views, double[] reached, double[] prior, double largestEntropy)
    {
        var last = views[^1];
        var from = last.Quantity.Value(reached);
        var (possible, impossible) = (0.0, 1.0);
        for (var step = 0; step < Bisections; step++)
        {
            var part = (possible + impossible) / 2;
            var moved = last with { Target = from + (part * (last.Target - from)) };
            if (new ViewSolver([.. views[..^1], moved], prior, largestEntropy).Solve())
                possible = part;
            else
                impossible = part;
        }

        var limit = from + (possible * (last.Target - from));
        return new ViewRefusal(last, Math.Min(from, limit), Math.Max(from, limit), Alone: false);
    }
}
