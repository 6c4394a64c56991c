using System.Text.RegularExpressions;

namespace RiskEngine.Cli.Runs;

/// <summary>What is to be written cannot be: the command line names a bad place, or its disk is full.</summary>
/// <param name="place">The place as the user named it; where inside of it something failed is no business of theirs.</param>
/// <param name="cause">What the system says.</param>
/// <param name="kind">What was expected: a folder, or a file.</param>
internal sealed partial class FolderNotWritableException(string place, Exception cause, string kind = "a folder")
    : Exception($"--out: expected {kind} that can be written to, found that '{place}' cannot: {WithoutPath(cause.Message)}", cause)
{
    /// <summary>Runs what writes, with the system's failures as failures of the place.</summary>
    public static T Guard<T>(string place, Func<T> write, string kind = "a folder")
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(place, e, kind);
        }
    }

    /// <summary>Of <c>No space left on device : '/tmp/x'</c> and <c>Access to the path '/x' is denied.</c> what is not the path.</summary>
    private static string WithoutPath(string message) => Quoted().Replace(message, "").TrimEnd('.');

    [GeneratedRegex(@"( :)? '[^']*'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex Quoted();
}
