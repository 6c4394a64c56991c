using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Auditing;

/// <summary>The claims of one article by the characters that they stand on.</summary>
internal sealed class ClaimPlaces
{
    private readonly ArticleClaim[] claims;

    /// <summary>By claim, the last end of it and all before it: what ends before a place is passed by in a few steps.</summary>
    private readonly int[] ends;

    /// <summary>The claims of all readings of one file.</summary>
    public ClaimPlaces(IEnumerable<ArticleReading> readings)
    {
        claims = [.. readings.SelectMany(r => r.Claims).OrderBy(c => c.Evidence.Span.Start)];
        ends = new int[claims.Length];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = Math.Max(claims[i].Evidence.Span.End, i == 0 ? 0 : ends[i - 1]);
    }

    /// <summary>The claims that share characters with a place, as <c>file/claim</c>, in the order of the article.</summary>
    public IEnumerable<string> Touched(AuditPlace place)
    {
        var span = place.Evidence.Span;
        var at = Array.BinarySearch(ends, span.Start);
        while (at > 0 && ends[at - 1] == span.Start)
            at--;
        for (var i = at >= 0 ? at : ~at; i < claims.Length && claims[i].Evidence.Span.Start <= span.End; i++)
        {
            if (span.Overlaps(claims[i].Evidence.Span))
                yield return $"{place.File}/{claims[i].Id}";
        }
    }
}
