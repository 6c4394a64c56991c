using System.Text;

namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>What findings of one kind share: severity, file, and the message without what it quotes and its numbers.</summary>
internal readonly record struct FindingKind(Severity Severity, string File, string Words)
{
    /// <summary>What stands between a message and the count of those like it.</summary>
    public const string Rest = "; and ";

    /// <summary>What a finding says, without the count of those like it.</summary>
    public static string MessageOf(Diagnostic finding)
    {
        var end = finding.Count > 1 ? finding.Message.LastIndexOf(Rest, StringComparison.Ordinal) : -1;
        return end < 0 ? finding.Message : finding.Message[..end];
    }

    /// <summary>The kind of a finding; of one that stands for several too.</summary>
    public static FindingKind Of(Diagnostic finding)
    {
        var message = MessageOf(finding);
        var words = new StringBuilder(message.Length);
        var isQuoted = false;
        foreach (var character in message)
        {
            isQuoted ^= character == '\'';
            if (!isQuoted && !char.IsAsciiDigit(character))
                words.Append(character);
        }

        return new FindingKind(finding.Severity, finding.Location.File ?? "", words.ToString());
    }
}
