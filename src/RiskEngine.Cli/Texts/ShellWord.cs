namespace RiskEngine.Cli.Texts;

/// <summary>Words of a command line.</summary>
internal static class ShellWord
{
    /// <summary>As a POSIX shell takes it.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%".Contains(c))
            ? word
            : $"'{word.Replace("'", "'\\''")}'";
}
