using System.Runtime.ExceptionServices;

namespace RiskEngine.Measuring;

/// <summary>Independent pieces of work at the same time; what one of them throws comes out as it was thrown.</summary>
internal static class ParallelWork
{
    /// <summary>Does all pieces.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Do(int threads, CancellationToken cancel, params Action[] pieces)
    {
        try
        {
            Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, pieces);
        }
        catch (AggregateException e)
        {
            cancel.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
