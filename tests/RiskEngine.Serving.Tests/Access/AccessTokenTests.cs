using RiskEngine.Serving.Access;

namespace RiskEngine.Serving.Tests.Access;

internal sealed class AccessTokenTests
{
    [Test]
    public void Only_the_whole_secret_is_the_secret()
    {
        var token = AccessToken.Create();

        Assert.That(token.Text, Has.Length.EqualTo(48)); // 192 bits
        Assert.That(token.Is(token.Text), Is.True);
        Assert.That(new[] { "", token.Text[..^1], token.Text + "0", token.Text.ToUpperInvariant() + "x", null }.Any(token.Is), Is.False);
    }

    [Test]
    public void No_two_servers_have_the_same()
    {
        var other = AccessToken.Create();

        Assert.That(AccessToken.Create().Is(other.Text), Is.False);
    }
}
