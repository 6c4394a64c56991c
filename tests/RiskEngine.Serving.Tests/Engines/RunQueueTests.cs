using RiskEngine.Serving.Engines;

namespace RiskEngine.Serving.Tests.Engines;

internal sealed class RunQueueTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task A_later_question_of_a_page_cancels_the_earlier_one()
    {
        using var queue = new RunQueue();
        using var begun = new SemaphoreSlim(0);
        var first = queue.DoAsync("page", token => Wait(begun, token), default);
        Assert.That(await begun.WaitAsync(patience), Is.True);
        var second = queue.DoAsync("page", _ => 2, default);

        Assert.That(await second.WaitAsync(patience), Is.EqualTo(2));
        Assert.That(async () => await first.WaitAsync(patience), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_question_that_waits_is_given_up_for_a_later_one_without_being_worked_on()
    {
        using var queue = new RunQueue();
        using var begun = new SemaphoreSlim(0);
        using var end = new CancellationTokenSource();
        var running = queue.DoAsync("other", token => Wait(begun, token), end.Token);
        Assert.That(await begun.WaitAsync(patience), Is.True);
        var isWorkedOn = false;
        var waiting = queue.DoAsync("page", _ => isWorkedOn = true, default);
        var latest = queue.DoAsync("page", _ => true, default);

        Assert.That(async () => await waiting.WaitAsync(patience), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(latest.IsCompleted, Is.False, "the run of the other page goes on");
        await end.CancelAsync();
        Assert.That(await latest.WaitAsync(patience), Is.True);
        Assert.That(isWorkedOn, Is.False);
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    private static int Wait(SemaphoreSlim begun, CancellationToken token)
    {
        begun.Release();
        token.WaitHandle.WaitOne(patience);
        token.ThrowIfCancellationRequested();
        return 1;
    }
}
