namespace RiskEngine.Cli.Hosting;

/// <summary>What a supervised process tells: each line begins with one of these.</summary>
internal static class SupervisedNews
{
    /// <summary>Code that runs.</summary>
    public const char Code = 'c';

    /// <summary>A file or folder that was made for as long as the command runs.</summary>
    public const char Made = '+';

    /// <summary>One that is to be forgotten.</summary>
    public const char Forgotten = '-';
}
