namespace RiskEngine.Articles.Claims;

/// <summary>Where a sentence speaks of what is to come, and of a price target.</summary>
internal readonly record struct ForecastCue(int? Future, int? Target)
{
    /// <summary>Where it begins to speak of either.</summary>
    public int Start => Math.Min(Future ?? int.MaxValue, Target ?? int.MaxValue);
}
