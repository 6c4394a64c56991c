namespace RiskEngine.Plugins;

/// <summary>
/// Which calls into code of plug-ins are under way, so that who watches can tell the one that does not return. A call costs two writes to
/// memory of its own thread.
/// </summary>
public sealed class PluginActivity : IDisposable
{
    private readonly ThreadLocal<Slot> own = new(() => new Slot(), trackAllValues: true);

    /// <summary>The calls that are under way now, in no order; a call that is asked for twice is equal to itself.</summary>
    public IReadOnlyList<PluginCall> Running() => [.. own.Values.Select(slot => slot.Read()).OfType<PluginCall>()];

    /// <inheritdoc/>
    public void Dispose() => own.Dispose();

    /// <summary>Notes that a call begins on this thread; the slot is to be left when it is over, however it ends.</summary>
    /// <param name="subject">Kind, factor and file.</param>
    /// <param name="what">What is called: <c>Step</c>.</param>
    /// <param name="step">The step, or -1.</param>
    /// <param name="firstPath">The first path of the block, or -1.</param>
    internal Slot Enter(string subject, string what, int step = -1, long firstPath = -1)
    {
        var slot = own.Value!;
        slot.Enter(subject, what, step, firstPath);
        return slot;
    }

    /// <summary>What one thread is doing; written by it alone.</summary>
    internal sealed class Slot
    {
        private string subject = "";
        private string what = "";
        private int step;
        private long firstPath;
        private long number; // odd while a call is under way

        public void Enter(string newSubject, string newWhat, int newStep, long newFirstPath)
        {
            (subject, what, step, firstPath) = (newSubject, newWhat, newStep, newFirstPath);
            Volatile.Write(ref number, number + 1);
        }

        public void Leave() => Volatile.Write(ref number, number + 1);

        /// <summary>The call under way; null where there is none.</summary>
        public PluginCall? Read()
        {
            var before = Volatile.Read(ref number);
            if (before % 2 == 0)
                return null;
            var call = new PluginCall(subject, what, step < 0 ? null : step, firstPath < 0 ? null : firstPath, before);
            return Volatile.Read(ref number) == before ? call with { Thread = this } : null;
        }
    }
}
