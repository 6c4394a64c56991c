using System.Diagnostics;

namespace RiskEngine.Plugins.Checking;

/// <summary>What a plug-in threw, in words.</summary>
internal static class Thrown
{
    /// <summary><c>IndexOutOfRangeException: Index was outside the bounds of the array (factors/Cycle.cs, line 48)</c>.</summary>
    public static string By(Exception e)
    {
        var frame = new StackTrace(e, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileName() is not null);
        var place = frame is null ? "" : $" ({frame.GetFileName()}, line {frame.GetFileLineNumber()})";
        return $"{e.GetType().Name}: {e.Message.TrimEnd('.')}{place}";
    }
}
