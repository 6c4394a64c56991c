namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>What tests of bad inputs share: a small scenario in which one text is replaced by another.</summary>
internal abstract class BadInputs
{
    protected const string S = "scenario.yaml";
    protected const string M = "market.yaml";
    protected const string T = "theses/chips.yaml";
    protected const string R = "risks.yaml";

    private protected TinyScenario tiny = null!;

    [SetUp]
    public void Start() => tiny = new TinyScenario();

    [TearDown]
    public void Clear() => tiny.Dispose();
}
