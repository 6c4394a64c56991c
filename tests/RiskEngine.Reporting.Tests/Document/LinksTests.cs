using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Tests.Document;

internal sealed class LinksTests
{
    [TestCase("https://example.org/a?b=c")]
    [TestCase("http://example.org")]
    public void Web_addresses_are_followed(string address) => Assert.That(Links.From(address), Is.Not.Null);

    [TestCase("javascript:alert(1)")]
    [TestCase("JavaScript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("mailto:a@example.org")]
    [TestCase("//example.org")]
    [TestCase("page.html")]
    [TestCase("")]
    [TestCase(null)]
    public void Nothing_else_is(string? address) => Assert.That(Links.From(address), Is.Null);
}
